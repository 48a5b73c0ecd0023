import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { inflateRawSync } from 'node:zlib'

const run = promisify(execFile)
const limits = { maxBuffer: 1 << 30, timeout: 900_000 }

/**
 * How many of a spreadsheet's words are on the pages that LibreOffice prints of it: every word of every cell is looked
 * for as often as it occurs. Null where there is no LibreOffice.
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
    const pdf = join(folder, basename(path).replace(/\.xlsx$/, '.pdf'))
    const printed = wordCounts((await run('pdftotext', ['-layout', pdf, '-'], limits)).stdout)
    const pages = Number(/Pages:\s+(\d+)/.exec((await run('pdfinfo', [pdf], limits)).stdout)?.[1] ?? 0)
    const wanted = wordCounts(sheetWords(path))
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

/** Words of three letters and more: a shorter one may stand in the margin by itself. Long ones break across lines. */
function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(/[\p{L}\p{N}]{3,14}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function sheetWords(path: string): string {
  const bytes = readFileSync(path)
  const texts: string[] = []
  // The directory at the end says where each part is.
  let at = bytes.readUInt32LE(bytes.length - 6)
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const offset = bytes.readUInt32LE(at + 42)
    if (name.startsWith('xl/worksheets/') || name === 'xl/sharedStrings.xml') {
      const start = offset + 30 + bytes.readUInt16LE(offset + 26)
      const xml = inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20))).toString()
      texts.push([...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => text).join(' '))
    }
    at += 46 + nameLength
  }
  return texts
    .join(' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
}
