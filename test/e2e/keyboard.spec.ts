import type { Locator, Page } from '@playwright/test'
import { expect, test } from './application'

/** Tab is pressed until the focus is there; a place that cannot be reached so is a failure. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${target}`)
}

test('a position and its evidence are recorded, changed and undone by keyboard alone', async ({ window }) => {
  const { keyboard } = window
  const cell = window.getByRole('gridcell', { name: /^Second summit, Ukraine:/ })
  const pane = window.getByRole('complementary')

  // To the cell, and the position into it.
  await tabTo(window, window.getByRole('gridcell', { name: /^Territory and recognition, Russia:/ }))
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'])
    await keyboard.press(key)
  await expect(cell).toBeFocused()
  await keyboard.type('Talks at the front line')
  await keyboard.press('Control+2')
  await keyboard.press('Control+Enter')
  await expect(cell).toContainText('Talks at the front line')
  await expect(cell).toHaveAccessibleName(/: offer: Talks at the front line, no statement$/)

  // A statement for it, with its words chosen in the source.
  await expect(cell).toBeFocused()
  await keyboard.press('Enter')
  await tabTo(window, pane.getByRole('button', { name: 'Add evidence' }))
  await keyboard.press('Enter')
  await tabTo(window, pane.getByRole('button', { name: 'New statement' }))
  await keyboard.press('Enter')
  await expect(pane.getByRole('combobox', { name: 'Source' })).toBeFocused()
  await keyboard.type('Digest')
  await expect(pane.getByRole('option', { name: /^Digest/ })).toBeVisible()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  const text = pane.getByRole('textbox', { name: /^Text of Digest/ })
  await tabTo(window, text)
  await keyboard.press('Control+Home')
  for (let lines = 0; lines < 3; lines += 1) await keyboard.press('Shift+ArrowDown')
  await tabTo(window, pane.getByRole('button', { name: 'Take the selected words' }))
  await keyboard.press('Enter')
  await expect(pane.getByRole('textbox', { name: 'Words', exact: true })).not.toHaveValue('')
  await keyboard.press('Control+Enter')
  await expect(cell).toContainText('1 statement · 1 origin')

  // Its evidence is there to read, inside its source.
  await tabTo(window, pane.getByRole('tab', { selected: true }))
  await keyboard.press('ArrowRight')
  await tabTo(window, pane.getByRole('button', { name: 'Open in source' }).first())
  await keyboard.press('Enter')
  await expect(pane.locator('mark').first()).toBeInViewport()
  await keyboard.press('Escape')

  // The position is changed, and everything is undone.
  await tabTo(window, pane.getByRole('tab', { selected: true }))
  await keyboard.press('ArrowLeft')
  await tabTo(window, pane.getByRole('button', { name: 'Edit', exact: true }))
  await keyboard.press('Enter')
  await expect(pane.getByRole('form', { name: 'Position' })).toBeVisible()
  await keyboard.type(', at once')
  await keyboard.press('Control+Enter')
  await expect(cell).toContainText('Talks at the front line, at once')
  for (let steps = 0; steps < 3; steps += 1) await keyboard.press('Control+z')
  await expect(cell).toHaveAccessibleName('Second summit, Ukraine: not yet looked at')
})
