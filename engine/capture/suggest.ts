import { resolveSpeakers } from './coreference'
import { withoutDateline } from './dateline'
import { detectLanguage } from './detect-language'
import { englishAttributions } from './english/attributions'
import { hintOf } from './hints'
import { attributionsIn, packOf } from './languages/any-language'
import { paragraphsOf } from '../../app/rules/paragraphs'
import { findQuotations, type Quotation, type QuotationPart } from './quotation-marks'
import { findSaidOn, type SaidOn } from './said-on'
import { passageOf, type Attribution, type Range, type Suggestion } from './suggestion'
import { transcriptAttributions } from './transcript'

/**
 * The statements that a text seems to contain, in order of their place: quotations, reported speech and
 * described intentions, by rules about language. `issued` is the document's date in EDTF, against which
 * "on Thursday" is worked out. Without a language, the text is asked for it.
 */
export function suggestStatements(
  text: string,
  { language, issued = null }: { language?: string; issued?: string | null } = {},
): Suggestion[] {
  const known = (language ?? detectLanguage(text)).toLowerCase().split('-')[0]!
  const paragraphs = paragraphsOf(text)
  const quotations = findQuotations(text, paragraphs)
  const { attributions: spoken, isSpoken } = transcriptAttributions(text, paragraphs)
  const parts = partsByParagraph(paragraphs, quotations)
  const rest = paragraphs.map((paragraph, index) =>
    isSpoken[index] ? { start: paragraph.start, end: paragraph.start } : withoutDateline(text, paragraph),
  )
  const partsOf = (index: number) => (isSpoken[index] ? [] : (parts[index] ?? []))
  const pack = packOf(known)
  const told =
    pack === null
      ? englishAttributions(text, rest, partsOf)
      : attributionsIn(pack, text, { paragraphs: rest, partsOf })
  const attributions = [...spoken, ...told].filter(hasContent).toSorted(byPlace).filter(isFirstOfItsPlace)

  const resolved = resolveSpeakers(text, {
    attributions,
    paragraphs,
    isQuoted: insideOf(quotations),
    language: known,
  })
  let before: { saidOn: SaidOn | null; relayedBy: Range | null } = { saidOn: null, relayedBy: null }
  return resolved.flatMap(({ attribution, speaker }) => {
    if (isUnfoundedIt(speaker, attribution)) return []
    const saidOn =
      findSaidOn(text, attribution.around, issued) ?? (attribution.continues ? before.saidOn : null)
    const relayedBy = attribution.relayedBy ?? (attribution.continues ? before.relayedBy : null)
    before = { saidOn, relayedBy }
    const spans = attribution.spans
      .toSorted((a, b) => a.start - b.start)
      .map((span) => passageOf(text, attribution.form === 'verbatim' ? withoutComma(text, span) : span))
    const cue = attribution.cue === null ? null : passageOf(text, attribution.cue)
    return {
      form: attribution.form,
      cue,
      speaker,
      spans,
      hint: hintOf(attribution.act, spans.map((span) => span.text).join(' ')),
      addressee: attribution.addressee === null ? null : passageOf(text, attribution.addressee),
      saidOn,
      relayedBy: relayedBy === null ? null : passageOf(text, relayedBy),
      place: attribution.place === null ? null : passageOf(text, attribution.place),
      language: known,
      confidence: attribution.confidence,
    } satisfies Suggestion
  })
}

const firstStart = ({ spans }: Attribution) => Math.min(...spans.map(({ start }) => start))
const byPlace = (a: Attribution, b: Attribution) => firstStart(a) - firstStart(b)
const hasContent = ({ spans }: Attribution) =>
  spans.length > 0 && spans.every(({ start, end }) => end > start)
const isFirstOfItsPlace = (attribution: Attribution, index: number, all: readonly Attribution[]) => {
  const before = all[index - 1]
  return before === undefined || JSON.stringify(before.spans) !== JSON.stringify(attribution.spans)
}

/** "It promised the release": nobody that speaks was found for it, so it is a thing. */
function isUnfoundedIt(speaker: Suggestion['speaker'], { form, act }: Attribution): boolean {
  return (
    speaker !== null &&
    /^it$/i.test(speaker.text) &&
    speaker.name === null &&
    form !== 'verbatim' &&
    !/^(?:say|add|warn|note)$/.test(act)
  )
}

/** The comma before the closing mark is the writer's. */
function withoutComma(text: string, { start, end }: Range): Range {
  return end - start > 1 && /[,，]/u.test(text[end - 1]!) ? { start, end: end - 1 } : { start, end }
}

type Part = { whole: Quotation; part: QuotationPart }

function partsByParagraph(paragraphs: readonly Range[], quotations: readonly Quotation[]): Part[][] {
  const parts: Part[][] = paragraphs.map(() => [])
  let index = 0
  for (const whole of quotations) {
    for (const part of whole.parts) {
      while (index < paragraphs.length - 1 && paragraphs[index]!.end <= part.outer.start) index++
      parts[index]?.push({ whole, part })
    }
  }
  return parts
}

function insideOf(quotations: readonly Quotation[]): (offset: number) => boolean {
  const ranges = quotations.flatMap(({ parts }) => parts.map(({ outer }) => outer))
  return (offset) => {
    let [low, high] = [0, ranges.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (ranges[middle]!.end <= offset) low = middle + 1
      else high = middle
    }
    return ranges[low] !== undefined && ranges[low]!.start <= offset
  }
}
