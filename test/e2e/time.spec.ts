import type { Page } from '@playwright/test'
import { expect, test } from './application'

const russiaOnTalks = (window: Page) => window.getByRole('gridcell', { name: /^Talks, Russia:/ })
const summitOfStates = (window: Page) =>
  window.getByRole('gridcell', { name: /^Second summit, United States:/ })
const slider = (window: Page) => window.getByRole('slider', { name: 'As of' })

test('the comparison is read as it stood before and after Alaska', async ({ window }) => {
  await expect(russiaOnTalks(window)).toHaveAccessibleName(/Open to a settlement/)
  await slider(window).focus()
  await window.keyboard.press('PageDown')
  await expect(slider(window)).toHaveAttribute('aria-valuetext', /15 August 2025, Alaska/)
  await expect(russiaOnTalks(window)).not.toHaveAccessibleName(/Open to a settlement/)
  await expect(window.getByRole('gridcell', { name: /^Talks, United States:.*End the war/ })).toBeVisible()

  await window.keyboard.press('ArrowRight')
  await expect(summitOfStates(window)).toHaveAccessibleName(/Meet President Putin in Hungary,/)
  await expect(summitOfStates(window)).toContainText('since about Oct 2025')
  await window.keyboard.press('End')
  await expect(summitOfStates(window)).toHaveAccessibleName(/since called off/)
})

test('the line is dragged, and the whole comparison follows', async ({ window }) => {
  const handle = (await slider(window).boundingBox())!
  const from = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 }
  await window.mouse.move(from.x, from.y)
  await window.mouse.down()
  await window.mouse.move(from.x - 400, from.y, { steps: 5 })
  await window.mouse.up()
  await expect(russiaOnTalks(window)).not.toHaveAccessibleName(/Open to a settlement/)
  await expect(slider(window)).toBeFocused()
})

test('what moved since Alaska: in the grid, as a list, and from the list to its cell', async ({ window }) => {
  await russiaOnTalks(window).click()
  await window.keyboard.press('ControlOrMeta+d')
  await expect(russiaOnTalks(window)).toContainText('+ new')
  await expect(russiaOnTalks(window)).toHaveAccessibleName(/changed since 15 August 2025: new/)
  await expect(window.getByRole('gridcell', { name: /^Talks, United States:/ })).not.toContainText('new')

  await window.keyboard.press('ControlOrMeta+Shift+d')
  const pane = window.getByRole('region', { name: 'Side pane' })
  await expect(pane.getByRole('heading', { name: 'Changes since Alaska' })).toBeVisible()
  await pane.getByRole('button', { name: 'Go to United States on Second summit' }).click()
  await expect(summitOfStates(window)).toHaveAttribute('aria-selected', 'true')
  await expect(summitOfStates(window)).toBeInViewport()
  await expect(pane.getByRole('heading', { name: 'Changes since Alaska' })).toBeVisible()
})

test('a later date shows what was reworded, word by word, and why; the position tells its life', async ({
  window,
}) => {
  await expect(slider(window)).toBeVisible()
  await window.keyboard.press('ControlOrMeta+d')
  await window.getByRole('button', { name: 'Changes since Alaska' }).click()
  const dialog = window.getByRole('dialog', { name: 'Show what changed since' })
  await dialog.getByRole('textbox').fill('2025-10-15')
  await dialog.getByRole('button', { name: 'Show changes since this date' }).click()
  await summitOfStates(window).click()
  await expect(summitOfStates(window)).toContainText('↔ reworded')
  await expect(summitOfStates(window).locator('ins')).toHaveText('; since called off')

  await window.keyboard.press('Enter')
  const life = window.getByRole('region', { name: 'What it superseded' })
  await expect(life).toContainText('Why it moved')
  await expect(life.locator('ins')).toHaveText('; since called off')
  await expect(life).toContainText('since about Oct 2025')

  await window.getByRole('button', { name: 'Briefing', exact: true }).first().click()
  const changes = window.locator('#changes')
  await expect(changes.getByRole('heading', { name: 'Changes since 15 October 2025' })).toBeVisible()
  await expect(changes.locator('ins')).toHaveText('; since called off')
})
