import type { Page } from '@playwright/test'
import { expect, test } from './application'

const nameOf = (issue: string, party: string) => new RegExp(`^${issue}, ${party}:`)
const cellOf = (window: Page, issue: string, party: string) =>
  window.getByRole('gridcell', { name: nameOf(issue, party) })
const words = (window: Page) => window.locator('[data-cell-editor] textarea')
const undo = (window: Page) => window.getByRole('button', { name: /^Undo/ })

/** As any other program puts it on the clipboard. */
async function copy(window: Page, { text, html }: { text: string; html?: string }): Promise<void> {
  await window.evaluate(
    (given) => {
      const write = (event: ClipboardEvent) => {
        event.preventDefault()
        event.stopImmediatePropagation()
        event.clipboardData?.setData('text/plain', given.text)
        if (given.html !== undefined) event.clipboardData?.setData('text/html', given.html)
      }
      document.addEventListener('copy', write, { capture: true })
      document.execCommand('copy')
      document.removeEventListener('copy', write, { capture: true })
    },
    { text, html },
  )
}

/** What another program would be given. */
async function pasted(window: Page): Promise<{ text: string; html: string }> {
  const read = window.evaluate(
    () =>
      new Promise<{ text: string; html: string }>((resolve) => {
        const field = document.createElement('textarea')
        document.body.append(field)
        field.addEventListener('paste', (event) => {
          event.preventDefault()
          event.stopPropagation()
          field.remove()
          const { clipboardData } = event
          resolve({
            text: clipboardData?.getData('text/plain') ?? '',
            html: clipboardData?.getData('text/html') ?? '',
          })
        })
        field.focus()
      }),
  )
  await expect(window.locator('body > textarea')).toBeFocused()
  await window.keyboard.press('Control+v')
  return read
}

test('sixty letters at no delay, Tab, and the next: nothing is lost and nothing overlaps', async ({
  window,
}) => {
  const first = 'Sixty letters and more are typed as fast as the keys can go, and each one stays.'
  const second = 'The next begins at once, in the next cell, before the first has been written down.'
  await cellOf(window, 'Second summit', 'Ukraine').click()
  await window.keyboard.type(first)
  await window.keyboard.press('Tab')
  await window.keyboard.type(second)
  await window.keyboard.press('Control+2')
  await window.keyboard.press('Enter')
  await window.keyboard.type('below')
  await window.keyboard.press('Shift+Enter')
  await window.keyboard.type('on two lines')
  await window.keyboard.press('Control+Enter')

  await expect(cellOf(window, 'Second summit', 'Ukraine')).toHaveAccessibleName(
    `Second summit, Ukraine: demand: ${first}, no statement`,
  )
  await expect(cellOf(window, 'Second summit', 'United States')).toHaveAccessibleName(
    new RegExp(`; offer: ${second}, no statement`),
  )
  await expect(cellOf(window, 'Accountability', 'United States')).toHaveAttribute(
    'aria-label',
    /below\non two lines/,
  )
  await expect(cellOf(window, 'Accountability', 'United States')).toBeFocused()

  // Each is a step of its own.
  for (const [issue, party] of [
    ['Accountability', 'United States'],
    ['Second summit', 'United States'],
    ['Second summit', 'Ukraine'],
  ] as const) {
    await expect(cellOf(window, issue, party)).toHaveAccessibleName(/no statement$/)
    await window.keyboard.press('Control+z')
    await expect(cellOf(window, issue, party)).not.toHaveAccessibleName(/no statement$/)
  }
  await expect(undo(window)).toBeDisabled()
})

test('a row after the other is typed without the mouse, and Tab passes over what is not typed in', async ({
  window,
}) => {
  await cellOf(window, 'Territory and recognition', 'Russia').click()
  const active = () => window.evaluate(() => document.activeElement?.getAttribute('data-place') ?? '')
  const typed: string[] = []
  for (let at = 0; at < 24; at += 1) {
    if (!(await active()).startsWith('zone')) {
      typed.push(`number ${at},`)
      await window.keyboard.type(`number ${at}`)
    }
    if (at < 23) await window.keyboard.press('Tab')
  }
  expect(typed).toHaveLength(18)
  const found = async () => {
    const cells = await window.getByRole('gridcell', { name: /number \d+,/ }).all()
    const spoken = await Promise.all(cells.map((cell) => cell.getAttribute('aria-label')))
    return spoken.flatMap((label) => label?.match(/number \d+,/g) ?? [])
  }
  await window.keyboard.press('Control+Home')
  await expect.poll(found).toEqual(expect.arrayContaining(typed.slice(0, 3)))
  await window.keyboard.press('Control+End')
  await expect.poll(found).toEqual(expect.arrayContaining(typed.slice(-3)))

  // Left by an arrow, Tab is the page's again.
  await window.keyboard.press('ArrowUp')
  await window.keyboard.press('Tab')
  expect(await active()).toBe('')
})

test('F2 edits what stands there, the arrow down goes to the next, and Escape leaves with a way back', async ({
  window,
}) => {
  const cell = cellOf(window, 'Territory and recognition', 'Russia')
  await cell.click()
  await window.keyboard.press('F2')
  await expect(words(window)).toHaveValue('Recognise Moscow’s claim to the Donbas')
  await window.keyboard.type(' at once')
  await window.keyboard.press('ArrowDown')
  await expect(words(window)).toHaveValue(/^Recognise its claim to the part/)
  await window.keyboard.type(' and nowhere else')
  await window.keyboard.press('Escape')
  await expect(words(window)).toHaveCount(0)
  await expect(cell).toBeFocused()
  await expect(cell).toHaveAccessibleName(/the Donbas at once, /)
  await expect(cell).not.toHaveAccessibleName(/nowhere else/)
  await window.getByRole('button', { name: 'Bring it back' }).click()
  await expect(words(window)).toHaveValue(/ and nowhere else$/)
  await window.keyboard.press('Enter')
  await expect(cell).toHaveAccessibleName(/nowhere else/)
})

test('kind, addressee, firmness and basis are set by keys while typing', async ({ window }) => {
  await cellOf(window, 'Second summit', 'Ukraine').click()
  await window.keyboard.press('Enter')
  await window.keyboard.type('No summit without us')
  await window.keyboard.press('Control+4')
  await window.keyboard.press('Control+6')
  await expect(window.getByRole('combobox', { name: 'To' })).toBeFocused()
  await window.keyboard.type('to Ru')
  await window.keyboard.press('Control+7')
  await window.keyboard.type('red')
  await window.keyboard.press('Control+8')
  await window.keyboard.type('inf')
  await window.keyboard.press('Escape')
  await expect(words(window)).toBeFocused()
  await window.keyboard.type(', ever')
  await window.keyboard.press('Enter')
  await expect(cellOf(window, 'Second summit', 'Ukraine')).toHaveAccessibleName(
    'Second summit, Ukraine: refusal to Russia, red line: No summit without us, ever, no statement, inferred',
  )
})

test('a landing zone and the title of an issue are written where they stand', async ({ window }) => {
  await window.getByRole('gridcell', { name: /^NATO membership, landing zone/ }).click()
  await window.keyboard.type('Neutrality, guaranteed')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('gridcell', { name: /^NATO membership, landing zone/ })).toHaveAccessibleName(
    'NATO membership, landing zone: Neutrality, guaranteed',
  )
  await window.getByRole('rowheader', { name: /Talks/ }).click()
  await window.keyboard.press('F2')
  await words(window).fill('')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('alert')).toHaveText(/“Title” is empty/)
  await window.keyboard.type('Talks about talks')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('rowheader', { name: /Talks about talks/ })).toBeVisible()
})

test('what an input method composes goes into the cell, and its Enter does not write', async ({ window }) => {
  await cellOf(window, 'Second summit', 'Ukraine').click()
  await window.keyboard.press('Enter')
  const session = await window.context().newCDPSession(window)
  await session.send('Input.imeSetComposition', { text: 'ting', selectionStart: 4, selectionEnd: 4 })
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    windowsVirtualKeyCode: 229,
  })
  await expect(words(window)).toHaveValue('ting')
  await session.send('Input.insertText', { text: '停火' })
  await expect(words(window)).toHaveValue('停火')
  await window.keyboard.press('Enter')
  await expect(cellOf(window, 'Second summit', 'Ukraine')).toHaveAccessibleName(/: 停火, no statement/)
})

test('thirty cells become “reported” in one go, and in one step back', async ({ window }) => {
  await cellOf(window, 'Territory and recognition', 'Russia').click()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await window.keyboard.press(`Shift+${key}`)
  await expect(window.getByRole('status').filter({ hasText: 'selected' })).toHaveText(
    '6 cells selected, 5 positions',
  )
  await expect(window.locator('[role="gridcell"][aria-selected="true"]')).toHaveCount(6)
  const line = window.getByRole('group', { name: 'What is selected' })
  await line.getByRole('button', { name: 'Basis' }).click()
  await window.getByRole('menuitem', { name: 'inferred' }).click()
  const changed = window.getByRole('gridcell', { name: /inferred$/ })
  await expect(changed).toHaveCount(4)
  await expect(undo(window)).toHaveAccessibleName(/Change positions/)
  await undo(window).click()
  await expect(changed).toHaveCount(0)

  // Added one by one, and all at once; a tag that is new and a date, as one step.
  await cellOf(window, 'Talks', 'Russia').click({ modifiers: ['Control'] })
  await expect(line).toContainText('7 cells selected')
  await window.keyboard.press('Control+a')
  await expect(line).toContainText('18 cells selected, 13 positions')
  await line.getByRole('button', { name: 'More…' }).click()
  const form = window.getByRole('form', { name: 'Change what is selected' })
  await form.getByRole('combobox', { name: 'Add tag' }).fill('Budapest')
  await window.keyboard.press('Enter')
  await form.getByRole('textbox', { name: 'Until' }).fill('2026')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByText('13 positions changed.')).toBeVisible()
  await expect(undo(window)).toHaveAccessibleName(/Change positions/)
  await cellOf(window, 'Talks', 'Russia').click()
  await expect(line.getByRole('button')).toHaveCount(0)
})

test('a period that would end before it begins is refused for all, and says for which', async ({
  window,
}) => {
  await cellOf(window, 'Territory and recognition', 'Russia').click()
  await window.keyboard.press('Control+a')
  await window.getByRole('button', { name: 'More…' }).click()
  await window.getByRole('textbox', { name: 'Until' }).fill('1990')
  await window.keyboard.press('Control+Enter')
  await expect(window.getByRole('alert').filter({ hasText: 'ends before it begins' })).toHaveText(
    /^“.+”: The period/,
  )
  await expect(undo(window)).toBeDisabled()
})

test('a table from a spreadsheet shows what it becomes, and is written as one step', async ({ window }) => {
  await cellOf(window, 'Second summit', 'Ukraine').click()
  const html = `<table><tr><td>Issue</td><td>Ukraine</td><td>Türkiye</td><td>Russia</td></tr>
    <tr><td>Second summit</td><td>demand: Meet in<br>Istanbul</td><td>Host it</td><td>A second summit is necessary</td></tr>
    <tr><td>Grain corridor</td><td style="white-space:pre">Open  it</td><td>no statement found</td><td>#REF!</td></tr></table>`
  await copy(window, { text: 'not this', html })
  await window.keyboard.press('Control+v')
  const form = window.getByRole('form', { name: 'Paste a block' })
  const write = form.getByRole('button', { name: /^Write/ })
  await expect(form.getByRole('checkbox', { name: 'The first row holds names' })).toBeChecked()
  await expect(form.getByRole('checkbox', { name: 'The first column holds names' })).toBeChecked()
  await expect(write).toBeDisabled()
  await expect(undo(window)).toBeDisabled()

  // What the dossier has no name for is asked about; what cannot be written is named by its cell.
  await form.getByRole('button', { name: /“Türkiye”, column C/ }).click()
  await window.getByRole('option', { name: 'New party' }).click()
  await form.getByRole('button', { name: /“Grain corridor”, row 3/ }).click()
  await window.getByRole('option', { name: 'New issue' }).click()
  await expect(form).toContainText('row 3, column D: the spreadsheet failed to work out “#REF!”')
  await expect(write).toBeDisabled()
  await form.getByText('Leave it out', { exact: true }).last().click()
  await expect(form.getByRole('status')).toHaveText(
    '3 new positions, 1 gap, 1 new party, 1 new issue · 1 there already · 1 left out. Nothing that is there is replaced.',
  )
  await form.getByRole('textbox', { name: 'Searched where' }).fill('the colleague’s table')
  await write.click()

  await expect(cellOf(window, 'Second summit', 'Ukraine')).toHaveAttribute(
    'aria-label',
    /: demand: Meet in\nIstanbul, /,
  )
  await expect(cellOf(window, 'Second summit', 'Türkiye')).toHaveAccessibleName(/: view: Host it, /)
  await expect(cellOf(window, 'Grain corridor', 'Ukraine')).toHaveAttribute(
    'aria-label',
    /: view: Open {2}it, /,
  )
  await expect(cellOf(window, 'Grain corridor', 'Türkiye')).toContainText('in the colleague’s table')
  await expect(cellOf(window, 'Grain corridor', 'Russia')).toHaveAccessibleName(/not yet looked at/)
  await expect(undo(window)).toHaveAccessibleName(/Paste block/)
  await undo(window).click()
  await expect(window.getByRole('columnheader', { name: /Türkiye/ })).toHaveCount(0)
  await expect(cellOf(window, 'Second summit', 'Ukraine')).toHaveAccessibleName(/not yet looked at/)
  await expect(undo(window)).toBeDisabled()
})

test('a block that is larger than the comparison names the cells that have no place', async ({ window }) => {
  await cellOf(window, 'Accountability', 'Ukraine').click()
  await copy(window, { text: 'a\tb\tc\nd\te\n' })
  await window.keyboard.press('Control+v')
  const form = window.getByRole('form', { name: 'Paste a block' })
  await expect(form).toContainText('row 1, column C: there is no column of the comparison for it')
  await expect(form).toContainText('row 2, column A: there is no row of the comparison for it')
  await expect(form.getByRole('button', { name: /^Write/ })).toBeDisabled()
  await window.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await expect(cellOf(window, 'Accountability', 'Ukraine')).toBeFocused()
})

test('what is copied has its text kept, and pasted elsewhere comes out the same', async ({ window }) => {
  await cellOf(window, 'Second summit', 'Ukraine').click()
  await window.keyboard.type('=SUM(1;2) "quoted"')
  await window.keyboard.press('Shift+Enter')
  await window.keyboard.type('<b>next</b>')
  await window.keyboard.press('Control+Enter')
  const cell = cellOf(window, 'Second summit', 'Ukraine')
  await expect(cell).toHaveAccessibleName(/=SUM/)
  await cell.press('Shift+ArrowDown')
  await window.keyboard.press('Control+c')
  const { text, html } = await pasted(window)
  expect(text).toBe(`"'=SUM(1;2) ""quoted""\n<b>next</b>"\nPresident Putin tried for war crimes\n`)
  expect(html).toContain('&lt;b&gt;next&lt;/b&gt;')
  expect(html).not.toContain('>=SUM')

  await cellOf(window, 'NATO membership', 'United States').click()
  await window.keyboard.press('Control+v')
  await window.getByRole('form', { name: 'Paste a block' }).press('Control+Enter')
  await expect(cellOf(window, 'NATO membership', 'United States')).toHaveAttribute(
    'aria-label',
    /: view: =SUM\(1;2\) "quoted"\n<b>next<\/b>, no statement$/,
  )
})

test('one cell’s words are pasted into the chosen cell', async ({ window }) => {
  await cellOf(window, 'Second summit', 'Ukraine').click()
  await copy(window, { text: 'Only this' })
  await window.keyboard.press('Control+v')
  await expect(words(window)).toHaveValue('Only this')
})

async function drag(window: Page, to: { x: number; y: number }, steps = 6): Promise<void> {
  const grip = window.getByRole('button', { name: 'Use as evidence for…' }).first()
  const from = (await grip.boundingBox())!
  await window.mouse.move(from.x + 5, from.y + 8)
  await window.mouse.down()
  await window.mouse.move(to.x, to.y, { steps })
}

test('a statement is dragged from the side pane onto a cell, and onto one of its several positions', async ({
  window,
}) => {
  await cellOf(window, 'Armed forces', 'Russia').click()
  await window.keyboard.press('Enter')
  await window.getByRole('tab', { name: 'Evidence' }).click()
  const nato = cellOf(window, 'NATO membership', 'Russia')
  const box = (await nato.boundingBox())!
  await drag(window, { x: box.x + 60, y: box.y + 40 })
  await window.keyboard.down('Shift')
  await window.mouse.move(box.x + 64, box.y + 40)
  await window.mouse.up()
  await window.keyboard.up('Shift')
  await expect(window.getByText(/^(Now evidence|It is evidence for).*Agree never to join NATO/)).toBeVisible()

  await cellOf(window, 'NATO membership', 'Russia').click()
  const territory = cellOf(window, 'Territory and recognition', 'Russia')
  const several = (await territory.boundingBox())!
  await drag(window, { x: several.x + 60, y: several.y + 20 })
  const second = window.locator('[data-drop]').nth(1)
  await expect(second).toContainText('Recognise its claim to the part')
  const place = (await second.boundingBox())!
  await window.mouse.move(place.x + 60, place.y + place.height / 2)
  await expect(second).toHaveAttribute('data-chosen', 'true')
  await window.mouse.up()
  await expect(territory).toHaveAccessibleName(/Russian forces hold, 2 statements/)
  await expect(undo(window)).toHaveAccessibleName(/Add evidence/)
  await undo(window).click()
  await expect(territory).toHaveAccessibleName(/Russian forces hold, 1 statement/)
})

test('by keys: a statement is taken to an empty cell, and begins a position there', async ({ window }) => {
  await cellOf(window, 'Second summit', 'Russia').click()
  await window.keyboard.press('Enter')
  await window.getByRole('tab', { name: 'Evidence' }).click()
  await window.getByRole('button', { name: 'Use as evidence for…' }).first().press('Enter')
  await expect(cellOf(window, 'Second summit', 'Russia')).toBeFocused()
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('Enter')
  await expect(words(window)).not.toHaveValue('')
  await window.keyboard.press('Enter')
  await expect(cellOf(window, 'Second summit', 'Ukraine')).toHaveAccessibleName(/1 statement from 1 origin/)
  await expect(undo(window)).toHaveAccessibleName(/Record position/)
})
