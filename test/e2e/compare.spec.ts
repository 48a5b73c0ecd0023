import { expect, isReady, test } from './application'

const cell = (issue: string, party: string) => new RegExp(`^${issue}, ${party}:`)

test('the sample stands side by side: demands, conditions, evidence and the three silences', async ({
  window,
}) => {
  const grid = window.getByRole('grid', { name: 'Comparison' })
  await expect(grid.getByRole('columnheader')).toHaveText([
    /Issue/,
    /Russia/,
    /Ukraine/,
    /United States/,
    'Landing zone',
  ])
  await expect(grid.getByRole('rowheader')).toHaveCount(6)

  const territory = grid.getByRole('gridcell', { name: cell('Territory and recognition', 'Russia') })
  await expect(territory).toContainText('→ Ukraine')
  await expect(territory).toContainText('1 statement · 1 origin')
  await expect(territory).toContainText('reported')

  const summit = grid.getByRole('gridcell', { name: cell('Second summit', 'Russia') })
  await expect(summit).toContainText('only if the US firmly adheres to the Anchorage agreements')

  await expect(grid.getByRole('gridcell', { name: cell('NATO membership', 'United States') })).toContainText(
    'No statement found',
  )
  await expect(grid.getByRole('gridcell', { name: 'Second summit, Ukraine: not yet looked at' })).toHaveText(
    '+',
  )
})

test('a cell is heard as one sentence', async ({ window }) => {
  await expect(
    window.getByRole('gridcell', {
      name: 'Territory and recognition, Ukraine: demand to Russia, red line: All territory retaken, Crimea included, before the war ends, 1 statement from 1 origin, reported',
      exact: true,
    }),
  ).toBeVisible()
})

test('arrows, Home, End and Page keys walk the grid, and headers stay in sight', async ({ window }) => {
  await window.setViewportSize({ width: 960, height: 600 })
  const selected = window.locator('[data-place][aria-selected="true"]')
  await window.getByRole('gridcell', { name: cell('Territory and recognition', 'Russia') }).click()
  await window.keyboard.press('ArrowRight')
  await expect(selected).toHaveAccessibleName(cell('Territory and recognition', 'Ukraine'))
  await window.keyboard.press('ArrowDown')
  await expect(selected).toHaveAccessibleName(cell('NATO membership', 'Ukraine'))
  await window.keyboard.press('End')
  await expect(selected).toHaveAccessibleName(/^NATO membership, landing zone/)
  await window.keyboard.press('Home')
  await expect(selected).toHaveRole('rowheader')
  await window.keyboard.press('PageDown')
  await expect(selected).toContainText('Accountability')
  await expect(selected).toBeFocused()
  await window.keyboard.press('Control+End')
  await expect(selected).toHaveAccessibleName(/^Accountability, landing zone/)
  await expect(selected).toBeInViewport()
  await expect(window.getByRole('columnheader', { name: 'Landing zone' })).toBeInViewport()
  await expect(window.getByRole('rowheader', { name: /Accountability/ })).toBeInViewport()
})

test('at 200 % the bar takes two lines, and the pane covers the comparison with a way back', async ({
  window,
}) => {
  // What is left of 960 × 600 when everything is twice as large.
  await window.setViewportSize({ width: 480, height: 300 })
  const chosen = window.getByRole('gridcell', { name: cell('Territory and recognition', 'Russia') })
  await chosen.click()
  const bar = await window.locator('header').boundingBox()
  expect(bar!.height).toBeLessThan(90)
  await window.getByRole('button', { name: 'More that can be done' }).click()
  await expect(window.getByRole('menuitem', { name: 'Go to the briefing' })).toBeVisible()
  await window.keyboard.press('Escape')

  await chosen.press('Enter')
  await expect(window.getByRole('tab', { name: 'Cell' })).toBeFocused()
  await expect(window.getByRole('grid')).toBeHidden()
  await window.keyboard.press('Escape')
  await expect(chosen).toBeFocused()
  await chosen.press('Enter')
  await window.getByRole('button', { name: 'To the comparison' }).click()
  await expect(chosen).toBeFocused()
  const isWider = await window.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expect(isWider).toBe(false)
})

test('undo and redo say what they would take back, from the menu and from the keyboard', async ({
  window,
}) => {
  await window.getByRole('rowheader', { name: /NATO membership/ }).click()
  await window.getByRole('button', { name: 'Show or hide the side pane' }).click()
  await expect(window.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled()

  await window
    .getByRole('button', { name: 'All actions…' })
    .or(window.locator('body'))
    .first()
    .press('Control+k')
  await window.getByRole('combobox', { name: 'What do you want to do?' }).fill('new party')
  await window.keyboard.press('Enter')
  await window.getByLabel('Name', { exact: true }).fill('Türkiye')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByRole('columnheader', { name: /Türkiye/ })).toBeVisible()

  await window.getByRole('button', { name: 'Dossier', exact: true }).click()
  await window.getByRole('menuitem', { name: 'Undo: Party and members' }).click()
  await expect(window.getByRole('columnheader', { name: /Türkiye/ })).toHaveCount(0)

  await window.getByRole('gridcell', { name: cell('Talks', 'Russia') }).click()
  await window.keyboard.press('Control+Shift+z')
  await expect(window.getByRole('columnheader', { name: /Türkiye/ })).toBeVisible()
  await expect(window.getByRole('button', { name: 'Undo: Party and members' })).toBeEnabled()
})

test('search finds a quotation by part of a word and opens its source at the very words', async ({
  window,
}) => {
  await window.getByRole('gridcell', { name: cell('Talks', 'Russia') }).press('/')
  await window.getByRole('combobox', { name: 'Search positions, statements and sources' }).fill('anchorage')
  const hit = window.getByRole('option', { name: /^statement/ }).first()
  await expect(hit.locator('mark').first()).toHaveText('Anchorage')
  await hit.click()
  await expect(window.locator('aside').getByText('Anchorage agreements').first()).toBeInViewport()
})

test('the comparison can be read at another date', async ({ window }) => {
  await window.getByRole('button', { name: /^As of/ }).click()
  await window.getByLabel('Another date').fill('2025-08-01')
  await window.getByRole('button', { name: 'Read at this date' }).click()
  await expect(window.getByRole('button', { name: /^As of/ })).toContainText('1 Aug 2025')
  await expect(window.getByRole('gridcell', { name: cell('Second summit', 'Russia') })).not.toContainText(
    'necessary',
  )
})

test('a markup-looking text is shown as text', async ({ window }) => {
  await window.getByRole('gridcell', { name: 'Second summit, Ukraine: not yet looked at' }).click()
  await window.keyboard.type('<img src=x onerror=alert(1)>')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByRole('gridcell', { name: cell('Second summit', 'Ukraine') })).toContainText(
    '<img src=x onerror=alert(1)>',
  )
})

test('the window is mirrored where the direction is right to left', async ({ window }) => {
  await window.evaluate(() => (document.documentElement.dir = 'rtl'))
  const grid = await window.getByRole('rowheader').first().boundingBox()
  const sidebar = await window.getByRole('navigation').boundingBox()
  expect(sidebar!.x).toBeGreaterThan(grid!.x)
  await window.evaluate(() => (document.documentElement.dir = 'ltr'))
  await isReady(window)
})

test('typing into a chosen cell begins a position, and no letter of it is lost', async ({ window }) => {
  for (const party of ['Ukraine', 'Russia']) {
    await window.getByRole('gridcell', { name: cell('Second summit', party) }).click()
    await window.keyboard.type('First words')
    await expect(window.getByRole('textbox', { name: /^New position of/ })).toHaveValue('First words')
    await window.keyboard.press('Escape')
  }
})

test('an issue nested deep keeps whole words in its title', async ({ window }) => {
  await window.evaluate(() => {
    const [number] = document.querySelectorAll<HTMLElement>(
      '[role="rowheader"] span > span:first-child, th[scope="row"] span > span:first-child',
    )
    number!.textContent = '1.1.1.1.1.1.1.1.1.1.1.1'
  })
  const title = window.getByText('Territory and recognition', { exact: true })
  const width = await title.evaluate((element) => element.getBoundingClientRect().width)
  expect(width).toBeGreaterThan(90)
})

test.describe('where the system gives all colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })
  test('the chosen cell and the screen that is shown are still told apart', async ({ window }) => {
    const outlineOf = (element: Element) => getComputedStyle(element).outlineStyle
    await window.getByRole('gridcell', { name: cell('Talks', 'Russia') }).click()
    await window.getByRole('button', { name: 'Search' }).focus()
    expect(await window.locator('[data-place][aria-selected="true"]').evaluate(outlineOf)).toBe('solid')
    const shown = window.getByRole('navigation').locator('[aria-current="page"]')
    expect(await shown.evaluate(outlineOf)).toBe('solid')
  })
})

test.describe('at the smallest window', () => {
  test.use({ viewport: { width: 960, height: 600 } })
  test('with the side pane open, every word of the bar is in sight', async ({ window }) => {
    await window.getByRole('gridcell', { name: cell('Talks', 'Russia') }).click()
    await window.keyboard.press('Enter')
    const bar = window.getByRole('banner')
    const lost = await bar.evaluate((element) => element.scrollWidth - element.clientWidth)
    expect(lost).toBe(0)
  })
})

test('words typed into a form that is left by a click can be brought back', async ({ window }) => {
  const summary = window.getByRole('textbox', { name: 'Summary' })
  await window.getByRole('gridcell', { name: cell('Second summit', 'Ukraine') }).dblclick()
  await window.getByRole('button', { name: 'Record a position' }).click()
  await window.keyboard.type('A draft that matters')
  await window.getByRole('gridcell', { name: cell('Talks', 'Russia') }).click()
  await expect(summary).toHaveCount(0)
  await window.getByRole('button', { name: 'Bring it back' }).click()
  await expect(summary).toHaveValue('A draft that matters')
  await window.getByRole('button', { name: /^Record/ }).click()
  await expect(window.getByRole('gridcell', { name: cell('Second summit', 'Ukraine') })).toContainText(
    'A draft that matters',
  )
  await expect(window.getByRole('button', { name: 'Bring it back' })).toHaveCount(0)
})

test('of a position edited in two windows at once, neither takes back what the other wrote', async ({
  window,
  shell,
}) => {
  const other = await window.context().newPage()
  await other.goto(`${shell.address}#/compare`)
  await isReady(other)
  const place = cell('Accountability', 'Ukraine')
  for (const page of [window, other]) {
    await page.getByRole('gridcell', { name: place }).click()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
  }
  await window.getByRole('textbox', { name: 'Summary' }).fill('Put on trial')
  await window.keyboard.press('Control+Enter')
  await expect(other.getByRole('gridcell', { name: place })).toContainText('Put on trial')
  await other.getByRole('radio', { name: 'offer' }).locator('xpath=ancestor-or-self::label').click()
  await other.keyboard.press('Control+Enter')
  await expect(other.getByRole('gridcell', { name: place })).toHaveAccessibleName(/offer: Put on trial/)
})

test('Escape leaves the editor that a letter opened, and the next letter opens it again', async ({
  window,
}) => {
  const unseen = window.getByRole('gridcell', { name: 'Second summit, Ukraine: not yet looked at' })
  const editor = window.getByRole('group', { name: /^New position of/ })
  await unseen.click()
  for (const words of ['once', 'twice']) {
    await window.keyboard.type(words)
    await expect(editor.getByRole('textbox')).toHaveValue(words)
    await window.keyboard.press('Escape')
    await expect(editor).toHaveCount(0)
    await expect(unseen).toBeFocused()
  }
})
