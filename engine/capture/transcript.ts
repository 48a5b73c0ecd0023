import type { Attribution, Range } from './suggestion'
import { loneAttribution } from './english/lone-attribution'

const loud = /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s+)?([\p{Lu}][\p{Lu}.'’‑-]+(?:[ \t]+[\p{Lu}][\p{Lu}.'’‑-]*){0,5})(?:[ \t]*[([][^)\]]{1,60}[)\]])?[:：][ \t]+(?=\S)/u
const named = /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s+)?((?:\p{Lu}[\p{L}.'’‑-]*|[QA])(?:[ \t]+(?:\p{Lu}[\p{L}.'’‑-]*|of|the|de|von|van|al|bin|for)){0,5})(?:[ \t]*[([][^)\]]{1,60}[)\]])?[:：][ \t]+(?=\S)/u
const noName = /^(?:NOTE|UPDATE|WARNING|BREAKING|WATCH|LIVE|READ|MORE|EXCLUSIVE|ANALYSIS|OPINION|PHOTO|PHOTOS|VIDEO|SOURCE|DATE|SUBJECT|FROM|TO|CC|RE|TIME|PLACE|TAGS|TOPICS|CORRECTION|Note|Update|Date|Subject|From|To|Cc|Re|Time|Place|Source|Tags|Topics|Related|See|Read|Photo|Credit|By|Location|Participants|Agenda)$/

/** What is said in a transcript, by paragraph; null for those that are none of one. */
export function transcriptAttributions(
  text: string,
  paragraphs: readonly Range[],
): { attributions: Attribution[]; isSpoken: boolean[] } {
  const found = paragraphs.map((paragraph) => labelOf(text, paragraph))
  const loudCount = found.filter((label) => label?.isLoud).length
  const namedCounts = new Map<string, number>()
  for (const label of found) if (label !== null) namedCounts.set(label.name, (namedCounts.get(label.name) ?? 0) + 1)
  const repeated = [...namedCounts.values()].filter((count) => count > 1).length
  const labelled = found.filter((label) => label !== null).length
  const isTranscript = loudCount >= 2 || (labelled >= 4 && repeated >= 1 && labelled >= paragraphs.length * 0.4)
  const isSpoken = paragraphs.map(() => false)
  if (!isTranscript) return { attributions: [], isSpoken }

  const isDense = labelled >= paragraphs.length * 0.5
  const attributions: Attribution[] = []
  let open: Attribution | null = null
  for (const [index, paragraph] of paragraphs.entries()) {
    const label = found[index]
    if (label != null && (loudCount < 2 || label.isLoud)) {
      const span = withoutMarks(text, { start: label.contentFrom, end: paragraph.end })
      open = loneAttribution({ form: 'verbatim', speaker: label.speaker, spans: [span], confidence: 0.9 })
      attributions.push(open)
      isSpoken[index] = true
    } else if (open !== null && isDense && /[.!?…)"”’]$/u.test(text.slice(paragraph.start, paragraph.end))) {
      open.spans.push({ ...paragraph })
      isSpoken[index] = true
    } else open = null
  }
  return { attributions, isSpoken }
}

function withoutMarks(text: string, { start, end }: Range): Range {
  const isQuoted = /^[“"«‘]/u.test(text[start] ?? '') && /[”"»’]/u.test(text[end - 1] ?? '') && end - start > 2
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end }
}

function labelOf(
  text: string,
  { start, end }: Range,
): { name: string; isLoud: boolean; speaker: Range; contentFrom: number } | null {
  const line = text.slice(start, Math.min(end, start + 160))
  const isLoud = loud.exec(line)
  const match = isLoud ?? named.exec(line)
  const name = match?.[1]
  if (match === null || name === undefined || noName.test(name)) return null
  const from = start + match[0].indexOf(name)
  return {
    name,
    isLoud: isLoud !== null,
    speaker: { start: from, end: from + name.length },
    contentFrom: start + match[0].length,
  }
}
