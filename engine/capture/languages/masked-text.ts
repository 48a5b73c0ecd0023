import type { Quotation, QuotationPart } from '../quotation-marks'
import type { Range } from '../suggestion'

export type Part = { whole: Quotation; part: QuotationPart }

/** Stands for each unit of a quotation, so that offsets stay. */
export const quoteMask = '\ufffc'

/** Those that begin in the stretch; they are in order. */
export function partsWithin(parts: readonly Part[], { start, end }: Range): Part[] {
  let [low, high] = [0, parts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (parts[middle]!.part.outer.start < start) low = middle + 1
    else high = middle
  }
  let to = low
  while (to < parts.length && parts[to]!.part.outer.start < end) to++
  return parts.slice(low, to)
}

export const innerOf = ({ whole, part }: Part): Range[] =>
  whole.parts[0] === part ? whole.parts.map(({ inner }) => inner).filter(({ start, end }) => end > start) : []

export function maskQuotations(text: string, paragraph: Range, parts: readonly Part[]): string {
  let masked = ''
  let from = paragraph.start
  for (const { part } of parts) {
    masked += text.slice(from, part.outer.start) + quoteMask.repeat(part.outer.end - part.outer.start)
    from = part.outer.end
  }
  return masked + text.slice(from, Math.max(from, paragraph.end))
}
