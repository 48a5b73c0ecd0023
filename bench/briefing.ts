import { execFile, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TaskProgress } from '../app/contract'
import { unwrap } from '../app/errors'
import { composeBriefing } from '../app/rules/briefing'
import { writeDocx } from '../engine/export/docx/write-docx'
import { writeFileInTurns } from '../engine/write-file'
import { timed, type Comparison } from './compare'
import { wordCounts } from './visible-text'
import { watched } from './watched'
import { openWideDossier } from './wide-dossier'
import { sourcedWish, wideRecords } from './wide-records'

const run = promisify(execFile)
const built = join(import.meta.dirname, '..')

/** LibreOffice gets no more than this for one document; what takes longer counts as this long. */
const patienceMs = 15 * 60_000

type Size = { issues: number; parties: number; statements: number; pairs: number }

/** Alone, where LibreOffice is not there or is not wanted. */
function isAlone(): boolean {
  if (process.argv.includes('--ours-alone')) return true
  if (spawnSync('soffice', ['--version']).error === undefined) return false
  console.log('Not compared: LibreOffice is not on this machine (on Debian: libreoffice-writer).')
  return true
}

/** The same comparison to PDF, by us from the dossier and by LibreOffice from our DOCX. */
async function benchPdf(size: Size): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
  const alone = isAlone()
  const rounds = { ours: [] as number[], other: [] as number[] }
  let counts: Record<string, number> = {}
  let isLowerBound = false
  try {
    for (let pair = 0; pair < size.pairs; pair += 1) {
      const { ms, counts: oursCounts } = await printOurs(folder, size)
      rounds.ours.push(ms)
      counts = { ...oursCounts }
      if (alone) continue
      const theirs = await printTheirs(folder, size)
      rounds.other.push(theirs.ms)
      isLowerBound ||= theirs.gaveUp
      counts = { ...counts, ...theirs.counts }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const bound = isLowerBound ? `, stopped after ${patienceMs / 60_000} minutes, so at least` : ''
  return {
    what: `${size.issues} × ${size.parties} with ${size.statements} footnotes, to PDF`,
    ours: { name: 'briefing', rounds: rounds.ours },
    other: { name: `LibreOffice from our DOCX${bound}`, rounds: rounds.other },
    counts,
  }
}

const documentOfSize = (size: Size) => composeBriefing(wideRecords(size), sourcedWish())

async function printOurs(folder: string, size: Size) {
  const seen = watchProgress()
  const shell = await openWideDossier(folder, size, join(built, 'renderer'), seen.notice)
  const path = join(folder, 'ours.pdf')
  seen.begin()
  const whole = await watched(async () =>
    unwrap(
      await shell.dispatch('briefing.print', {
        edition: 'sourced',
        asOf: '2025-11-14',
        path,
        taskId: 'bench',
      }),
    ),
  )
  const stages = seen.stages()
  await shell.stop()
  const dossier = join(folder, 'wide.demarche')
  const apart = await exportApart(dossier, path)
  rmSync(dossier, { force: true })
  return {
    ms: whole.ms,
    counts: {
      pages: await pagesOf(path),
      ...stages,
      'ms of processor': whole.cpuMs,
      'ms as a whole command': Math.round(apart.ms),
      'MB at most of that command and all it starts': apart.peakMb,
      'per mille of the words in our PDF': await wordsFound(path, documentOfSize(size)),
    },
  }
}

/** When the pieces were there, when the last was printed and what came after, by what the window is told. */
function watchProgress() {
  const at = { begin: 0, last: 0, composed: 0, printed: 0 }
  let worst = 0
  const step = () => {
    const now = performance.now()
    worst = Math.max(worst, now - at.last)
    at.last = now
    return now
  }
  return {
    begin: () => void (at.begin = at.last = performance.now()),
    notice(name: string, payload: unknown) {
      if (name !== 'task.progress') return
      const now = step()
      // The event carries what its contract says.
      const { done, of } = payload as TaskProgress
      if (of !== 1) at.composed ||= now
      if (done === of) at.printed ||= now
    },
    stages(): Record<string, number> {
      const end = step()
      return {
        'ms to compose': Math.round((at.composed || end) - at.begin),
        'ms to print, joining meanwhile': Math.round((at.printed || end) - (at.composed || end)),
        'ms to join the rest': Math.round(end - (at.printed || end)),
        'ms between progress at most': Math.round(worst),
      }
    },
  }
}

const asked = ['--to', 'pdf', '--edition', 'sourced', '--as-of', '2025-11-14']

/** The command line in a process of its own, which holds nothing of the bench. */
function exportApart(dossier: string, path: string) {
  const child = { pid: -1 }
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const started = spawn(
        process.execPath,
        [
          // As cli/bin.mjs starts it.
          '--max-semi-space-size=4',
          '--expose-gc',
          join(built, 'main/demarche.js'),
          'export',
          dossier,
          ...asked,
          '-o',
          path,
        ],
        { stdio: 'ignore', env: { ...process.env, DEMARCHE_HOME: `${dossier}.home` } },
      )
      child.pid = started.pid ?? -1
      started.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`The export ended with ${code}.`)),
      )
    })
  return watched(work, { root: () => child.pid })
}

async function printTheirs(folder: string, size: Size) {
  const docx = join(folder, 'wide.docx')
  const document = documentOfSize(size)
  const docxMs = await timed(() => writeFileInTurns(docx, writeDocx(document)))
  let gaveUp = false
  const seen = await watched(async () => (gaveUp = !(await convert(docx, folder))))
  const path = join(folder, 'wide.pdf')
  return {
    ms: seen.ms,
    gaveUp,
    counts: {
      'ms for the DOCX': Math.round(docxMs),
      'ms of processor of theirs': seen.cpuMs,
      'MB at most of theirs': seen.peakMb,
      ...(gaveUp
        ? {}
        : {
            'pages of theirs': await pagesOf(path),
            'per mille of the words in theirs': await wordsFound(path, document),
          }),
    },
  }
}

/** False when our patience is over: the program that it starts is ended with it. */
function convert(docx: string, folder: string): Promise<boolean> {
  const profile = `-env:UserInstallation=file://${folder}/office`
  const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx]
  const child = spawn('soffice', args, { stdio: 'ignore', detached: true })
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => {
      resolve(false)
      // Negative: the whole group that was started with it.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }, patienceMs)
    child.on('error', reject)
    child.on('exit', (code) => {
      clearTimeout(impatience)
      if (code === 0) resolve(true)
      else reject(new Error(`LibreOffice ended with ${code}.`))
    })
  })
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
  const there = wordCounts(stdout)
  const tables = sections.flatMap((section) =>
    section.is === 'table' ? section.table.rows.flatMap(({ cells }) => cells.flat()) : [],
  )
  const lines = [...comparison!.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines)), ...tables]
  const wanted = wordCounts(
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

export const benchBriefings: Record<string, () => Promise<Comparison>> = {
  'briefing-200': () => benchPdf({ issues: 200, parties: 30, statements: 3_000, pairs: 1 }),
  'briefing-1000': () => benchPdf({ issues: 1_000, parties: 50, statements: 3_000, pairs: 1 }),
}
