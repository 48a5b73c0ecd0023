import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { writeLargeDossier } from '../builders/large-dossier'
import { expect, test } from './application'
import { askEngine } from './ask-engine'
import { copy } from './clipboard'

const path = join(mkdtempSync(join(tmpdir(), 'demarche-grid-')), 'large.demarche')
test.use({ shellArguments: [path], viewport: { width: 1280, height: 800 } })
test.beforeAll(() => writeLargeDossier(path, { issues: 200, parties: 30 }))

const selected = '[data-place][aria-selected="true"]'

/** The height of the whole comparison stands; with it, what is drawn where. */
async function settled(window: Page): Promise<void> {
  const heightOf = () => window.getByRole('grid').evaluate((grid) => grid.scrollHeight)
  await expect(window.getByRole('grid')).toHaveAttribute('data-rows', 'measured')
  await expect
    .poll(async () => {
      const before = await heightOf()
      await window.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
      return (await heightOf()) === before
    })
    .toBe(true)
}

test('far cells are reached by keys, in sight and with the focus, and few are on the page', async ({
  window,
}) => {
  await settled(window)
  const grid = window.getByRole('grid')
  await expect(grid).toHaveAttribute('aria-rowcount', '201')
  await expect(grid).toHaveAttribute('aria-colcount', '32')
  await window.locator('[role="gridcell"][data-place]').first().click()
  await window.keyboard.press('Control+End')
  await expect(window.locator(selected)).toHaveAttribute('aria-colindex', '32')
  await expect(window.locator(selected)).toBeFocused()
  await expect(window.locator(selected)).toBeInViewport()
  await window.keyboard.press('ArrowLeft')
  await window.keyboard.press('PageUp')
  await expect(window.locator(selected)).toHaveAttribute('aria-colindex', '31')
  await expect(window.locator(selected)).toBeInViewport()
  await window.keyboard.press('Control+Home')
  await expect(window.locator(selected)).toHaveRole('rowheader')
  expect(await window.locator('[role="grid"] *').count()).toBeLessThan(1_500)
})

test('who scrolls to the end before it has come sees blank cells that say so, and then what is said there', async ({
  window,
}) => {
  await window.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => {
      const grid = document.querySelector('[role="grid"]')
      const last = document.querySelector(
        '[role="row"][aria-rowindex="201"] [role="gridcell"][aria-colindex="3"]',
      )
      // The very first cells send the reader to the end.
      if (grid && grid.scrollTop === 0 && document.querySelector('[role="gridcell"]'))
        grid.scrollTop = grid.scrollHeight
      const words = last?.ariaBusy === 'true' ? `busy: ${last.ariaLabel}${last.textContent}` : 'there'
      if (last && seen.at(-1) !== words) seen.push(words)
    }).observe(document, { subtree: true, childList: true, attributes: true })
  })
  await window.reload()
  await settled(window)
  const last = window.locator('[role="row"][aria-rowindex="201"] [role="gridcell"][aria-colindex="3"]')
  await expect(last).toBeInViewport()
  await expect(last).not.toHaveAttribute('aria-busy')
  await expect(last).not.toHaveAttribute('aria-label', 'Being read')
  const seen = await window.evaluate(() => (window as unknown as { seen: string[] }).seen)
  expect(seen.at(-1)).toBe('there')
  for (const words of seen.slice(0, -1)) expect(['busy: Being read', 'there']).toContain(words)
})

test('what is selected keeps the focus while it is scrolled out of sight and back', async ({ window }) => {
  await settled(window)
  const cell = window.locator('[role="gridcell"][data-place]').nth(1)
  await cell.click()
  const place = await window.locator(selected).getAttribute('data-place')
  const grid = window.getByRole('grid')
  for (const top of [30_000, 12_000, 0]) {
    await grid.evaluate((element, to) => element.scrollTo(1_500, to), top)
    await expect(window.locator(':focus')).toHaveAttribute('data-place', place!)
  }
  await window.keyboard.press('ArrowDown')
  await expect(window.locator(selected)).toBeInViewport()
  await expect(window.locator('[role="grid"] [tabindex="0"]')).toHaveCount(1)
})

test('rows are as tall as their text wherever the reader scrolls, and the scroll bar stays as it is', async ({
  window,
}) => {
  await settled(window)
  const found = await window.getByRole('grid').evaluate(async (grid) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const height = grid.scrollHeight
    const tallest = new Map<string, { row: number; text: number; cells: Set<string> }>()
    const cut: string[] = []
    let changes = 0
    for (let down = 0; down < 12; down += 1) {
      for (let across = 0; across < 10; across += 1) {
        grid.scrollTo(across * 800, (down * height) / 12)
        await frame()
        await frame()
        if (grid.scrollHeight !== height) changes += 1
        for (const row of grid.querySelectorAll<HTMLElement>('[role="row"]:not([hidden])')) {
          if (row.style.insetBlockStart === '') continue
          const known = tallest.get(row.ariaRowIndex!) ?? { row: 0, text: 0, cells: new Set<string>() }
          tallest.set(row.ariaRowIndex!, known)
          known.row = row.clientHeight
          for (const cell of row.children) {
            const last = cell.lastElementChild
            if (!last) continue
            known.cells.add(cell.ariaColIndex!)
            // What a cell keeps free below its text.
            const bottom = last.getBoundingClientRect().bottom - row.getBoundingClientRect().top + 11
            known.text = Math.max(known.text, bottom)
            if (bottom > known.row + 0.6) cut.push(cell.textContent)
          }
        }
      }
    }
    // Of which every cell was seen: the tallest is among them.
    const whole = [...tallest.values()].filter(({ cells }) => cells.size === Number(grid.ariaColCount))
    return {
      changes,
      cut,
      whole: whole.length,
      loose: whole.filter(({ row, text }) => row - text > 1).length,
    }
  })
  expect(found.cut).toEqual([])
  expect(found.whole).toBeGreaterThan(8)
  expect(found.loose).toBe(0)
  expect(found.changes).toBe(0)
})

test('what has rushed by says all that it says as soon as it stands', async ({ window }) => {
  await settled(window)
  const grid = window.getByRole('grid')
  /** By its place, what stands in sight in the first columns. */
  const read = () =>
    grid.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      const isInSight = (cell: Element) => {
        const box = cell.getBoundingClientRect()
        return box.bottom > top && box.top < bottom
      }
      return Object.fromEntries(
        [...element.querySelectorAll<HTMLElement>('[role="row"]:not([hidden]) [data-place]')]
          .filter((cell) => Number(cell.ariaColIndex) < 4 && isInSight(cell))
          .map((cell) => [cell.dataset.place!, cell.innerText]),
      )
    })
  /** One step a frame, each of several screens. */
  const scroll = (steps: number) =>
    grid.evaluate(async (element, steps) => {
      const said: number[] = []
      for (let step = 1; step <= steps; step += 1) {
        element.scrollTop = (step / steps) * 8 * element.clientHeight
        await new Promise((resolve) => requestAnimationFrame(resolve))
        await new Promise((resolve) => requestAnimationFrame(resolve))
        said.push(element.textContent.length)
      }
      return said
    }, steps)
  await scroll(1)
  const whole = await read()
  expect(Object.keys(whole).length).toBeGreaterThan(6)
  await grid.evaluate((element) => element.scrollTo({ top: 0 }))
  await expect(grid.locator('[role="row"][aria-rowindex="2"]')).toBeVisible()
  const said = await scroll(4)
  // As it rushed by, it said less.
  expect(Math.min(...said.slice(1))).toBeLessThan(said[0]!)
  await expect.poll(read).toEqual(whole)
})

test('“more” shows the whole text and its row grows with it; “less” takes it back', async ({ window }) => {
  await settled(window)
  const more = window.locator('[role="gridcell"] [data-more][aria-expanded="false"]').first()
  const row = more.locator('xpath=ancestor::*[@role="row"]')
  const rowIndex = await row.getAttribute('aria-rowindex')
  const sameRow = window.locator(`[role="row"][aria-rowindex="${rowIndex}"]`)
  const longest = await sameRow.locator('[data-more]').evaluateAll((buttons) => {
    const lengths = buttons.map((button) => button.previousElementSibling!.textContent.length)
    return lengths.indexOf(Math.max(...lengths))
  })
  const before = await sameRow.evaluate((element) => element.clientHeight)
  const button = sameRow.locator('[data-more]').nth(longest)
  const cell = button.locator('xpath=ancestor::*[@role="gridcell"]')
  await button.click()
  const less = cell.getByRole('button', { name: 'less' }).first()
  await expect(less).toHaveAttribute('aria-expanded', 'true')
  await expect.poll(() => sameRow.evaluate((element) => element.clientHeight)).toBeGreaterThanOrEqual(before)
  expect(await less.evaluate((element) => element.previousElementSibling!.scrollHeight)).toBeGreaterThan(66)
  await less.click()
  await expect.poll(() => sameRow.evaluate((element) => element.clientHeight)).toBe(before)
})

test('a cell is one sentence on the accessibility tree, and knows its row and column', async ({ window }) => {
  await settled(window)
  const session = await window.context().newCDPSession(window)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
    nodes: { role?: { value: string }; name?: { value: string }; ignored: boolean }[]
  }
  const cells = nodes.filter(({ role, ignored }) => role?.value === 'gridcell' && !ignored)
  expect(cells.length).toBeGreaterThan(10)
  for (const { name } of cells.slice(0, 10))
    expect(name!.value).toMatch(/^[^\n]+, (Party \d+|landing zone): ?[^\n]*$/)
  const cell = window.locator('[role="gridcell"][data-place]').first()
  await expect(cell).toHaveAttribute('aria-colindex', '2')
  await expect(cell.locator('xpath=..')).toHaveAttribute('aria-rowindex', '2')
})

test('a column is made wider by its edge and by keys', async ({ window }) => {
  await settled(window)
  const head = window.getByRole('columnheader', { name: /^Party 2,/ })
  const width = () => head.evaluate((element) => element.getBoundingClientRect().width)
  const first = await width()
  const box = (await head.boundingBox())!
  await window.mouse.move(box.x + box.width - 3, box.y + 20)
  await window.mouse.down()
  await window.mouse.move(box.x + box.width + 77, box.y + 20, { steps: 4 })
  await window.mouse.up()
  await expect.poll(width).toBe(first + 80)
  await head.click({ position: { x: 40, y: 30 } })
  await window.keyboard.press('Alt+ArrowLeft')
  await expect.poll(width).toBe(first + 60)
  const cell = window.locator('[role="gridcell"][aria-colindex="3"]').first()
  expect(await cell.evaluate((element) => element.getBoundingClientRect().width)).toBe(first + 60)
})

test('a column is dragged to another place, and over the heads of the rows to stay in sight', async ({
  window,
}) => {
  await settled(window)
  const headAt = (index: number) => window.locator(`[role="columnheader"][aria-colindex="${index}"]`)
  const drag = async (from: number, to: number) => {
    const box = (await headAt(from).boundingBox())!
    await window.mouse.move(box.x + 60, box.y + 40)
    await window.mouse.down()
    await window.mouse.move(to, box.y + 40, { steps: 6 })
    await window.mouse.up()
  }
  const third = (await headAt(4).boundingBox())!
  await drag(2, third.x + third.width - 20)
  await expect(headAt(4)).toHaveAccessibleName(/^Party 1,/)
  await expect(headAt(2)).toHaveAccessibleName(/^Party 2,/)

  const corner = (await headAt(1).boundingBox())!
  await drag(4, corner.x + 100)
  await expect(headAt(2)).toHaveAccessibleName(/^Party 1,/)
  await window.getByRole('grid').evaluate((grid) => grid.scrollTo(3_000, 0))
  await expect(headAt(2)).toBeInViewport()
  await expect(window.locator('[role="gridcell"][aria-colindex="2"]').first()).toBeInViewport()
})

const crowdedPath = join(mkdtempSync(join(tmpdir(), 'demarche-crowds-')), 'crowded.demarche')
test.describe('of its own', () => {
  test.use({ shellArguments: [crowdedPath] })
  test.beforeAll(() => copyFileSync(path, crowdedPath))

  test('where many stand or much moved, counts take the place of a smear, and View finds one of thirty parties', async ({
    window,
  }) => {
    await settled(window)
    const [issue] = await askEngine(window, 'issue.list', {})
    const held = await askEngine(window, 'position.list', { issueId: issue!.id })
    for (const [at, { id }] of held.entries()) {
      const place = [10, 30, 31, 72][at % 4]!
      await askEngine(window, 'position.change', { id, atLow: place, atHigh: place })
    }
    const counted = (words: readonly string[]) =>
      words.reduce((sum, each) => sum + Number(/^(\d+) stands? between/.exec(each)?.[1] ?? 1), 0)

    // On the strip of a row.
    const head = window.getByRole('rowheader').first()
    const onStrip = head.locator('[title*=" stand between "]')
    await expect(head.getByText(/^\d+ stand between \d+ and \d+ of 100$/)).toHaveCount(3)
    const onStripNow = () => onStrip.evaluateAll((marks) => marks.map((mark) => (mark as HTMLElement).title))
    // Until the last change has been drawn.
    await expect.poll(async () => counted(await onStripNow())).toBe(held.length)
    await expectApart(onStrip, { pixels: 20 })

    // On the scale in the side pane, where a count tells who is meant, and one of them is drawn to be moved.
    await head.click()
    await window.getByRole('banner').getByRole('button', { name: 'Show or hide the side pane' }).click()
    const scale = window.getByRole('complementary').getByRole('group', { name: /^Scale of/ })
    const crowds = scale.getByRole('button', { name: /^\d+ stands? between/ })
    const namesNow = () => crowds.evaluateAll((all) => all.map((each) => each.ariaLabel!))
    await expect.poll(async () => counted(await namesNow())).toBe(held.length)
    const names = await namesNow()
    await expect(scale.getByRole('slider')).toHaveCount(0)
    await crowds.first().click()
    await expect(crowds.first()).toHaveAttribute('aria-expanded', 'true')
    const named = scale.locator('[title^="Show "][title$=" on the scale"]')
    await expect(named).toHaveCount(counted([names[0]!]))
    await named.first().click()
    await expect(scale.getByRole('slider').first()).toBeFocused()

    // On the line of some three hundred days.
    const line = window.getByRole('group', { name: 'Time' })
    expect(Number(await line.getByRole('slider').getAttribute('aria-valuemax'))).toBeGreaterThan(200)
    await expectApart(line.locator('[class*=tick], [class*=round]'), { pixels: 5 })

    // In a menu of thirty.
    await window.getByRole('button', { name: 'View', exact: true }).click()
    const search = window.getByRole('searchbox', { name: 'Find a party' })
    await expect(search).toBeFocused()
    await window.keyboard.type('party 27')
    await expect(window.getByText('1 party found')).toBeVisible()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('dialog')).toContainText('29 of 30 shown')
    await search.fill('party 1')
    await window.getByRole('button', { name: 'Show only these' }).click()
    await expect(window.getByRole('dialog')).toContainText('12 of 30 shown')
    // The words go first, and the menu after them.
    await search.press('Escape')
    await expect(search).toHaveValue('')
    await search.press('Escape')
    await expect(search).toHaveCount(0)
    await expect(window.getByRole('grid')).toHaveAttribute('aria-colcount', '14')
  })
})

/** None of them lies over another, once what was changed last is drawn. */
async function expectApart(marks: Locator, { pixels }: { pixels: number }): Promise<void> {
  await expect(async () => {
    const starts = await marks.evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect().left).toSorted((a, b) => a - b),
    )
    expect(starts.length).toBeGreaterThan(2)
    for (const [at, start] of starts.slice(1).entries()) expect(start - starts[at]!).toBeGreaterThan(pixels)
  }).toPass()
}

test('a paste of thousands of cells tells how far it is, and cancelled leaves nothing behind', async ({
  window,
}) => {
  await settled(window)
  const undo = window.getByRole('button', { name: /^Undo/ })
  await window.locator('[role="gridcell"][data-place]').first().click()
  const row = Array.from({ length: 30 }, (_, column) => `words ${column}`).join('\t')
  await copy(window, { text: `${row}\n`.repeat(200) })
  await window.keyboard.press('Control+v')
  const form = window.getByRole('form', { name: 'Paste a block' })
  await expect(form.getByRole('status')).toContainText('6,000 new positions')
  await form.press('Control+Enter')
  await expect(form.getByRole('progressbar')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(form.getByRole('alert')).toHaveText('It was cancelled; nothing was changed.')
  await expect(form.getByRole('progressbar')).toHaveCount(0)
  await expect(undo).toBeDisabled()
  await window.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await expect(window.getByRole('gridcell', { name: /words \d/ })).toHaveCount(0)
})

test('the head of a row that begins above what is in sight stays beside its cells', async ({ window }) => {
  await settled(window)
  await window.setViewportSize({ width: 1280, height: 420 })
  const grid = window.getByRole('grid')
  const second = grid.locator('[role="row"][aria-rowindex="3"]')
  const words = second.getByRole('rowheader').locator('> :first-child')
  const into = (share: number) =>
    second.evaluate((row, share) => {
      const scroller = row.closest('[role="grid"]')!
      scroller.scrollTop = Number.parseFloat(row.style.insetBlockStart) + share * row.clientHeight
    }, share)
  await into(0.4)
  const heads = await grid.locator('[role="row"][aria-rowindex="1"]').boundingBox()
  const below = () => words.evaluate((element) => Math.round(element.getBoundingClientRect().top))
  await expect.poll(below).toBe(Math.round(heads!.y + heads!.height) + 10)
  // It ends with its row, and does not lie on the next.
  await into(0.95)
  const rowEnds = await second.evaluate((row) => Math.round(row.getBoundingClientRect().bottom))
  await expect
    .poll(() => words.evaluate((element) => Math.round(element.getBoundingClientRect().bottom)))
    .toBeLessThanOrEqual(rowEnds - 11)
  await grid.evaluate((element) => element.scrollTo({ top: 0 }))
  const own = () =>
    second.evaluate((row) => {
      const words = row.querySelector('[role="rowheader"] > :first-child')!
      return Math.round(words.getBoundingClientRect().top - row.getBoundingClientRect().top)
    })
  await expect.poll(own).toBe(10)
})
