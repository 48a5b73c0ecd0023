import type { Locator, Page } from '@playwright/test'
import { expect, test } from './application'
import { askEngine, issueCalled } from './ask-engine'
import { expectNothingFound } from './axe'

const title = 'Territory and recognition'

async function openRow(window: Page) {
  await window.getByRole('rowheader', { name: new RegExp(title) }).click()
  await window.getByRole('banner').getByRole('button', { name: 'Show or hide the side pane' }).click()
  await expect(window.getByRole('tab', { name: 'Row' })).toHaveAttribute('aria-selected', 'true')
  return window.getByRole('complementary')
}

const standOf = (within: Locator, party: string) =>
  within.getByRole('slider', { name: new RegExp(`^${party}(?!.*end$)`) }).first()

const ukraineAt = async (window: Page) => {
  const { id: issueId } = await issueCalled(window, title)
  const parties = await askEngine(window, 'party.list', {})
  const partyId = parties.find(({ shortName }) => shortName === 'Ukraine')!.id
  const [position] = await askEngine(window, 'position.list', { issueId, partyId })
  return [position!.atLow, position!.atHigh]
}

/** Where a place on the scale is on the page. */
async function pointAt(scale: Locator, at: number) {
  const box = (await scale.locator('> div').first().boundingBox())!
  return { x: box.x + (box.width * at) / 100, y: box.y }
}

test('a stand is dragged with the mouse, rests on a mark, and comes back with one undo', async ({
  window,
}) => {
  const pane = await openRow(window)
  const scale = pane.getByRole('group', { name: `Scale of ${title}` })
  const ukraine = standOf(scale, 'Ukraine')
  await expect(ukraine).toHaveAttribute('aria-valuetext', '0 of 100, 1991 borders')
  const from = (await ukraine.boundingBox())!
  const to = await pointAt(scale, 48.6)
  await window.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await window.mouse.down()
  await window.mouse.move(to.x - 20, to.y, { steps: 5 })
  await window.mouse.move(to.x, to.y)
  await expect(ukraine).toHaveAttribute('aria-valuetext', '50 of 100, held, but recognised by nobody')
  expect(await ukraineAt(window)).toEqual([0, 0])
  await window.screenshot({ path: test.info().outputPath('dragging.png') })
  await window.mouse.up()
  await expect.poll(() => ukraineAt(window)).toEqual([50, 50])
  await expect(pane).toContainText('Ukraine 50 of 100, held, but recognised by nobody')

  await window.getByRole('banner').getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => ukraineAt(window)).toEqual([0, 0])
  await expect(ukraine).toHaveAttribute('aria-valuenow', '0')
})

test('by keys: one, ten, to the next mark, an end of it, and Escape leaves it', async ({ window }) => {
  const pane = await openRow(window)
  const ukraine = standOf(pane, 'Ukraine')
  await ukraine.focus()
  await window.keyboard.press('ArrowRight')
  await expect.poll(() => ukraineAt(window)).toEqual([1, 1])
  await window.keyboard.press('Shift+ArrowUp')
  await expect.poll(() => ukraineAt(window)).toEqual([11, 11])
  await window.keyboard.press('PageUp')
  await expect.poll(() => ukraineAt(window)).toEqual([50, 50])
  await pane.getByRole('slider', { name: 'Ukraine, upper end' }).focus()
  await window.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => ukraineAt(window)).toEqual([50, 60])
  await ukraine.focus()
  await window.keyboard.down('End')
  await expect(ukraine).toHaveAttribute('aria-valuenow', '90')
  await window.keyboard.press('Escape')
  await window.keyboard.up('End')
  await expect(ukraine).toHaveAttribute('aria-valuenow', '50')
  expect(await ukraineAt(window)).toEqual([50, 60])
  await window.keyboard.press('Delete')
  await expect.poll(() => ukraineAt(window)).toEqual([null, null])
  await expect(pane).toContainText('2 parties: no stand')
})

test('the landing zone is dropped onto the scale, made wider, and put back by a chip', async ({ window }) => {
  const pane = await openRow(window)
  const scale = pane.getByRole('group', { name: `Scale of ${title}` })
  const chip = scale.getByRole('button', { name: 'Landing zone', exact: true })
  const box = (await chip.boundingBox())!
  const target = await pointAt(scale, 30)
  await window.mouse.move(box.x + 20, box.y + 10)
  await window.mouse.down()
  await window.mouse.move(target.x + 30, target.y, { steps: 6 })
  await window.mouse.move(target.x, target.y)
  await window.mouse.up()
  const zone = async () => {
    const { zoneLow, zoneHigh } = await issueCalled(window, title)
    return [zoneLow, zoneHigh]
  }
  await expect.poll(zone).toEqual([25, 35])
  await expect(scale.getByRole('slider', { name: 'Landing zone', exact: true })).toBeFocused()

  const end = (await scale.getByRole('slider', { name: 'Landing zone, upper end' }).boundingBox())!
  const wider = await pointAt(scale, 60)
  await window.mouse.move(end.x + 4, end.y + 12)
  await window.mouse.down()
  await window.mouse.move(wider.x, wider.y + 12, { steps: 8 })
  await window.mouse.up()
  await expect.poll(async () => (await zone())[1]).toBeGreaterThan(50)
  await window.screenshot({ path: test.info().outputPath('zone.png') })
  await scale.getByRole('button', { name: 'Take Landing zone off the scale' }).click()
  await expect.poll(zone).toEqual([null, null])
})

test('marks are moved, reworded, added and removed where they stand', async ({ window }) => {
  const pane = await openRow(window)
  await pane.getByRole('button', { name: 'Edit the marks' }).click()
  const wording = pane.getByRole('textbox', { name: 'Wording at 50' })
  await wording.fill('a line of control')
  await wording.press('Enter')
  const place = pane.getByRole('textbox', { name: 'Place of “a line of control”' })
  await expect(place).toBeVisible()
  await place.fill('130')
  await expect(pane.getByRole('alert')).toContainText('a whole number from 0 to 100')
  await place.fill('40')
  await place.press('Enter')
  await expect(pane.getByRole('textbox', { name: 'Wording at 40' })).toHaveValue('a line of control')

  const mark = pane.getByRole('slider', { name: 'a line of control' })
  await mark.focus()
  await window.keyboard.press('Shift+ArrowRight')
  await expect(pane.getByRole('textbox', { name: 'Wording at 50' })).toHaveValue('a line of control')

  await pane.getByRole('button', { name: 'Add a mark' }).click()
  await window.keyboard.type('partly recognised')
  await window.keyboard.press('Enter')
  await expect(pane.getByRole('textbox', { name: 'Place of “partly recognised”' })).toBeVisible()
  await pane.getByRole('button', { name: 'Remove “partly recognised”' }).click()
  await expect(pane.getByRole('textbox', { name: 'Place of “partly recognised”' })).toHaveCount(0)
  await window.getByRole('banner').getByRole('button', { name: /^Undo/ }).click()
  await expect(pane.getByRole('textbox', { name: 'Place of “partly recognised”' })).toBeVisible()
  await window.screenshot({ path: test.info().outputPath('marks.png') })
})

test('a suggested status says why, leads to its cells, and is set only by a press', async ({ window }) => {
  const { id: issueId } = await issueCalled(window, title)
  for (const position of await askEngine(window, 'position.list', { issueId })) {
    const party = await askEngine(window, 'party.get', { id: position.partyId })
    const [atLow, atHigh] = party.shortName === 'Ukraine' ? [20, 60] : [50, 100]
    await askEngine(window, 'position.change', { id: position.id, atLow, atHigh })
  }
  const pane = await openRow(window)
  const suggestion = pane.getByRole('region', { name: 'The positions suggest: converging' })
  await expect(suggestion).toContainText('All who have a stand on the scale can meet at 50 to 60 of 100.')
  await expect(suggestion).toContainText(
    'This is read from the 2 of 3 parties that have spoken; of United States nothing is known here.',
  )
  expect((await issueCalled(window, title)).status).toBe('deadlocked')
  await expect(window.getByRole('rowheader', { name: new RegExp(title) })).toContainText(
    'The positions suggest: converging',
  )
  await window.screenshot({ path: test.info().outputPath('suggestion.png') })
  await suggestion.getByRole('button', { name: 'Set to converging' }).click()
  await expect.poll(async () => (await issueCalled(window, title)).status).toBe('converging')
  await expect(suggestion).toHaveCount(0)
  await window.getByRole('banner').getByRole('button', { name: /^Undo/ }).click()
  await suggestion.getByRole('button', { name: 'Not now' }).click()
  await expect(suggestion).toHaveCount(0)
  expect((await issueCalled(window, title)).status).toBe('deadlocked')
})

test('axe finds nothing on a scale with a zone, nor while its marks are edited', async ({ window }) => {
  const { id } = await issueCalled(window, title)
  await askEngine(window, 'issue.change', { id, zoneLow: 30, zoneHigh: 60 })
  const pane = await openRow(window)
  for (const isEditing of [false, true]) {
    if (isEditing) await pane.getByRole('button', { name: 'Edit the marks' }).click()
    await expectNothingFound(window, { within: ['main', 'aside'] })
  }
})
