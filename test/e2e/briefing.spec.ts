import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AllRecords } from '../../app/model/records'
import { runDemarche } from '../builders/run-demarche'
import { expect, isReady, test } from './application'

const hasPoppler = ['pdftotext', 'pdfinfo'].every((tool) => spawnSync(tool, ['-v']).error === undefined)
const withoutPoppler = 'pdftotext and pdfinfo are not installed (on Debian: apt-get install poppler-utils)'

const editions = ['summary', 'sourced'] as const
const papers = [
  { paper: 'A4', orientation: 'landscape', size: /841\.\d+ x 59[45]\.\d+ pts/ },
  { paper: 'A4', orientation: 'portrait', size: /59[45]\.\d+ x 84[12]\.?\d* pts/ },
  { paper: 'Letter', orientation: 'landscape', size: /79[12]\.?\d* x 61[12]\.?\d* pts/ },
  { paper: 'Letter', orientation: 'portrait', size: /61[12]\.?\d* x 79[12]\.?\d* pts/ },
] as const

async function printSample(options: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-briefing-'))
  for (const args of [
    ['new', 'sample.demarche', '--sample'],
    ['export', 'sample.demarche', '--to', 'json', '-o', 'sample.json'],
    ['export', 'sample.demarche', '--to', 'pdf', '-o', 'briefing.pdf', ...options],
  ]) {
    const ran = await runDemarche(args, { folder })
    expect(ran.stderr).toBe('')
    expect(ran.code).toBe(0)
  }
  const pdf = join(folder, 'briefing.pdf')
  // The words of the dossier, as the export of everything has them.
  const { records } = JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8')) as { records: AllRecords }
  return {
    records,
    properties: execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }),
    pages: execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1).map(oneLine),
    outline: readFileSync(pdf, 'latin1').includes('/Outlines'),
    language: /\/Lang \(en\)/.test(readFileSync(pdf, 'latin1')),
    hatched: readFileSync(pdf, 'latin1').match(/\/PatternType 1/g)?.length ?? 0,
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

for (const edition of editions) {
  for (const { paper, orientation, size } of papers) {
    test(`the ${edition} edition on ${paper} ${orientation} holds every quotation with its number`, async () => {
      test.skip(!hasPoppler, withoutPoppler)
      const { records, properties, pages, outline, language, hatched } = await printSample([
        '--edition',
        edition,
        '--paper',
        paper,
        '--orientation',
        orientation,
      ])

      expect(properties).toMatch(/Tagged: +yes/)
      expect(properties).toContain('Ending the war in Ukraine: briefing, as of 14 November 2025')
      expect(properties).toMatch(size)
      expect({ outline, language }).toEqual({ outline: true, language: true })
      expect(hatched).toBe(records.gap.length)

      const cited = new Set(records.evidence.map(({ statementId }) => statementId))
      const quotations = records.statement.filter(({ id, form }) => form === 'verbatim' && cited.has(id))
      expect(quotations.length).toBeGreaterThan(4)
      const text = pages.join(' ')
      const numbers = quotations.map(({ text: words }) => {
        const before = text.split(`“${oneLine(words)}”`)[0]!
        expect(text, words).toContain(`“${oneLine(words)}”`)
        return Number(/(\d+) $/.exec(before)?.[1])
      })
      expect(new Set(numbers).size).toBe(quotations.length)
      expect(Math.min(...numbers)).toBeGreaterThan(0)

      pages.forEach((page, index) => {
        expect(page).toContain('INTERNAL')
        expect(page).toContain('Ending the war in Ukraine')
        expect(page).toContain('As of 14 November 2025')
        expect(page).toContain('As recorded on')
        expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
      })
    })
  }
}

for (const { paper, orientation } of papers) {
  test(`the summary of the sample is two pages on ${paper} ${orientation}`, async () => {
    test.skip(!hasPoppler, withoutPoppler)
    const { pages } = await printSample(['--paper', paper, '--orientation', orientation])
    expect(pages).toHaveLength(2)
  })
}

test('an empty dossier prints one page that says so', async () => {
  test.skip(!hasPoppler, withoutPoppler)
  const folder = mkdtempSync(join(tmpdir(), 'demarche-briefing-'))
  await runDemarche(['new', 'empty.demarche', '--title', 'Nothing yet'], { folder })
  await runDemarche(['export', 'empty.demarche', '--to', 'pdf', '-o', 'empty.pdf'], { folder })
  const text = execFileSync('pdftotext', [join(folder, 'empty.pdf'), '-'], { encoding: 'utf8' })
  expect(oneLine(text)).toContain('This dossier holds no issues and no parties yet')
  expect(text).toContain('Page 1 of 1')
})

test('the choices above the preview change the sheet, and its figures lead to their statements', async ({
  window,
}) => {
  await window.getByRole('button', { name: 'Briefing' }).first().click()
  await isReady(window)
  const paper = window.getByRole('article')
  await expect(paper.getByRole('heading', { name: 'Every statement cited, in its own words' })).toBeVisible()

  await window.getByText('Fully sourced', { exact: true }).first().click()
  await expect(paper.getByRole('heading', { name: 'Annex: sources' })).toBeVisible()
  await window.getByText('Portrait', { exact: true }).click()
  await expect(paper).toHaveAttribute('data-orientation', 'portrait')
  await expect(window).toHaveTitle('Ending the war in Ukraine: briefing, as of 14 November 2025')

  await paper.getByRole('link', { name: '9', exact: true }).first().click()
  await expect(window.locator('#statement-9')).toBeFocused()
  await expect(window.locator('#statement-9')).toBeInViewport()
  await window.keyboard.press('Enter')
  await expect(window.locator('#cite-9')).toBeFocused()
  await expect(paper).toHaveAttribute('data-orientation', 'portrait')
})

test('on paper there is the document alone', async ({ window }) => {
  await window.getByRole('button', { name: 'Briefing' }).first().click()
  await isReady(window)
  await window.emulateMedia({ media: 'print' })
  await expect(window.getByRole('article')).toBeVisible()
  await expect(window.getByRole('button', { name: 'Save PDF…' })).toBeHidden()
  await expect(window.getByRole('navigation')).toBeHidden()
})
