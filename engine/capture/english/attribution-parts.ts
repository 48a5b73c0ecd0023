import type { Attribution, Range } from '../suggestion'
import { isOutlet, type Circumstances } from './adjuncts'
import { shapeOf } from './content'
import { venueNoun, type NounPhrase } from './noun-phrase'
import type { Stretch } from './stretch'
import type { Token } from './tokens'

/** What the rules found in one sentence, in order; `subject` carries over to what follows. */
export type SentenceFindings = {
  attributions: Attribution[]
  /** First tokens of quotations that are spoken for. */
  used: Set<Token>
}

/** What is known of one attribution, as stretches of the sentence. */
export type AttributionParts = {
  cue: Stretch
  speaker: Stretch | null
  contents: Stretch[]
  act: string
  isDirect: boolean
  around: Stretch
  circumstances: Circumstances | null
  addressee: NounPhrase | null
  listener: NounPhrase | null
  confidence: number
}

type Place = { text: string; sentence: readonly Token[]; findings: SentenceFindings }

/** Notes the attribution; false where nothing is left that is said. */
export function add({ text, sentence, findings }: Place, given: AttributionParts): boolean {
  const shapes = given.contents.flatMap((content) => shapeOf(text, sentence, content, given) ?? [])
  if (shapes.length === 0) return false
  const spans = shapes.flatMap((shape) => shape.spans)
  for (const content of given.contents) {
    for (const token of sentence.slice(content.from, content.to))
      if (token.kind === 'quotation') findings.used.add(token)
  }
  const { listener, circumstances } = given
  const isSource =
    given.speaker !== null &&
    /source|official|diplomat/.test(sentence[Math.max(given.speaker.from, given.speaker.to - 1)]!.low)
  const isHeard =
    listener !== null &&
    (isOutlet(sentence, listener.from, listener.to) || (isSource && listener.kind === 'name'))
  const heard = isHeard ? rangeOf(sentence, listener) : null
  findings.attributions.push({
    form: formOf(shapes.map(({ form }) => form)),
    cue: rangeOf(sentence, given.cue),
    speaker: given.speaker === null ? null : speakerRange(sentence, given.speaker),
    spans,
    addressee:
      given.addressee === null
        ? isHeard
          ? null
          : listenerAsAddressee(sentence, listener)
        : rangeOf(sentence, given.addressee),
    relayedBy:
      heard ?? (circumstances?.relayedBy == null ? null : rangeOf(sentence, circumstances.relayedBy)),
    place: circumstances?.place == null ? null : rangeOf(sentence, circumstances.place),
    around: aroundOf(sentence, given),
    continues: false,
    act: given.act,
    confidence: given.confidence,
  })
  return true
}

/** "told Kyiv" addresses it; "told reporters" and "told a news conference" address nobody at the table. */
function listenerAsAddressee(sentence: readonly Token[], listener: NounPhrase | null): Range | null {
  if (listener === null || isOutlet(sentence, listener.from, listener.to)) return null
  if (listener.kind !== 'name' || venueNoun.test(sentence[listener.to - 1]!.low)) return null
  return rangeOf(sentence, listener)
}

/** The words of the sentence that are not said, as dates of saying stand there. */
function aroundOf(sentence: readonly Token[], { around, contents }: AttributionParts): Range[] {
  const first = Math.max(0, around.from)
  const ranges: Range[] = []
  for (let at = first; at < around.to && at < sentence.length; at++) {
    if (contents.some(({ from, to }) => at >= from && at < to)) continue
    const token = sentence[at]!
    const last = ranges.at(-1)
    if (last !== undefined && sentence[at - 1] !== undefined && last.end === sentence[at - 1]!.end)
      last.end = token.end
    else ranges.push({ start: token.start, end: token.end })
  }
  return ranges
}

export function rangeOf(sentence: readonly Token[], { from, to }: Stretch): Range {
  return { start: sentence[from]!.start, end: sentence[to - 1]!.end }
}

/** Without the ’s of a genitive and without a comma. */
function speakerRange(sentence: readonly Token[], stretch: Stretch): Range {
  const range = rangeOf(sentence, stretch)
  const last = sentence[stretch.to - 1]!
  return last.low.endsWith("'s") ? { start: range.start, end: range.end - 2 } : range
}

/** Quoted words beside others make a partial quotation. */
function formOf(forms: readonly Attribution['form'][]): Attribution['form'] {
  const [first = 'paraphrase'] = forms
  return forms.every((form) => form === first) ? first : 'partial'
}
