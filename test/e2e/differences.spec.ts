import type { Page } from '@playwright/test'
import { expect, isReady, test } from './application'
import { expectNothingFound } from './axe'

const cell = (issue: string, party: string) => new RegExp(`^${issue}, ${party}:`)

async function compareWithRussia(window: Page) {
  const head = window.getByRole('columnheader', { name: /^Russia/ })
  await head.hover()
  await head.getByRole('button', { name: 'What to do with Russia' }).click()
  await window.getByRole('menuitem', { name: 'Compare the others with it, word by word' }).click()
  await expect(window.getByRole('button', { name: 'Stop comparing with Russia' }).first()).toBeVisible()
}

test('with Russia as the baseline, the others show what they add and leave out, and are heard so', async ({
  window,
}) => {
  const territory = window.getByRole('gridcell', { name: cell('Territory and recognition', 'Ukraine') })
  await expect(territory.locator('ins, del')).toHaveCount(0)
  await compareWithRussia(window)

  await expect(window.getByRole('banner')).toContainText('Compared with Russia')
  await expect(territory.locator('ins').first()).toBeVisible()
  await expect(territory.locator('del').first()).toBeVisible()
  await expect(territory).toHaveAccessibleName(
    /^Territory and recognition, Ukraine: demand to Russia, red line: compared with Russia, added: .+, left out: .+, 1 statement/,
  )
  const own = window.getByRole('gridcell', { name: cell('Territory and recognition', 'Russia') })
  await expect(own.locator('ins, del')).toHaveCount(0)
})

test('where one side has nothing, it says so, and nothing is struck through', async ({ window }) => {
  await compareWithRussia(window)
  const gap = window.getByRole('gridcell', { name: cell('NATO membership', 'United States') })
  await expect(gap).toContainText('No statement found')
  await expect(gap).toContainText('nothing to compare')
  await expect(gap.locator('ins, del')).toHaveCount(0)
  const unseen = window.getByRole('gridcell', { name: cell('Second summit', 'Ukraine') })
  await expect(unseen).toHaveAccessibleName(
    'Second summit, Ukraine: not yet looked at, nothing to compare with Russia',
  )
})

test('long texts are compared beside the window, not in it', async ({ window }) => {
  const long = (word: string) => `${'The parties meet again. '.repeat(700)}They agree on ${word}.`
  for (const [party, word] of [
    ['Russia', 'nothing'],
    ['Ukraine', 'everything'],
  ] as const) {
    await window.getByRole('gridcell', { name: cell('Second summit', party) }).click()
    await window.keyboard.type('x')
    await window.getByRole('textbox', { name: /^New position of/ }).fill(long(word))
    await window.keyboard.press('Control+Enter')
    await expect(window.getByRole('gridcell', { name: cell('Second summit', party) })).toContainText(word)
  }
  await compareWithRussia(window)
  const compared = window.getByRole('gridcell', { name: cell('Second summit', 'Ukraine') })
  await expect(compared.locator('ins').filter({ hasText: /^everything$/ })).toHaveCount(1)
  await expect(compared.locator('del').filter({ hasText: /^nothing$/ })).toHaveCount(1)
  expect(window.workers()).toHaveLength(1)
})

test('the same choice, the bar and Escape all leave', async ({ window }) => {
  const marks = window.getByRole('grid').locator('ins, del')
  await compareWithRussia(window)
  await window
    .getByRole('columnheader', { name: /^Russia/ })
    .getByRole('button', { name: 'Stop comparing with Russia' })
    .click()
  await expect(marks).toHaveCount(0)

  await compareWithRussia(window)
  await window.getByRole('banner').getByRole('button', { name: 'Stop comparing with Russia' }).click()
  await expect(marks).toHaveCount(0)

  await compareWithRussia(window)
  await window.keyboard.press('Escape')
  await expect(marks).toHaveCount(0)
})

test('by keys alone: from a column, from the palette by name, and from the menu', async ({ window }) => {
  const marks = window.getByRole('grid').locator('ins')
  const head = window.getByRole('columnheader', { name: /^Ukraine/ })
  await window.getByRole('gridcell', { name: cell('Territory and recognition', 'Ukraine') }).click()
  await window.keyboard.press('ArrowUp')
  await expect(head).toBeFocused()
  await window.keyboard.press('Control+b')
  await expect(head).toHaveAccessibleName('Ukraine, principal, the others are compared with it')
  await expect(marks.first()).toBeVisible()
  await window.keyboard.press('Control+b')
  await expect(marks).toHaveCount(0)

  await window.keyboard.press('Control+k')
  await window.getByRole('combobox', { name: 'What do you want to do?' }).fill('compare united')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('banner')).toContainText('Compared with United States')

  await window.getByRole('button', { name: 'Dossier', exact: true }).click()
  await window.getByRole('menuitem', { name: 'Stop comparing with United States' }).click()
  await expect(marks).toHaveCount(0)
})

test('axe finds nothing beside a baseline', async ({ window }) => {
  await compareWithRussia(window)
  await isReady(window)
  await window.mouse.move(0, 0)
  await expectNothingFound(window)
})
