import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unwrap } from '../app/errors'
import { composeBriefing } from '../app/rules/briefing'
import { writeDocx } from '../engine/export/docx/write-docx'
import { writeFileInTurns } from '../engine/write-file'
import { timed, type Comparison } from './compare'
import { watched } from './watched'
import { openWideDossier } from './wide-dossier'
import { sourcedWish, wideRecords } from './wide-records'

const run = promisify(execFile)

/** LibreOffice gives up no more than this on one document. */
const patienceMs = 15 * 60_000

type Size = { issues: number; parties: number; statements: number; pairs: number }

/** The same comparison to PDF, by us from the dossier and by LibreOffice from our DOCX. */
async function benchPdf(size: Size): Promise<Comparison | null> {
  if (spawnSync('soffice', ['--version']).error !== undefined) {
    console.log('Left out: LibreOffice is not on this machine (on Debian: libreoffice-writer).')
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
  const gaps = { last: 0, worst: 0 }
  const notice = (name: string) => {
    if (name !== 'task.progress') return
    const now = performance.now()
    gaps.worst = Math.max(gaps.worst, now - gaps.last)
    gaps.last = now
  }
  const rendererFolder = join(import.meta.dirname, '../renderer')
  const ours: number[] = []
  const other: number[] = []
  let counts: Record<string, number> = {}
  try {
    const docx = join(folder, 'wide.docx')
    const document = composeBriefing(wideRecords(size), sourcedWish())
    const docxMs = await timed(() => writeFileInTurns(docx, writeDocx(document)))
    for (let pair = 0; pair < size.pairs; pair += 1) {
      const shell = await openWideDossier(folder, size, rendererFolder, notice)
      const path = join(folder, 'ours.pdf')
      gaps.last = performance.now()
      const seen = await watched(async () =>
        unwrap(
          await shell.dispatch('briefing.print', {
            edition: 'sourced',
            asOf: '2025-11-14',
            path,
            taskId: 'bench',
          }),
        ),
      )
      await shell.stop()
      rmSync(join(folder, 'wide.demarche'), { force: true })
      const theirs = await watched(() =>
        run(
          'soffice',
          [
            `-env:UserInstallation=file://${folder}/office`,
            '--headless',
            '--convert-to',
            'pdf',
            '--outdir',
            folder,
            docx,
          ],
          { timeout: patienceMs },
        ),
      )
      ours.push(seen.ms)
      other.push(theirs.ms)
      counts = {
        pages: await pagesOf(path),
        'pages of theirs': await pagesOf(join(folder, 'wide.pdf')),
        'ms of processor': seen.cpuMs,
        'ms of processor of theirs': theirs.cpuMs,
        'MB at most': seen.peakMb,
        'ms between progress at most': Math.round(gaps.worst),
        'ms for the DOCX': Math.round(docxMs),
        'per mille of the words in our PDF': await wordsFound(path, document),
        'per mille of the words in theirs': await wordsFound(join(folder, 'wide.pdf'), document),
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    what: `${size.issues} × ${size.parties} with ${size.statements} footnotes, to PDF`,
    ours: { name: 'briefing', rounds: ours },
    other: { name: 'LibreOffice from our DOCX', rounds: other },
    counts,
  }
}

async function pagesOf(path: string): Promise<number> {
  const { stdout } = await run('pdfinfo', [path])
  return Number(/Pages:\s+(\d+)/.exec(stdout)?.[1] ?? 0)
}

/** How many of the words of the parties' positions and of the notes come out of the file again. */
async function wordsFound(
  path: string,
  { comparison, sections }: ReturnType<typeof composeBriefing>,
): Promise<number> {
  const { stdout } = await run('pdftotext', [path, '-'], { maxBuffer: 1 << 30 })
  const there = counted(stdout)
  const tables = sections.flatMap((section) =>
    section.is === 'table' ? section.table.rows.flatMap(({ cells }) => cells.flat()) : [],
  )
  const lines = [...comparison!.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines)), ...tables]
  const wanted = counted(
    lines.flatMap(({ runs }) => runs.map((each) => (each.is === 'words' ? each.text : ''))).join(' '),
  )
  let all = 0
  let found = 0
  for (const [word, times] of wanted) {
    all += times
    found += Math.min(times, there.get(word) ?? 0)
  }
  return Math.round((found / all) * 10_000) / 10
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

export const benchBriefings: Record<string, () => Promise<Comparison | null>> = {
  'briefing-200': () => benchPdf({ issues: 200, parties: 30, statements: 3_000, pairs: 1 }),
  'briefing-1000': () => benchPdf({ issues: 1_000, parties: 50, statements: 3_000, pairs: 1 }),
}
