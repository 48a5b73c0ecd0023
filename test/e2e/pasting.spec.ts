import type { Page } from '@playwright/test'
import { expect, test } from './application'
import { copy, pasted } from './clipboard'

const cellOf = (window: Page, issue: string, party: string) =>
  window.getByRole('gridcell', { name: new RegExp(`^${issue}, ${party}:`) })
const words = (window: Page) => window.locator('[data-cell-editor] textarea')
const undo = (window: Page) => window.getByRole('button', { name: /^Undo/ })

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
  await expect(form).toContainText('in each of 2 cells (A2, B2), there is no row of the comparison for it')
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
