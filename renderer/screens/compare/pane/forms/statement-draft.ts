import type { EventId } from '../../../../../app/model/event'
import type { PartyId } from '../../../../../app/model/party'
import type { OutletId, SourceId } from '../../../../../app/model/source'
import type { SpeakerId } from '../../../../../app/model/speaker'
import type { EvidenceRelation, Span, Statement } from '../../../../../app/model/statement'
import type { EvidenceTarget } from '../../../../state/compare-view'
import { keyed, type Keyed } from './item-list'
import { asText, dateOrNull } from './use-draft'

export type SpanDraft = Pick<Span, 'exact' | 'prefix' | 'suffix' | 'start' | 'page'> & {
  id: Span['id'] | null
}

export type StatementDraft = {
  sourceId: SourceId | null
  spans: Keyed<SpanDraft>[]
  text: string
  form: Statement['form']
  speakerId: SpeakerId | null
  onBehalfOfId: PartyId | null
  relayedById: OutletId | null
  saidOn: string
  saidOnWords: string
  place: string
  eventId: EventId | null
  credibility: '1' | '2' | '3' | '4' | '5' | '6'
  translation: string
  note: string
  relation: EvidenceRelation
  /** Null is evidence for nothing yet. */
  target: EvidenceTarget | null
}

export const credibilityGrades = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
] as const satisfies readonly StatementDraft['credibility'][]

export function draftOf(
  known: Statement | null,
  spans: readonly Span[],
  target: EvidenceTarget | null,
): StatementDraft {
  return {
    sourceId: known?.sourceId ?? null,
    spans: spans.map(({ id, exact, prefix, suffix, start, page }) =>
      keyed({ id, exact, prefix, suffix, start, page }),
    ),
    text: known?.text ?? '',
    form: known?.form ?? 'verbatim',
    speakerId: known?.speakerId ?? null,
    onBehalfOfId: known?.onBehalfOfId ?? null,
    relayedById: known?.relayedById ?? null,
    saidOn: asText(known?.saidOn ?? null),
    saidOnWords: known?.saidOnWords ?? '',
    place: known?.place ?? '',
    eventId: known?.eventId ?? null,
    credibility: credibilityGrades[(known?.credibility ?? 6) - 1] ?? '6',
    translation: known?.translation ?? '',
    note: known?.note ?? '',
    relation: 'supports',
    target,
  }
}

export function givenFrom(draft: StatementDraft) {
  const { spans: _spans, relation: _relation, target: _target, sourceId: _source, ...rest } = draft
  return { ...rest, saidOn: dateOrNull(draft.saidOn), credibility: Number(draft.credibility) }
}

/** The words of several passages as one statement; what the source has between them is left out, and said to be. */
const joinedWords = (spans: readonly SpanDraft[]): string => spans.map(({ exact }) => exact).join(' … ')

/** Adding or dropping a passage writes the words anew, unless somebody wrote them otherwise. */
export function withSpans(draft: StatementDraft, spans: Keyed<SpanDraft>[]): Partial<StatementDraft> {
  const isAsJoined = draft.text.trim() === '' || draft.text === joinedWords(draft.spans)
  return { spans, ...(isAsJoined ? { text: joinedWords(spans) } : {}) }
}
