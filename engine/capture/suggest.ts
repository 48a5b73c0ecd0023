import { englishAttributions } from './english/attributions'
import { findParagraphs } from './paragraphs'
import { findQuotations, type Quotation, type QuotationPart } from './quotation-marks'
import { passageOf, type Attribution, type Suggestion } from './suggestion'
import { transcriptAttributions } from './transcript'

/** TEMPORARY */
export function suggestStatements(text: string, options: { language?: string; issued?: string | null } = {}): Suggestion[] {
  const paragraphs = findParagraphs(text)
  const quotations = findQuotations(text, paragraphs)
  const { attributions: spoken, isSpoken } = transcriptAttributions(text, paragraphs)
  const parts = partsByParagraph(paragraphs, quotations)
  const rest = paragraphs.map((p, i) => (isSpoken[i] ? { start: p.start, end: p.start } : p))
  const found = englishAttributions(text, rest, (index) => (isSpoken[index] ? [] : (parts[index] ?? [])))
  const all: Attribution[] = [...spoken, ...found]
  return all.map((a) => ({
    form: a.form, cue: a.cue && passageOf(text, a.cue),
    speaker: a.speaker && { ...passageOf(text, a.speaker), name: null, nameAt: null, isAnonymous: false },
    spans: a.spans.map((s) => passageOf(text, s)), hint: 'view', addressee: a.addressee && passageOf(text, a.addressee), saidOn: null,
    relayedBy: a.relayedBy && passageOf(text, a.relayedBy), place: a.place && passageOf(text, a.place), language: options.language ?? 'en', confidence: a.confidence,
  }))
}

function partsByParagraph(paragraphs: readonly { start: number; end: number }[], quotations: readonly Quotation[]) {
  const parts: { whole: Quotation; part: QuotationPart }[][] = paragraphs.map(() => [])
  let index = 0
  for (const whole of quotations) for (const part of whole.parts) {
    while (index < paragraphs.length - 1 && (paragraphs[index]?.end ?? 0) <= part.outer.start) index++
    parts[index]?.push({ whole, part })
  }
  return parts
}
