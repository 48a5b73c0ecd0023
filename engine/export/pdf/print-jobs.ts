import { AppError } from '../../../app/errors'
import type { BriefingDocument } from '../../../app/rules/briefing/briefing-document'

/**
 * The briefings that are being printed, in pieces: the page that prints asks for one piece after the other. They wait
 * as bytes, which take a tenth of what they were made of.
 */
const jobs = new Map<string, (Uint8Array | null)[]>()
let last = 0

export function beginJob(): string {
  return `print-${process.pid}-${++last}`
}

export function offerBands(job: string, bands: readonly BriefingDocument[]): void {
  const utf8 = new TextEncoder()
  jobs.set(
    job,
    bands.map((band) => utf8.encode(JSON.stringify(band))),
  )
}

/** What is printed is not asked for again. */
export function dropBand(job: string, index: number): void {
  jobs.get(job)?.splice(index, 1, null)
}

export function endJob(job: string): void {
  jobs.delete(job)
}

/** Gone when nobody prints it any longer. */
export function bandOf(job: string, index: number): Uint8Array {
  const band = jobs.get(job)?.[index]
  if (band === undefined || band === null) throw new AppError('cancelled')
  return band
}
