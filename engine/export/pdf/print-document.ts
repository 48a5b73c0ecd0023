import { AppError } from '../../../app/errors'
import { bandsOf } from '../../../app/rules/briefing/bands'
import type { BriefingDocument } from '../../../app/rules/briefing/briefing-document'
import { marginsMm, pageSizeMm } from '../../../app/rules/briefing/page-layout'
import type { Desktop } from '../../desktop'
import { giveTurn } from '../../tasks'
import { countPages } from '../pdf-pages'
import { mergeBands } from './merge-bands'
import { nameProgram } from './program-name'
import { beginJob, dropBand, endJob, offerBands } from './print-jobs'
import { stampFace } from './stamp-face'
import { readStampFont, type StampFont } from './stamp-font'

type Printing = {
  desktop: Desktop
  signal: AbortSignal
  /** Pieces done, of how many; at least twice a second. */
  onProgress: (done: number, of: number) => void
  onPages: (pages: number | null) => void
}

/** Pieces printed at the same time, each in a page of its own. */
const lanes = 2
const heartbeatMs = 500

/** A briefing as a PDF: at once where it is short, else piece by piece. `cancelled` when its signal asks it to end. */
export async function* printDocument(
  compose: () => BriefingDocument | Promise<BriefingDocument>,
  printing: Printing,
): AsyncGenerator<Uint8Array> {
  const { desktop, signal } = printing
  if (signal.aborted) throw new AppError('cancelled')
  const job = beginJob()
  const laneOf = (index: number) => `${job}-${index % lanes}`
  const progress = { done: 0, of: 1 }
  const tell = () => printing.onProgress(progress.done, progress.of)
  tell()
  const beat = setInterval(tell, heartbeatMs)
  const cancelled = new Promise<never>((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(new AppError('cancelled')), { once: true }),
  )
  cancelled.catch(() => {})
  try {
    // The page opens while the briefing is read and composed, which lets nobody else have a turn.
    void desktop.preparePrinting?.({ job: laneOf(0) })
    await giveTurn()
    const { page, running, count } = offerPieces(job, await compose())
    progress.of = count
    tell()
    const print = async (index: number): Promise<Uint8Array> => {
      const piece = { job: laneOf(index), index }
      const fragment = `#job=${job}&band=${index}`
      const { paper, orientation } = page
      const pdf = nameProgram(
        await Promise.race([desktop.printPage({ fragment, paper, orientation, piece }), cancelled]),
      )
      dropBand(job, index)
      return pdf
    }
    if (count === 1) {
      const pdf = await print(0)
      printing.onPages(countPages(pdf))
      yield pdf
      return
    }
    const counted = { pages: 0 }
    yield* mergeBands(
      inLanes(count, print, (pdf) => {
        counted.pages += countPages(pdf) ?? 0
        progress.done += 1
        tell()
      }),
      stampFor(page, running),
    )
    printing.onPages(counted.pages)
  } finally {
    clearInterval(beat)
    endJob(job)
    const pages = Array.from({ length: lanes }, (_each, lane) => laneOf(lane))
    await Promise.all(pages.map(async (page) => desktop.endPrinting?.({ job: page })))
  }
}

/** Cuts the briefing into pieces, which alone hold its text from then on. */
function offerPieces(job: string, document: BriefingDocument) {
  const bands = bandsOf(document)
  offerBands(job, bands)
  return { page: document.page, running: document.running, count: bands.length }
}

/** In place of a piece that is let go of. */
const gone = Promise.resolve(new Uint8Array())

/** In order, while the next are already being printed. */
async function* inLanes(
  count: number,
  print: (index: number) => Promise<Uint8Array>,
  onDone: (pdf: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  const printed: Promise<Uint8Array>[] = []
  const begin = (index: number) => {
    if (index >= count) return
    printed[index] = print(index)
    // Whoever waits for an earlier piece hears of a failure when its turn comes.
    printed[index].catch(() => {})
  }
  for (let lane = 0; lane < lanes; lane += 1) begin(lane)
  for (let index = 0; index < count; index += 1) {
    const pdf = await printed[index]!
    printed[index] = gone
    begin(index + lanes)
    onDone(pdf)
    yield pdf
  }
}

const points = (mm: number): number => (mm / 25.4) * 72

let face: StampFont | null = null

function stampFor(page: BriefingDocument['page'], running: BriefingDocument['running']) {
  face ??= readStampFont(Buffer.from(stampFace.slice(stampFace.indexOf(',') + 1), 'base64'))
  const { width } = pageSizeMm(page)
  const { inline, bottom } = marginsMm(page)
  const size = 8
  return {
    font: face,
    textOf: (number: number, pages: number) =>
      running.pageOf.replace('{page}', String(number)).replace('{pages}', String(pages)),
    rightEnd: points(width - inline),
    // Half a capital below the middle of the margin.
    baseline: points(bottom / 2) - size * 0.36,
    size,
  }
}
