import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { readZip } from '../test/builders/read-zip'

const run = promisify(execFile)
const limits = { maxBuffer: 1 << 30, timeout: 900_000 }

/**
 * How many of an office file's words are on the pages that LibreOffice prints of it: every word of every cell and note
 * is looked for as often as it occurs. Null where there is no LibreOffice.
 */
export async function countVisibleText(
  path: string,
): Promise<{ percent: number; pages: number; ms: number; missing: string[] } | null> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-print-'))
  try {
    const start = performance.now()
    try {
      await run(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          path,
        ],
        limits,
      )
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    }
    const ms = Math.round(performance.now() - start)
    const pdf = join(folder, `${basename(path, extname(path))}.pdf`)
    const printed = wordCounts((await run('pdftotext', ['-layout', pdf, '-'], limits)).stdout)
    const pages = Number(/Pages:\s+(\d+)/.exec((await run('pdfinfo', [pdf], limits)).stdout)?.[1] ?? 0)
    const wanted = wordCounts(wordsOf(path))
    let all = 0
    let seen = 0
    const missing: string[] = []
    for (const [word, count] of wanted) {
      const found = Math.min(count, printed.get(word) ?? 0)
      all += count
      seen += found
      if (found < count) missing.push(`${word} ${found}/${count}`)
    }
    return { percent: Math.floor((seen / all) * 100_000) / 1_000, pages, ms, missing }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Words of three letters and more: a shorter one may stand in the margin by itself. Long ones break across lines, and
 * the figures of notes stand close to words.
 */
export function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(/\p{L}{3,14}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** What is printed: neither headers, which every page has, nor the notes to slides. */
const printed = /^(?:xl\/worksheets\/.*|word\/(?:document|footnotes)|ppt\/slides\/slide\d+)\.xml$/

function wordsOf(path: string): string {
  const entries = readZip(readFileSync(path))
  const shared = paragraphsOf(entries.get('xl/sharedStrings.xml') ?? '', 'si')
  return [...entries]
    .filter(([name]) => printed.test(name))
    .flatMap(([, xml]) => [
      ...paragraphsOf(xml, 'w:p|a:p|is'),
      ...Array.from(xml.matchAll(/ t="s"><v>(\d+)</g), ([, number]) => shared[Number(number)]!),
    ])
    .join(' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
}

/** What stands together as words: the runs of a paragraph without anything between them. */
const paragraphsOf = (xml: string, ends: string): string[] =>
  xml
    .split(new RegExp(`</(?:${ends})>`))
    .map((part) =>
      Array.from(part.matchAll(/<(?:\w:)?t(?: [^>]*)?>([^<]*)<|<\w:br\/>/g), ([, text]) => text ?? ' ').join(
        '',
      ),
    )
