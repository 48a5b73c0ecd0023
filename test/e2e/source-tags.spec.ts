import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askEngine } from './ask-engine'
import { expect, isReady, test } from './application'

test('sources are selected, tagged at once, and stay here by that tag', async ({ window: page, shell }) => {
  for (const title of ['Cable from the embassy', 'Letter to the minister'])
    await askEngine(page, 'source.add', { title, text: title })
  await page.goto(`${shell.address}#/sources`)
  await isReady(page)
  await page.getByRole('button', { name: 'Select several' }).click()
  await page.getByRole('checkbox', { name: /Cable/ }).click()
  await page.getByRole('checkbox', { name: /Letter/ }).click()
  const panel = page.getByRole('region', { name: 'Select sources to tag' })
  await expect(panel.getByText('2 sources selected')).toBeVisible()
  await panel.getByRole('combobox', { name: 'Add a tag' }).fill('confidential')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: /Cable.*confidential/ })).toBeChecked()
  await panel.getByRole('button', { name: 'Done' }).click()

  await page.goto(`${shell.address}#/compare`)
  await isReady(page)
  await page.getByRole('banner').getByRole('button', { name: 'Export…' }).click()
  await page.getByRole('radio', { name: /Text \(Markdown\)/ }).check({ force: true })
  await page.getByRole('checkbox', { name: 'confidential (2 sources)' }).check({ force: true })
  await expect(page.getByText('Stays here: The author’s name · sources with 1 tag')).toBeVisible()
  await page.getByRole('checkbox', { name: /Add a last page for the author/ }).check({ force: true })
  await page.getByRole('button', { name: 'Save…' }).click()
  const path = join(mkdtempSync(join(tmpdir(), 'demarche-tags-')), 'out.md')
  await page.getByRole('textbox', { name: /File name/ }).fill(path)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: path })).toContainText('Cable from the embassy')
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('What was left out of this copy')
  expect(text).toContain('2 sources')
  expect(text).not.toContain('Cable')
})
