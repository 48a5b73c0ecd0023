import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { unwrap } from '../app/errors'
import type { Exported, ExportFormat } from '../app/contract/export-contract'
import { readWholeDossier } from '../db/tables/whole-dossier'
import { createDispatcher } from '../engine/dispatch'
import { createSession } from '../engine/session'
import { inTurn, timed, type Comparison } from './compare'
import { makeLargeDossier } from './large-dossier'
import { countVisibleText } from './visible-text'

const pairs = 7
const size = { issues: 1_000, parties: 50 }
const built = join(import.meta.dirname, '..')
const nobody = async () => null

const formats = {
  json: 'json',
  'csv-positions': 'csv',
  'csv-statements': 'csv',
  xlsx: 'xlsx',
  docx: 'docx',
  pptx: 'pptx',
  html: 'html',
} as const

/** Forms that LibreOffice prints. */
const officeFormats: readonly string[] = ['xlsx', 'docx', 'pptx']
/** The one that holds the most, of forms that have editions. */
const edition = 'sourced'
const briefings: readonly string[] = ['docx', 'pptx', 'html']

/** Each form of 1,000 issues × 50 parties, against reading those records from the file alone. */
export const benchExports: Record<string, () => Promise<Comparison>> = Object.fromEntries(
  Object.entries(formats).map(([format, extension]) => [
    `export ${format}`,
    () => benchExport(format as keyof typeof formats, extension),
  ]),
)

let made: string | null = null

/** One dossier serves all of them. */
function largeDossier(): string {
  if (made !== null) return made
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  made = join(folder, 'large.demarche')
  makeLargeDossier(made, size)
  return made
}

async function benchExport(
  format: ExportFormat & keyof typeof formats,
  extension: string,
): Promise<Comparison> {
  const path = largeDossier()
  const output = `${path}.${extension}`
  const session = createSession({
    user: 'bench',
    now: () => new Date(),
    homeFolder: `${path}.home`,
    samplePath: '',
    desktop: {
      chooseFileToOpen: nobody,
      chooseFileToSave: nobody,
      printPage: () => Promise.reject(new Error('Nothing is printed here.')),
    },
    announce: () => {},
  })
  session.openPath(path, { toRead: true })
  const dispatch = createDispatcher(session)
  // The dispatcher answers each name with that name's output.
  const ours = async () =>
    unwrap(await dispatch('dossier.export', { format, edition, path: output })) as Exported
  try {
    const { bytes } = await ours()
    const [mine, other] = await inTurn(
      pairs,
      () => timed(ours),
      () => timed(() => readWholeDossier(session.current().db)),
    )
    const growth = await growthOverTen(ours)
    const peak = await peakOfChild(path, format, output)
    const seen = officeFormats.includes(format) ? await visibleCounts(session, dispatch, format, path) : {}
    return {
      what: `${format} of ${size.issues} × ${size.parties}`,
      ours: { name: 'dossier.export', rounds: mine },
      other: { name: 'reading the records', rounds: other },
      counts: {
        'MB written': Math.round(bytes / 1e5) / 10,
        'MB at the peak of a process of its own': peak.megabytes,
        'ms of that process, start to end': peak.ms,
        'MB grown over ten in a row': growth,
        ...seen,
      },
    }
  } finally {
    session.close()
  }
}

/** What is still held when all that can be let go is: after ten, less after two. */
async function growthOverTen(work: () => Promise<unknown>): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const held = async () => {
    // What the last export was made of is held until its turn is over.
    await new Promise((resolve) => setImmediate(resolve))
    collect()
    return process.memoryUsage().heapUsed + process.memoryUsage().external
  }
  for (let round = 0; round < 2; round += 1) await work()
  const before = await held()
  for (let round = 0; round < 10; round += 1) await work()
  return Math.round(((await held()) - before) / 1e5) / 10
}

/** The command line in a process of its own, and the most memory that it ever had. */
function peakOfChild(
  path: string,
  format: string,
  output: string,
): Promise<{ megabytes: number; ms: number }> {
  const tell = 'process.on("exit",()=>process.stderr.write(`peak ${process.resourceUsage().maxRSS}`))'
  const start = performance.now()
  const child = spawn(
    process.execPath,
    [
      // As cli/bin.mjs starts it.
      '--max-semi-space-size=4',
      '--expose-gc',
      '--import',
      `data:text/javascript,${encodeURIComponent(tell)}`,
      join(built, 'main/demarche.js'),
      'export',
      path,
      '--to',
      format,
      '-o',
      output,
      ...(briefings.includes(format) ? ['--edition', edition] : []),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, DEMARCHE_HOME: `${path}.home` } },
  )
  let said = ''
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => {
      const peak = /peak (\d+)/.exec(said)?.[1]
      if (code !== 0 || peak === undefined) return reject(new Error(`The export ended with ${code}: ${said}`))
      // Linux counts it in kilobytes.
      resolve({ megabytes: Math.round(Number(peak) / 1_000), ms: Math.round(performance.now() - start) })
    })
  })
}

/** A dossier of a size that LibreOffice prints in a minute, in the same words. */
const printedSize = { issues: 60, parties: 12 }

async function visibleCounts(
  session: ReturnType<typeof createSession>,
  dispatch: ReturnType<typeof createDispatcher>,
  format: keyof typeof formats,
  large: string,
): Promise<Record<string, number>> {
  const path = `${large}.printed.demarche`
  if (!existsSync(path)) makeLargeDossier(path, printedSize)
  session.openPath(path, { toRead: true })
  const output = `${path}.${format}`
  unwrap(await dispatch('dossier.export', { format, edition, path: output }))
  const counted = await countVisibleText(output)
  if (counted === null) return {}
  return {
    [`% of the words of ${printedSize.issues} × ${printedSize.parties} seen when LibreOffice prints them`]:
      counted.percent,
    'pages of that': counted.pages,
    'ms of LibreOffice': counted.ms,
    'kB of that': Math.round(statSync(output).size / 1_000),
  }
}
