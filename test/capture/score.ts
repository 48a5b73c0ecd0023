import type { Suggestion } from '../../engine/capture/suggestion'
import type { GoldAttribution, GoldText } from '../fixtures/statements/read-gold'

type Range = { start: number; end: number }
export type Tally = { right: number; suggested: number; gold: number; found: number }
export type Score = { quotations: Tally; quotationSpeakers: Tally; all: Tally; speakers: Tally }

const none = (): Tally => ({ right: 0, suggested: 0, gold: 0, found: 0 })
export const emptyScore = (): Score => ({
  quotations: none(),
  quotationSpeakers: none(),
  all: none(),
  speakers: none(),
})

const lengthOf = (ranges: readonly Range[]) => ranges.reduce((sum, { start, end }) => sum + end - start, 0)

/** At least half of both. */
export function overlaps(ours: readonly Range[], theirs: readonly Range[]): boolean {
  let shared = 0
  for (const one of ours) {
    for (const other of theirs) {
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
    }
  }
  return shared * 2 >= lengthOf(ours) && shared * 2 >= lengthOf(theirs)
}

/** The mention itself, one within the other, or the name that both lead to. */
export function isSpeaker(text: string, suggestion: Suggestion, gold: GoldAttribution): boolean {
  const { speaker } = suggestion
  if (speaker === null || gold.speaker === null) return speaker === null && gold.speaker === null
  const { start, end, name } = gold.speaker
  if (name === null) {
    if (speaker.start < end && start < speaker.end) return true
    const mention = text.slice(start, end)
    return sameName(speaker.name ?? speaker.text, mention)
  }
  return sameName(speaker.name ?? speaker.text, name)
}

const plain = (name: string) => name.toLowerCase().replace(/^(?:the|a|an) /, '')
function sameName(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  return a.includes(b) || b.includes(a)
}

export type Outcome = { missed: GoldAttribution[]; extra: Suggestion[]; wrongSpeaker: [GoldAttribution, Suggestion][] }

/** Adds one text to the score; says what went wrong. */
export function addToScore(score: Score, { text, attributions }: GoldText, suggestions: readonly Suggestion[]): Outcome {
  const free = new Set(suggestions)
  const outcome: Outcome = { missed: [], extra: [], wrongSpeaker: [] }
  for (const gold of attributions) {
    const hits = [...free].filter(({ spans }) => overlaps(spans, gold.spans))
    const hit = hits.find((each) => isSpeaker(text, each, gold)) ?? hits[0]
    const isQuotation = gold.form === 'verbatim'
    score.all.gold++
    if (isQuotation) score.quotations.gold++
    if (hit === undefined) {
      outcome.missed.push(gold)
      continue
    }
    free.delete(hit)
    score.all.right++
    score.all.found++
    score.speakers.gold++
    if (isQuotation) {
      score.quotations.found++
      score.quotationSpeakers.gold++
    }
    if (isSpeaker(text, hit, gold)) {
      score.speakers.right++
      if (isQuotation) score.quotationSpeakers.right++
    } else outcome.wrongSpeaker.push([gold, hit])
  }
  score.all.suggested += suggestions.length
  outcome.extra.push(...free)
  // A quotation offered is right when it is one in the gold, whole or in part.
  for (const suggestion of suggestions.filter(({ form }) => form === 'verbatim')) {
    score.quotations.suggested++
    const isThere = attributions.some(({ form, spans }) => form !== 'paraphrase' && overlaps(suggestion.spans, spans))
    if (isThere) score.quotations.right++
  }
  return outcome
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
export const precision = ({ right, suggested }: Tally) => share(right, suggested)
export const recall = ({ found, gold }: Tally) => share(found, gold)
export const accuracy = ({ right, gold }: Tally) => share(right, gold)
export function balance(tally: Tally): number {
  const [p, r] = [precision(tally), recall(tally)]
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}
