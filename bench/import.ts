import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { getDocumentProxy } from 'unpdf'
import { unwrap } from '../app/errors'
import type { TaskProgress } from '../app/contract'
import { startReader } from '../cli/start-reader'
import { readDocument } from '../engine/import/read-document'
import { readInProcess } from '../engine/import/read-in-process'
import { makeLongPdf } from '../test/import/make-pdf'
import { inTurn, median, timed, type Comparison } from './compare'
import { openSession } from './open-session'

const pairs = 7
const pageCount = 300
const readerFile = join(import.meta.dirname, '../main/document-reader.js')

/** Our reading of a PDF, in this process, against PDF.js handing over the same pages' text. */
export async function benchReadPdf(): Promise<Comparison> {
  const bytes = makeLongPdf(pageCount)
  let letters = 0
  const ours = async () => {
    letters = (await readDocument(bytes, { fileName: 'long.pdf' })).text.length
  }
  const bare = async () => {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    for (let number = 1; number <= pdf.numPages; number += 1)
      await (await pdf.getPage(number)).getTextContent()
  }
  await ours()
  await bare()
  const [mine, other] = await inTurn(
    pairs,
    () => timed(ours),
    () => timed(bare),
  )
  return {
    what: `read a PDF of ${pageCount} pages`,
    ours: { name: 'readDocument', rounds: mine },
    other: { name: 'PDF.js alone', rounds: other },
    counts: { pages: pageCount, letters },
  }
}

/**
 * The same PDF brought into a dossier from a process of its own, to its source on the disk, against reading it in
 * that process alone. Counts the longest time for which the engine answered nobody, and how long a cancel takes.
 */
export async function benchImportPdf(): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-bench-'))
  const progress: TaskProgress[] = []
  const readApart = readInProcess(() => startReader(readerFile))
  const { session, dispatch } = await openSession(folder, {
    announce: (name, payload) => {
      if (name === 'task.progress') progress.push(payload as TaskProgress)
    },
    readApart,
  })
  try {
    const stalls: number[] = []
    let made = 0
    // Another document each time: the same one would be recognised.
    const next = () => Buffer.concat([makeLongPdf(pageCount), Buffer.from(`%${made++}\n%%EOF\n`)])
    const importing = async () => {
      const input = { name: 'long.pdf', bytesBase64: next().toString('base64') }
      const delay = monitorEventLoopDelay({ resolution: 1 })
      delay.enable()
      const took = await timed(async () =>
        unwrap(await dispatch('source.import', { input, taskId: 'bench' })),
      )
      delay.disable()
      stalls.push(delay.max / 1e6)
      return took
    }
    const reading = () => {
      const bytes = next()
      const request = { bytes, fileName: 'long.pdf', asked: null }
      return timed(() => readApart(request, { signal: new AbortController().signal, onProgress: () => {} }))
    }
    const [ours, other] = await inTurn(pairs, importing, reading)
    const told = progress.length / pairs
    return {
      what: `bring in a PDF of ${pageCount} pages`,
      ours: { name: 'source.import', rounds: ours },
      other: { name: 'its reader alone', rounds: other },
      counts: {
        'ms of the longest stall (median)': Math.round(median(stalls)),
        'times progress was told': Math.round(told),
        'ms to cancel': Math.round(await timeToCancel(next())),
      },
    }
  } finally {
    session.close()
    rmSync(folder, { recursive: true, force: true })
  }

  async function timeToCancel(bytes: Buffer): Promise<number> {
    const input = { name: 'long.pdf', bytesBase64: bytes.toString('base64') }
    const before = progress.length
    const importing = dispatch('source.import', { input, taskId: 'cancelled' })
    while (progress.length === before) await new Promise((resolve) => setImmediate(resolve))
    return timed(async () => {
      unwrap(await dispatch('task.cancel', { id: 'cancelled' }))
      const reply = await importing
      if (reply.ok) throw new Error('It was not cancelled.')
    })
  }
}
