import { join } from 'node:path'
import { expect, test } from './application'

test.use({ shellArguments: [] })

test('a new dossier is created, closed, and found again among the recent ones', async ({ shell, page }) => {
  await page.goto(shell.address)
  await expect(page.getByText('Dossiers that you open are listed here')).toBeVisible()

  await page.getByRole('button', { name: 'New dossier…' }).click()
  await page.getByLabel('What is negotiated?').fill('Fish quotas')
  await page.keyboard.press('Enter')

  const dialog = page.getByRole('dialog', { name: 'Save as' })
  await expect(dialog.getByLabel('File name, or a whole path')).toHaveValue('Fish-quotas.demarche')
  await dialog.getByLabel('File name, or a whole path').fill(join(shell.folder, 'fish'))
  await page.keyboard.press('Enter')

  await expect(page.getByText('A comparison puts parties side by side; add the first one')).toBeVisible()
  await page.getByRole('button', { name: 'Dossier', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Close the dossier' }).click()

  await page
    .getByRole('button', { name: /Fish quotas/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Fish quotas' })).toBeVisible()
})

test('the sample opens as a fresh copy each time', async ({ shell, page }) => {
  await page.goto(shell.address)
  await page.getByRole('button', { name: 'Look at the sample' }).click()
  await expect(page.getByRole('grid', { name: 'Comparison' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Ending the war in Ukraine' })).toBeVisible()
})

test('a file that is no dossier is refused with a sentence, and Home stays', async ({ shell, page }) => {
  await page.goto(shell.address)
  await page.getByRole('button', { name: 'Open a dossier…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Open a dossier' })
  await dialog.getByLabel('File name, or a whole path').fill(join(shell.folder, 'nothing.demarche'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('“nothing.demarche” is not there')
  await expect(page.getByRole('button', { name: 'Open a dossier…' })).toBeVisible()
})
