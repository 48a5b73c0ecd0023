import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AllRecords } from '../../app/model/records'
import { runDemarche } from '../builders/run-demarche'
import { builtSample, expect, isReady, test } from './application'
import { expectEveryNote } from './briefing-notes'

const hasPoppler = ['pdftotext', 'pdfinfo'].every((tool) => spawnSync(tool, ['-v']).error === undefined)
const withoutPoppler = 'pdftotext and pdfinfo are not installed (on Debian: apt-get install poppler-utils)'

const editions = ['summary', 'sourced'] as const
const papers = [
  { paper: 'A4', orientation: 'landscape', size: /841\.\d+ x 59[45]\.\d+ pts/ },
  { paper: 'A4', orientation: 'portrait', size: /59[45]\.\d+ x 84[12]\.?\d* pts/ },
  { paper: 'Letter', orientation: 'landscape', size: /79[12]\.?\d* x 61[12]\.?\d* pts/ },
  { paper: 'Letter', orientation: 'portrait', size: /61[12]\.?\d* x 79[12]\.?\d* pts/ },
] as const

const folder = mkdtempSync(join(tmpdir(), 'demarche-briefing-'))

/** The words of the dossier, as the export of everything has them. */
let records: AllRecords
test.beforeAll(async () => {
  copyFileSync(builtSample, join(folder, 'sample.demarche'))
  await demarche('export', 'sample.demarche', '--to', 'json', '-o', 'sample.json')
  records = (JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8')) as { records: AllRecords }).records
})

async function demarche(...args: string[]): Promise<void> {
  expect(await runDemarche(args, { folder })).toMatchObject({ code: 0, stderr: '' })
}

async function printSample(options: readonly string[]) {
  const pdf = join(folder, `${options.join('')}.pdf`)
  await demarche('export', 'sample.demarche', '--to', 'pdf', '-o', pdf, ...options)
  return {
    pdf,
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
      const { pdf, properties, pages, outline, language, hatched } = await printSample([
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
      if (edition === 'summary') expect(pages).toHaveLength(2)
      else if (orientation === 'landscape') await expectEveryNote(pdf)
    })
  }
}

test('an empty dossier prints one page that says so', async () => {
  test.skip(!hasPoppler, withoutPoppler)
  await demarche('new', 'empty.demarche', '--title', 'Nothing yet')
  await demarche('export', 'empty.demarche', '--to', 'pdf', '-o', 'empty.pdf')
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

  // What stays here is not on the paper either.
  await expect(paper).toContainText('Openness is stated in general terms')
  await window.locator('label').filter({ hasText: 'Assessments, and why a party moved' }).click()
  await expect(paper).not.toContainText('Openness is stated in general terms')

  // By keyboard the parts come before the figures of the paper.
  await window.getByRole('button', { name: 'Save PDF…' }).focus()
  await window.keyboard.press('Tab')
  await expect(window.getByRole('button', { name: 'Save as…' })).toBeFocused()

  await paper.getByRole('link', { name: '9', exact: true }).first().click()
  await expect(window.locator('#statement-9')).toBeFocused()
  await expect(window.locator('#statement-9')).toBeInViewport()
  await window.keyboard.press('Enter')
  await expect(window.locator('#cite-9')).toBeFocused()
  await expect(paper).toHaveAttribute('data-orientation', 'portrait')
})

test('the preview keeps to the paper, and says of how many pages it is: about, and once printed, exactly; findings are written beside it', async ({
  window,
  shell,
}) => {
  await window.getByRole('button', { name: 'Briefing' }).first().click()
  await isReady(window)
  const pages = window.getByRole('banner').getByRole('status')
  await expect(pages).toHaveText('about 2 pages')
  for (const paper of ['Letter', 'A4']) {
    await window.getByText(paper, { exact: true }).click()
    for (const orientation of ['Portrait', 'Landscape']) {
      await window.getByText(orientation, { exact: true }).click()
      await expect(window.getByRole('article')).toHaveAttribute('data-orientation', orientation.toLowerCase())
      const over = () =>
        window.getByRole('article').evaluate((article) => {
          const { right } = article.getBoundingClientRect()
          const parts = [...article.querySelectorAll('table, header, section')]
          return Math.max(...parts.map((part) => part.getBoundingClientRect().right)) - right
        })
      await expect.poll(over).toBeLessThan(1)
    }
  }

  // Made small, the sheet breaks its lines elsewhere; that is no page more.
  await window.setViewportSize({ width: 700, height: 900 })
  await window.getByText('Portrait', { exact: true }).click()
  await expect(window.getByRole('article')).toHaveAttribute('data-orientation', 'portrait')
  await expect(pages).toHaveText('about 2 pages')

  // There the paper has the whole width, and what it holds takes its place for as long as it is wanted.
  const article = window.getByRole('article')
  const parts = window.getByRole('complementary', { name: 'What the briefing holds' })
  await expect(parts).toBeHidden()
  await window.getByRole('button', { name: 'Parts and findings' }).click()
  await expect(parts).toBeInViewport()
  await expect(article).toBeHidden()
  await expect(pages).toHaveText('about 2 pages')
  await window.getByRole('button', { name: 'To the preview' }).click()
  await expect(article).toBeVisible()

  await window.getByRole('button', { name: 'Save PDF…' }).click()
  await window.getByLabel('File name, or a whole path').fill(join(shell.folder, 'short.pdf'))
  await window.keyboard.press('Enter')
  await expect(pages).toHaveText('2 pages')
  await window.getByText('Fully sourced', { exact: true }).first().click()
  await expect(pages).toHaveText('about 4 pages')

  await window.setViewportSize({ width: 1280, height: 800 })
  // A finding of one's own, by keys; its form leaves the focus where it was taken from.
  const add = window.getByRole('button', { name: 'Add a finding' })
  for (const [words, key] of [
    ['Left again', 'Escape'],
    ['A summit is wanted', 'Control+Enter'],
  ] as const) {
    await add.press('Enter')
    const form = window.getByRole('form', { name: 'The finding' })
    await expect(form.getByRole('textbox', { name: 'In a few words' })).toBeFocused()
    await window.keyboard.press('Tab')
    await window.keyboard.type(words)
    await window.keyboard.press(key)
    await expect(form).toHaveCount(0)
    await expect(add).toBeFocused()
  }
  await expect(window.getByRole('article')).toContainText('A summit is wanted')
  await expect(window.getByRole('article')).not.toContainText('Left again')
})

test('on paper there is the document alone', async ({ window }) => {
  await window.getByRole('button', { name: 'Briefing' }).first().click()
  await isReady(window)
  await window.emulateMedia({ media: 'print' })
  await expect(window.getByRole('article')).toBeVisible()
  await expect(window.getByRole('button', { name: 'Save PDF…' })).toBeHidden()
  await expect(window.getByRole('navigation')).toBeHidden()
})
