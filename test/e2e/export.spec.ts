import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runDemarche } from '../builders/run-demarche'
import { builtSample, expect, isReady, test } from './application'

async function exportSample(...args: string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-export-'))
  copyFileSync(builtSample, join(folder, 's.demarche'))
  const ran = await runDemarche(['export', 's.demarche', ...args], { folder })
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  return folder
}

test('the window exports what is chosen, and tells the author what stayed', async ({ page, shell }) => {
  await page.goto(`${shell.address}#/compare`)
  await isReady(page)
  await page.getByRole('banner').getByRole('button', { name: 'Export…' }).click()
  await page.getByRole('radio', { name: /Web page/ }).check({ force: true })
  await page.getByRole('checkbox', { name: 'Ukraine' }).check({ force: true })
  await page.getByRole('button', { name: 'Save…' }).click()
  const path = join(mkdtempSync(join(tmpdir(), 'demarche-export-')), 'out.html')
  await page.getByRole('textbox', { name: /File name/ }).fill(path)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: path })).toContainText('One party')
  const html = readFileSync(path, 'utf8')
  expect(html).toContain('Recognise Moscow')
  expect(html).not.toContain('All territory retaken')
})

test('a web page from a USB stick shows the words behind a cell, with scripts and without', async ({
  browser,
}) => {
  const folder = await exportSample('--to', 'html', '--edition', 'sourced', '-o', 's.html')
  const address = pathToFileURL(join(folder, 's.html')).href

  const plain = await browser.newContext({ javaScriptEnabled: false })
  const still = await plain.newPage()
  await still.goto(address)
  await still.locator('.cites a').first().click()
  await expect(still.locator('.statement:target')).toContainText('Russia wants Ukraine to recognise')
  await expect(still.locator('.statement:target')).toContainText('The Kremlin')
  await expect(still.getByText('Every figure leads to the words behind it')).toBeVisible()
  await expect(still.getByText('shows all of its statements beside it')).toBeHidden()
  await plain.close()

  const lively = await browser.newContext()
  const page = await lively.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (request.url() !== address) complaints.push(request.url())
  })
  await page.goto(address)
  await expect(page.getByText('shows all of its statements beside it')).toBeVisible()
  await page.locator('td[data-cell]').first().press('Enter')
  await expect(page.getByRole('complementary', { name: 'Evidence' })).toContainText(
    'Russia wants Ukraine to recognise',
  )
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary', { name: 'Evidence' })).toBeHidden()
  expect(complaints).toEqual([])
  await lively.close()
})

test('the command line keeps a party here, writes the list beside, and reads JSON back', async () => {
  const folder = await exportSample('--to', 'json', '-o', 's.json')
  const back = await runDemarche(['new', 'back.demarche', '--from', 's.json'], { folder })
  expect(back).toMatchObject({ code: 0, stderr: '' })
  await runDemarche(['export', 'back.demarche', '--to', 'json', '-o', 'again.json'], { folder })
  expect(readFileSync(join(folder, 'again.json'), 'utf8')).toBe(readFileSync(join(folder, 's.json'), 'utf8'))

  const args = [
    'export',
    's.demarche',
    '--to',
    'csv-positions',
    '-o',
    'p.csv',
    '--hide',
    'Ukraine',
    '--left-out',
    'list.txt',
  ]
  expect(await runDemarche(args, { folder })).toMatchObject({ code: 0 })
  expect(readFileSync(join(folder, 'p.csv'), 'utf8')).not.toContain('All territory retaken')
  expect(readFileSync(join(folder, 'list.txt'), 'utf8')).toContain('- Ukraine')
  for (const [wrong, words] of [
    [['--hide', 'Atlantis'], /No party is called “Atlantis”/],
    [['--confidential', 'secret'], /No tag is called “secret”/],
    [['--view', 'mine'], /No saved view is called “mine”/],
  ] as const) {
    const ran = await runDemarche(['export', 's.demarche', '--to', 'xlsx', '-o', 'x.xlsx', ...wrong], {
      folder,
    })
    expect(ran).toMatchObject({ code: 3, stdout: '' })
    expect(ran.stderr).toMatch(words)
  }
  const stray = await runDemarche(
    ['export', 's.demarche', '--to', 'xlsx', '-o', 'x.xlsx', '--without', 'everything'],
    { folder },
  )
  expect(stray.code).toBe(2)
})
