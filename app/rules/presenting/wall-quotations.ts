import type { EvidenceItem } from '../evidence-item'
import type { PartyColour } from '../../model/party'
import { lineEnds } from './text-width'
import type { WallBlock, WallQuotation } from './wall-content'
import { wallInner } from './wall-fit'
import type { WallRow } from './wall-row'

const forms = ['verbatim', 'partial', 'paraphrase'] as const
const relations = ['supports', 'qualifies', 'contradicts'] as const
const bandWidth = wallInner - 20 - 72
const bandSize = 34
const mostBandLines = 3

/** What stands behind a block: a party's own words first, and nothing said for a party that is hidden. */
export function quotationsFor(row: WallRow, blockId: string): EvidenceItem[] {
  return row.evidence
    .filter(({ evidence }) =>
      [evidence.positionId, evidence.conditionId, evidence.answerId].some((id) => id === blockId),
    )
    .filter(({ onBehalfOf }) => onBehalfOf === null || row.shownIds.has(onBehalfOf.id))
    .toSorted(
      (a, b) =>
        relations.indexOf(a.evidence.relation) - relations.indexOf(b.evidence.relation) ||
        forms.indexOf(a.statement.form) - forms.indexOf(b.statement.form),
    )
}

export function quotationOf(row: WallRow, item: EvidenceItem, colour: PartyColour): WallQuotation {
  const { statement } = item
  const isQuoted = statement.form !== 'paraphrase'
  return {
    text: isQuoted ? row.say('wall.quoted', { words: statement.text }) : statement.text,
    translation: statement.translation,
    who: row.allowed.has('speakers') ? whoSaid(row, item) : '',
    colour,
    isCut: false,
  }
}

/** As in “A Russian diplomatic source, to state media, November 2025”. */
function whoSaid({ say, dateLabel, allowed, language }: WallRow, item: EvidenceItem): string {
  const { statement, speaker, affiliation, relayedBy, source, outlet } = item
  const name = speaker === null ? (outlet?.name ?? source.title) : (speaker.name ?? speaker.description)
  const date = statement.saidOn ?? source.issued
  const grade = `${outlet?.reliability ?? 'F'}${statement.credibility}`
  return [
    name,
    affiliation === null || affiliation.office === '' ? null : affiliation.office,
    relayedBy === null ? null : say('wall.relayed', { outlet: relayedBy.name }),
    statement.form === 'paraphrase' ? say('form.paraphrase') : null,
    date === null ? null : dateLabel(date, 'long'),
    allowed.has('grades') && grade !== 'F6' ? grade : null,
  ]
    .filter((part) => part !== null)
    .join(', ')
    .replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language))
}

/** A quotation as the band under the columns holds it; a longer one is cut at a word and marked as cut. */
export function forBand(quotation: WallQuotation): WallQuotation {
  const ends = lineEnds(quotation.text, { width: bandWidth, face: 'serif', size: bandSize })
  const short = { ...quotation, translation: '' }
  if (ends.length <= mostBandLines) return short
  const cut = quotation.text.slice(0, ends[mostBandLines - 1]! - 4)
  return { ...short, text: `${cut.slice(0, cut.lastIndexOf(' ') + 1).trimEnd()} …`, isCut: true }
}

/** As high as the highest quotation of the issue needs, so that none moves anything; 0 without any. */
export function bandHeight(row: WallRow, blocks: readonly WallBlock[]): number {
  const heights = blocks.flatMap(({ id }) => {
    const [first] = quotationsFor(row, id)
    if (first === undefined) return []
    const { text, who } = forBand(quotationOf(row, first, 'slate'))
    const lines = lineEnds(text, { width: bandWidth, face: 'serif', size: bandSize }).length
    const whoLines = who === '' ? 0 : lineEnds(who, { width: bandWidth, face: 'sans', size: 27 }).length
    return [20 + lines * bandSize * 1.36 + 6 + whoLines * 38 + 22]
  })
  return Math.ceil(Math.max(0, ...heights))
}
