import type { Input } from '../../../app/contract'
import type { EventId } from '../../../app/model/event'
import type { IssueId } from '../../../app/model/issue'
import type { PartyId } from '../../../app/model/party'
import type { PositionId, PositionKind } from '../../../app/model/position'
import type { OutletId, SourceId } from '../../../app/model/source'
import type { SpeakerId } from '../../../app/model/speaker'
import type { EvidenceRelation, StatementForm } from '../../../app/model/statement'
import type { Named, Passage, Proposal } from '../../../app/rules/capture'

export type NewPositionDraft = {
  kind: PositionKind
  issue: Named<IssueId> | null
  addressee: Named<PartyId> | null
  text: string
}

export type EvidenceDraft = {
  key: number
  relation: EvidenceRelation
  positionId: PositionId | null
  /** What a new position would be; taken when none is chosen. */
  made: NewPositionDraft | null
}

/** A statement that is being taken, field by field, until it is recorded. */
export type CaptureDraft = {
  proposal: Proposal
  spans: Passage[]
  form: StatementForm
  speaker: Named<SpeakerId> | { description: string } | null
  onBehalfOf: Named<PartyId> | null
  office: string
  saidOn: string
  relayedBy: Named<OutletId> | null
  place: string
  eventId: EventId | null
  credibility: '1' | '2' | '3' | '4' | '5' | '6'
  translation: string
  note: string
  evidence: EvidenceDraft[]
}

/** The form as the proposal fills it in. */
export function draftFrom(proposal: Proposal): CaptureDraft {
  return {
    proposal,
    spans: proposal.spans,
    form: proposal.form,
    speaker: proposal.speaker,
    onBehalfOf: proposal.party?.value ?? null,
    office: proposal.office,
    saidOn: proposal.saidOn?.edtf ?? '',
    relayedBy: proposal.relayedBy?.value ?? null,
    place: proposal.place,
    eventId: null,
    credibility: '6',
    translation: '',
    note: '',
    evidence: firstEvidence(proposal),
  }
}

function firstEvidence(proposal: Proposal): EvidenceDraft[] {
  const positionId = proposal.positions[0] ?? null
  // Without a position or an issue to hang it on, a new position would be a guess about everything.
  if (positionId === null && (proposal.issueId === null || proposal.party === null)) return []
  return [evidenceFrom(proposal, positionId)]
}

let lastKey = 0

export function evidenceFrom(proposal: Proposal, positionId: PositionId | null): EvidenceDraft {
  lastKey += 1
  return {
    key: lastKey,
    relation: 'supports',
    positionId,
    made: positionId === null ? newPosition(proposal, summaryOf(proposal.spans)) : null,
  }
}

export function newPosition(proposal: Proposal, text: string): NewPositionDraft {
  return {
    kind: proposal.kind,
    issue: proposal.issueId === null ? null : { id: proposal.issueId },
    addressee: proposal.addressee?.value ?? null,
    text,
  }
}

const longestSummary = 240

/** The words themselves, cut at a word where they are long: a beginning for the analyst's own summary. */
export function summaryOf(spans: readonly Passage[]): string {
  const words = spans
    .map(({ text }) => text.trim())
    .join(' … ')
    .replace(/\s+/gu, ' ')
  if (words.length <= longestSummary) return words.replace(/[.。]$/u, '')
  return `${words.slice(0, longestSummary).replace(/\s+\S*$/u, '')} …`
}

/** Why it cannot be recorded as it stands; null when it can. */
export function draftProblem({ evidence, onBehalfOf }: CaptureDraft): 'needsIssue' | 'needsParty' | null {
  const made = evidence.flatMap((each) => (each.positionId === null && each.made !== null ? [each.made] : []))
  if (made.some(({ issue }) => issue === null)) return 'needsIssue'
  return made.length > 0 && onBehalfOf === null ? 'needsParty' : null
}

type EvidenceInput = NonNullable<Input<'statement.capture'>['evidence']>[number]

/** What is sent to be recorded. */
export function captureInput(draft: CaptureDraft, sourceId: SourceId): Input<'statement.capture'> {
  const { proposal, onBehalfOf, form, speaker, office, relayedBy, eventId, place, translation, note } = draft
  const saidOn = draft.saidOn.trim() === '' ? null : draft.saidOn.trim()
  const isAsProposed = saidOn !== null && saidOn === proposal.saidOn?.edtf
  return {
    sourceId,
    spans: draft.spans.map(({ start, end }) => ({ start, end })),
    ...{ form, speaker, onBehalfOf, relayedBy, eventId, place, translation, note, saidOn },
    office: speaker === null ? '' : office,
    saidOnWords: isAsProposed ? proposal.saidOn!.words.text.slice(0, 500) : '',
    credibility: Number(draft.credibility),
    evidence: draft.evidence.flatMap(({ relation, positionId, made }): EvidenceInput[] => {
      if (positionId !== null) return [{ relation, to: { positionId } }]
      if (made === null || made.issue === null || onBehalfOf === null) return []
      const { issue, kind, addressee, text } = made
      return [{ relation, to: { issue, party: onBehalfOf, kind, addressee, text } }]
    }),
  }
}

/** The first sentence of a passage of several; null where it is one. */
export function firstSentence(passage: Passage): Passage | null {
  const found = /^[\s\S]{8,}?[.!?…。！？؟]["”’»]?(?=\s+\S)/u.exec(passage.text)
  if (found === null) return null
  return { start: passage.start, end: passage.start + found[0].length, text: found[0] }
}
