import type { IssueId } from '../model/issue'
import type { PartyColour, PartyId } from '../model/party'
import type { PositionId, PositionKind } from '../model/position'
import type { Origin, Outlet, OutletId, Reliability, SourceId, SourceType } from '../model/source'
import type { SpeakerId } from '../model/speaker'
import type { EvidenceId, EvidenceRelation, StatementForm, StatementId } from '../model/statement'
import type { Tag } from '../model/tag'
import type { SourceHead } from './evidence-item'
import type { TextRange } from './paragraphs'

/** Words of a source: `text` is always that of the source from `start` to `end`, in UTF-16 units. */
export type Passage = TextRange & { text: string }

/** Something in the dossier, or something new by its name. */
export type Named<Id extends string> = { id: Id } | { name: string }

/** Where a value of the form was taken from; the words are marked in the text. */
export type Reason =
  /** The office that the speaker holds, as recorded. */
  | { kind: 'office'; office: string }
  /** Words of the text. */
  | { kind: 'words'; words: Passage }
  /** The statement before goes on. */
  | { kind: 'before'; words: Passage }
  /** The list of office holders that comes with the program. */
  | { kind: 'list'; office: string }

export type ProposedSpeaker = { id: SpeakerId } | { name: string } | { description: string }

/** How the form is filled in for a passage. Nothing of it is recorded until a person says so. */
export type Proposal = {
  /** The same for the same passage of the same text. */
  key: string
  spans: Passage[]
  form: StatementForm
  cue: Passage | null
  kind: PositionKind
  /** 0 to 1. */
  confidence: number
  speaker: ProposedSpeaker | null
  /** As the text has it here, as in "He" or "the source". */
  speakerWords: Passage | null
  /** Where the full name stands that these words were followed back to. */
  nameAt: TextRange | null
  speakerLabel: string
  office: string
  party: { value: Named<PartyId>; label: string; reason: Reason } | null
  saidOn: { edtf: string; words: Passage } | null
  relayedBy: { value: Named<OutletId>; words: Passage } | null
  place: string
  addressee: { value: Named<PartyId>; words: Passage } | null
  /** Recorded positions that it may be evidence for, likeliest first. */
  positions: PositionId[]
  /** Where a new position would belong; null where no issue of the dossier fits. */
  issueId: IssueId | null
}

export type PositionChoice = {
  id: PositionId
  text: string
  kind: PositionKind
  partyId: PartyId
  partyName: string
  colour: PartyColour
  issueId: IssueId
  issueTitle: string
  statements: number
  origins: number
  /** Origins, once a statement of this source is added. */
  originsThen: number
}

export type ReadSpan = {
  id: string
  exact: string
  page: number | null
  place:
    | { state: 'found'; start: number; end: number }
    | { state: 'orphaned'; guesses: { start: number; end: number; likeness: number; text: string }[] }
}

export type ReadEvidence = {
  id: EvidenceId
  relation: EvidenceRelation
  positionId: PositionId | null
  kind: PositionKind | null
  /** What the position says, or the condition, answer or event that it is evidence for. */
  text: string
  partyName: string
  issueTitle: string
  addresseeName: string
}

export type ReadStatement = {
  id: StatementId
  form: StatementForm
  text: string
  translation: string
  speakerName: string | null
  office: string
  partyId: PartyId | null
  partyName: string
  colour: PartyColour | null
  saidOn: string | null
  saidOnWords: string
  credibility: number
  spans: ReadSpan[]
  evidence: ReadEvidence[]
}

export type SourceReading = {
  source: SourceHead
  textHash: string
  /** Where each page begins; empty where there are none. */
  pages: number[]
  outlet: Outlet | null
  origin: Origin | null
  /** How many sources share the origin, this one included; 1 where it has none. */
  sharedBy: number
  /** When it came into the dossier; null where the history does not say. */
  added: string | null
  corrections: number
  statements: ReadStatement[]
}

/** A source in the list: what it is, and what rests on it. */
export type SourceLine = {
  id: SourceId
  title: string
  type: SourceType
  outletName: string | null
  reliability: Reliability
  issued: string | null
  language: string
  originTitle: string | null
  statements: number
  /** Statements by the colour of their party, most first; null is for no party. */
  parties: { colour: PartyColour | null; count: number }[]
  /** By name. */
  tags: SourceTag[]
}

export type SourceTag = Pick<Tag, 'id' | 'name'>
export type TagCount = SourceTag & { sources: number }
