import type { Page } from '@playwright/test'
import { expect, test } from './application'

const cell = (issue: string, party: string) => new RegExp(`^${issue}, ${party}:`)
const rows = (window: Page) => window.getByRole('rowheader')
const heads = (window: Page) =>
  window.getByRole('columnheader').filter({ hasNotText: /^(Issue|Party|Landing zone)/ })

async function filterBy(window: Page, ...choices: (string | RegExp)[]) {
  if (!(await window.getByRole('search', { name: 'Filter' }).isVisible()))
    await window.keyboard.press('Control+Shift+F')
  await window.getByRole('button', { name: 'Kind, party, date…' }).click()
  for (const choice of choices) await window.getByRole('button', { name: choice }).click()
  await window.keyboard.press('Escape')
}

test('a filter shows the rows that answer, steps the other cells back and says how many are shown', async ({
  window,
}) => {
  await expect(rows(window)).toHaveCount(6)
  await filterBy(window, /^demand, /, /^Ukraine, 2 issues/)

  await expect(window.getByRole('search')).toContainText('2 of 6 issues shown')
  await expect(rows(window)).toHaveCount(2)
  await expect(rows(window).first()).toContainText('Territory and recognition')
  // What does not answer is still all there to be read.
  await expect(
    window.getByRole('gridcell', { name: cell('Territory and recognition', 'Russia') }),
  ).toContainText('Donbas')

  await window.getByRole('button', { name: 'Take away: Ukraine' }).click()
  await expect(window.getByRole('search')).toContainText('4 of 6 issues shown')
  await window.getByRole('searchbox').fill('nato')
  await expect(window.getByRole('search')).toContainText('1 of 6 issues shown')
  await window.getByRole('button', { name: 'Show all' }).click()
  await expect(rows(window)).toHaveCount(6)
  await expect(window.getByRole('search')).toHaveCount(0)
})

test('a filter that nothing answers says so, and Escape in its words leaves it', async ({ window }) => {
  await window.keyboard.press('Control+Shift+F')
  await window.keyboard.type('zebra')
  await expect(window.getByRole('search').getByRole('status')).toHaveText(/^No issue answers all of this/)
  await expect(rows(window)).toHaveCount(0)
  await window.keyboard.press('Escape')
  await window.keyboard.press('Escape')
  await expect(window.getByRole('search')).toHaveCount(0)
  await expect(rows(window)).toHaveCount(6)
})

test('counts lead to what they count, one after the other', async ({ window }) => {
  const gaps = window.getByRole('navigation').getByRole('button', { name: /documented gaps$/ })
  const count = Number((await gaps.textContent())!.split(' ')[0])
  await gaps.click()
  await expect(window.getByRole('search')).toContainText('documented gap')
  const seen = new Set<string>()
  for (let at = 0; at < count; at += 1) {
    const selected = window.locator('[role="gridcell"][aria-selected="true"]')
    await expect(selected).toHaveAccessibleName(/no statement found/)
    seen.add((await selected.getAttribute('aria-label')) ?? '')
    await expect(selected).toBeFocused()
    await window.keyboard.press('F8')
    await expect(window.locator('[role="gridcell"][aria-selected="true"]')).toBeFocused()
  }
  expect(seen.size).toBe(count)
})

test('rows are sorted by disagreement, and say by how much or that it cannot be told', async ({ window }) => {
  await window.keyboard.press('Alt+2')
  await expect(rows(window).first()).toContainText('Territory and recognition')
  await expect(rows(window).first()).toContainText('disagreement 100 of 100')
  await expect(rows(window).last()).toContainText('disagreement unknown')
  await window.keyboard.press('Alt+4')
  await expect(rows(window).first()).toContainText(/\d gaps/)
  await window.keyboard.press('Alt+1')
  await expect(rows(window).first()).not.toContainText('gap')
})

test('an issue folds what nests in it, by mouse and by the arrows on its head', async ({ window }) => {
  await window.getByRole('button', { name: 'Add an issue' }).click()
  await window.getByRole('textbox', { name: 'Title' }).fill('Place of the talks')
  await window.getByRole('combobox', { name: 'Nested in' }).fill('Talks')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Control+Enter')
  await expect(rows(window)).toHaveCount(7)

  const talks = rows(window).filter({ hasText: 'Is there something to negotiate about' })
  await talks.getByRole('button', { name: 'fold 1 issue' }).click()
  await expect(rows(window)).toHaveCount(6)
  await expect(talks).toContainText('1 issue folded away')
  await talks.click()
  await window.keyboard.press('ArrowRight')
  await expect(rows(window)).toHaveCount(7)
  await window.keyboard.press('ArrowLeft')
  await expect(rows(window)).toHaveCount(6)
})

test('columns are hidden, moved and kept in sight from their heads, and turned into rows', async ({
  window,
}) => {
  const act = async (party: string, name: string) => {
    await window.getByRole('columnheader', { name: new RegExp(`^${party}`) }).hover()
    await window.getByRole('button', { name: `What to do with ${party}` }).click()
    await window.getByRole('menuitem', { name }).click()
  }
  await act('Russia', 'Move later')
  await expect(heads(window).first()).toContainText('Ukraine')
  await act('United States', 'Keep in sight')
  await expect(heads(window).first()).toContainText('United States')
  await act('Ukraine', 'Hide this column')
  await expect(heads(window)).toHaveCount(2)

  await window.getByRole('button', { name: 'View', exact: true }).click()
  await expect(window.getByRole('dialog')).toContainText('2 of 3 shown')
  await window.getByRole('button', { name: 'Show Ukraine' }).click()
  await expect(window.getByRole('dialog')).toContainText('3 of 3 shown')
  await window.getByRole('checkbox', { name: 'Parties down, issues across' }).check({ force: true })
  await window.keyboard.press('Escape')
  await expect(window.getByRole('columnheader', { name: /NATO membership/ })).toBeVisible()
  await expect(rows(window).first()).toContainText('United States')
})

test('a view is kept under a name, shown again after reloading, renamed, deleted and brought back', async ({
  window,
}) => {
  await filterBy(window, /^demand, /)
  await window.getByRole('button', { name: 'View', exact: true }).click()
  await window.getByText('disagreement', { exact: true }).click()
  await window.getByRole('textbox', { name: 'Name of the view' }).fill('Demands')
  await window.getByRole('button', { name: 'Save this view' }).click()
  await expect(window.getByRole('button', { name: 'Show “Demands”' })).toHaveAttribute('aria-pressed', 'true')

  await window.reload()
  await expect(rows(window)).toHaveCount(6)
  await window.keyboard.press('Control+K')
  await window.keyboard.type('demands')
  await window.keyboard.press('Enter')
  await expect(rows(window)).toHaveCount(4)
  await expect(rows(window).first()).toContainText('disagreement 100 of 100')

  await window.getByRole('button', { name: 'View', exact: true }).click()
  await window.getByRole('button', { name: 'Rename “Demands”' }).click()
  await window.getByRole('textbox', { name: 'Name of the view' }).first().fill('Who wants what')
  await window.keyboard.press('Enter')
  const shown = window.getByRole('button', { name: 'Show “Who wants what”' })
  await expect(shown).toBeVisible()
  await window.getByRole('button', { name: 'Delete “Who wants what”' }).click()
  await expect(shown).toHaveCount(0)
  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+Z')
  await window.getByRole('button', { name: 'View', exact: true }).click()
  await expect(shown).toBeVisible()
})

test('a coalition folds to one column that says where a member differs', async ({ window }) => {
  await window.getByRole('button', { name: 'Add a party' }).click()
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Coalition')
  await window.getByRole('button', { name: 'Add member' }).click()
  await window.getByRole('combobox', { name: 'Member' }).fill('Ukr')
  await window.keyboard.press('Enter')
  await window.keyboard.press('Control+Enter')
  await expect(heads(window)).toHaveCount(4)
  await expect(heads(window).nth(2)).toContainText('Coalition')
  await expect(heads(window).nth(3)).toContainText('Ukraine')

  await heads(window).nth(2).getByRole('button', { name: 'fold 1 member' }).click()
  await expect(heads(window)).toHaveCount(3)
  const territory = window.getByRole('gridcell', { name: cell('Territory and recognition', 'Coalition') })
  await expect(territory).toContainText('With words of their own: Ukraine')
  await heads(window).nth(2).getByRole('button', { name: 'show 1 member' }).click()
  await expect(heads(window)).toHaveCount(4)
})
