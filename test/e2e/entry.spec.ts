import type { Page } from '@playwright/test'
import { expect, test } from './application'

const nameOf = (issue: string, party: string) => new RegExp(`^${issue}, ${party}:`)
const cellOf = (window: Page, issue: string, party: string) =>
  window.getByRole('gridcell', { name: nameOf(issue, party) })
const words = (window: Page) => window.locator('[data-cell-editor] textarea')
const undo = (window: Page) => window.getByRole('button', { name: /^Undo/ })

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
