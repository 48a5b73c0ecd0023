import { z } from 'zod'
import { edtfBounds } from '../model/edtf-date'
import type { IssueId } from '../model/issue'
import type { Position } from '../model/position'
import { recordModels, type RecordKind, type RecordOf } from '../model/records'
import { remember } from '../remember'
import type { ComparedRecords, EvidenceFact } from './comparison'
import { KeptFact, sameFact, type StatedFact } from './kept-fact'
import { KeptPosition } from './kept-position'

/** Kinds that stand around a comparison, few enough to be read at once. */
export const frameKinds = ['party', 'issue', 'mark', 'membership', 'tagging'] as const
/** Kinds of what is said, which is read for some issues at a time. */
export const saidKinds = ['position', 'condition', 'answer', 'gap'] as const
export type PackedKind = (typeof frameKinds | typeof saidKinds)[number]

/** The fields of a packed row, in this order, after the number of the row. */
export const packedFields = (kind: PackedKind): string[] => Object.keys(recordModels[kind].shape)

/** The words that a field chooses from, written as their places in this list; none where it takes any. */
export function packedWords(kind: RecordKind, field: string): readonly string[] {
  // Column for field the row is the model.
  const type = (recordModels[kind].shape as Record<string, z.ZodType | undefined>)[field]
  const chosen = type instanceof z.ZodNullable ? type.unwrap() : type
  return chosen instanceof z.ZodEnum ? chosen.options.map(String) : []
}

/**
 * Ids that occur in many rows are written as the numbers of the rows that they lead to: a tenth of the letters, and
 * one text in the window for all of them.
 */
export const numberedFields: Partial<Record<PackedKind, Readonly<Record<string, Numbered>>>> = {
  position: { issueId: 'issue', partyId: 'party', addresseeId: 'party' },
  condition: { positionId: 'position' },
  answer: { positionId: 'position', partyId: 'party' },
  gap: { issueId: 'issue', partyId: 'party' },
}
type Numbered = 'issue' | 'party' | 'position'
type Ids = Record<Numbered, ReadonlyMap<unknown, unknown>>

/** A link from a statement to a position, both by their numbers. */
export const packedEvidenceFields = ['position', 'relation', 'statement'] as const

type Rows = readonly (readonly unknown[])[]

/** As SQLite writes it: rows without their fields' names. */
export type PackedFrame = {
  /** The ISO day that the dossier itself is read at. */
  day: string
  /** The issues of which what is said on them has come along, and what that is; null where there are none. */
  saidOn: readonly IssueId[]
  said: PackedSaid | null
} & { [Kind in (typeof frameKinds)[number]]: Rows }

/**
 * What is said on some issues, as SQLite writes it: read in a tenth of the time that as many records would take on
 * their way from the file to the window.
 */
export type PackedSaid = {
  /** The numbers and ids of these issues, and of all parties. */
  issue: Rows
  party: Rows
  /**
   * Of each statement that is evidence: its number, then the fields of an `EvidenceFact` but the first two and the last.
   */
  statement: Rows
  evidence: Rows
} & { [Kind in (typeof saidKinds)[number]]: Rows }

/** What a comparison is made of but for what is said on its issues. */
export type ComparisonFrame = Pick<
  ComparedRecords,
  'parties' | 'issues' | 'marks' | 'memberships' | 'taggings'
>

/** What is said on some issues. */
export type SaidRecords = Pick<ComparedRecords, 'positions' | 'conditions' | 'answers' | 'gaps' | 'facts'>

/** The records, each in its author's order. */
export const unpackFrame = (packed: PackedFrame): ComparisonFrame => ({
  parties: ordered(unpack(packed, 'party')),
  issues: ordered(unpack(packed, 'issue')),
  marks: unpack(packed, 'mark').toSorted((a, b) => a.at - b.at),
  memberships: unpack(packed, 'membership'),
  taggings: unpack(packed, 'tagging'),
})

/** The records, each in its author's order. */
export function unpackSaid(packed: PackedSaid): SaidRecords {
  const ids = {
    issue: idsByNumber(packed.issue),
    party: idsByNumber(packed.party),
    position: idsByNumber(packed.position),
  }
  if (areFieldsOther('position', positionFields))
    throw new Error('A position has fields that nobody unpacks.')
  return {
    positions: ordered(packed.position.map((row) => new KeptPosition(toPosition(row, ids)))),
    conditions: ordered(unpack(packed, 'condition', ids)),
    answers: unpack(packed, 'answer', ids),
    gaps: unpack(packed, 'gap', ids),
    facts: unpackFacts(packed, ids),
  }
}

const idsByNumber = (rows: Rows): Map<unknown, unknown> => new Map(rows.map(([number, id]) => [number, id]))

function unpack<Kind extends PackedKind>(
  packed: { [K in Kind]: Rows },
  kind: Kind,
  ids?: Ids,
): RecordOf<Kind>[] {
  const fields = packedFields(kind).map((field) => {
    const leadsTo = numberedFields[kind]?.[field]
    const known = leadsTo && ids?.[leadsTo]
    const words = packedWords(kind, field)
    return {
      field,
      read: (written: unknown) => (known && written !== null ? known.get(written) : wordOf(words, written)),
    }
  })
  return packed[kind].map((row) => {
    const record: Record<string, unknown> = {}
    for (const [index, { field, read }] of fields.entries()) record[field] = read(row[index + 1])
    // Column for field the row is the model; a test compares it with what the tables give.
    return record as RecordOf<Kind>
  })
}

/** One text for all records that say it; a word that the list does not have comes as it is. */
const wordOf = (words: readonly string[], written: unknown): unknown =>
  words.length > 0 && typeof written === 'number' ? words[written] : written

function unpackFacts(packed: PackedSaid, ids: Ids): EvidenceFact[] {
  const statements = new Map<unknown, readonly unknown[]>(packed.statement.map((row) => [row[0], row]))
  const relations = packedWords('evidence', 'relation')
  const known = new Map<string, StatedFact>()
  return packed.evidence.map(([position, relation, statement]) => {
    const key = `${String(relation)} ${String(statement)}`
    let stated = known.get(key)
    if (!stated)
      known.set(key, (stated = statedFact(wordOf(relations, relation), statements.get(statement)!, ids)))
    // The rows of positions are there for all evidence that is.
    return new KeptFact(ids.position.get(position) as EvidenceFact['positionId'], stated)
  })
}

function statedFact(relation: unknown, row: readonly unknown[], ids: Ids): StatedFact {
  const [, party, isAnonymous, saidOn, issued, origin, outletId, reliability, credibility] = row
  const onBehalfOfId = party === null ? null : ids.party.get(party)
  return sameFact(JSON.stringify([relation, onBehalfOfId, row.slice(2)]), () => {
    const date = saidOn ?? issued
    return {
      relation,
      onBehalfOfId,
      isAnonymous: isAnonymous === 1,
      saidOn,
      issued,
      origin,
      outletId,
      reliability,
      credibility,
      day: typeof date === 'string' ? edtfBounds(date).first : null,
      // As above.
    } as StatedFact
  })
}

const positionFields = [
  'id',
  'issueId',
  'partyId',
  'kind',
  'addresseeId',
  'text',
  'stance',
  'atLow',
  'atHigh',
  'firmness',
  'salience',
  'basis',
  'from',
  'until',
  'supersedesId',
  'whyMoved',
  'assessment',
  'needsResearch',
  'sortOrder',
] as const satisfies readonly (keyof Position)[]

const words = {
  kind: packedWords('position', 'kind'),
  stance: packedWords('position', 'stance'),
  firmness: packedWords('position', 'firmness'),
  basis: packedWords('position', 'basis'),
}

/** Many positions begin on one day. */
const sameText = remember((date) => date)
const sameDate = (date: unknown) => (typeof date === 'string' ? sameText(date) : date)

/** Written out: made field by field, fifty thousand of them take six times as long. */
function toPosition(row: readonly unknown[], ids: Ids): Position {
  return {
    id: row[1],
    issueId: ids.issue.get(row[2]),
    partyId: ids.party.get(row[3]),
    kind: wordOf(words.kind, row[4]),
    addresseeId: row[5] === null ? null : ids.party.get(row[5]),
    text: row[6],
    stance: wordOf(words.stance, row[7]),
    atLow: row[8],
    atHigh: row[9],
    firmness: wordOf(words.firmness, row[10]),
    salience: row[11],
    basis: wordOf(words.basis, row[12]),
    from: sameDate(row[13]),
    until: sameDate(row[14]),
    supersedesId: row[15],
    whyMoved: row[16],
    assessment: row[17],
    needsResearch: row[18] === 1,
    sortOrder: row[19],
    // As above.
  } as Position
}

const areFieldsOther = (kind: PackedKind, known: readonly string[]): boolean =>
  packedFields(kind).some((field, index) => known[index] !== field) ||
  packedFields(kind).length !== known.length

/** Rows come as they lie in the file, which is the order in which they were made. */
function ordered<T extends { sortOrder: number; id: string }>(records: T[]): T[] {
  return records.sort((a, b) => a.sortOrder - b.sortOrder || (a.id < b.id ? -1 : 1))
}
