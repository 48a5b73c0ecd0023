import { AppError } from '../../../app/errors'
import type { BriefingDocument } from '../../../app/rules/briefing/briefing-document'

/** The briefings that are being printed, in pieces: the page that prints asks for one piece after the other. */
const jobs = new Map<string, readonly BriefingDocument[]>()
let last = 0

export function beginJob(bands: readonly BriefingDocument[]): string {
  const job = `print-${process.pid}-${++last}`
  jobs.set(job, bands)
  return job
}

export function endJob(job: string): void {
  jobs.delete(job)
}

/** Gone when nobody prints it any longer. */
export function bandOf(job: string, index: number): BriefingDocument {
  const band = jobs.get(job)?.[index]
  if (band === undefined) throw new AppError('cancelled')
  return band
}
