import { expect, isReady, test } from './application'
import { expectNothingFound } from './axe'

test('axe finds nothing on Home', async ({ shell, page }) => {
  await page.goto(`${shell.address}#/home`)
  await expect(page.getByRole('heading', { name: 'Démarche' })).toBeVisible()
  await expectNothingFound(page)
  await page.getByRole('button', { name: 'New dossier…' }).click()
  await expectNothingFound(page)
})

test('axe finds nothing on Compare, with each tab of the side pane', async ({ window }) => {
  await expectNothingFound(window)
  await window.getByRole('gridcell', { name: /^Talks, Russia:/ }).click()
  await window.keyboard.press('Enter')
  for (const tab of ['Row', 'Cell', 'Evidence']) {
    await window.getByRole('tab', { name: tab }).click()
    await expectNothingFound(window)
  }
})

test('axe finds nothing on Sources: the list, a text, the form, and each tab', async ({ window }) => {
  await window.getByRole('button', { name: /^Sources/ }).click()
  await isReady(window)
  await expect(window.getByRole('button', { name: /Digest: the Kremlin/ })).toBeVisible()
  await expectNothingFound(window)
  await window.getByRole('button', { name: /Digest: the Kremlin/ }).click()
  await expect(window.getByText(/^\d+ passages$/)).toBeVisible()
  await window.keyboard.press('Tab')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('form', { name: 'New statement' })).toBeVisible()
  await expectNothingFound(window)
  for (const tab of ['In this source', 'Source']) {
    await window.getByRole('tab', { name: tab, exact: true }).click()
    await expectNothingFound(window)
  }
})

test('axe finds nothing on Briefing', async ({ window }) => {
  await window.getByRole('button', { name: 'Briefing' }).first().click()
  await isReady(window)
  await expect(window.getByRole('table').first()).toBeVisible()
  await expectNothingFound(window)
})
