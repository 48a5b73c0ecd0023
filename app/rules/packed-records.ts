import type { Position } from '../model/position'
import { recordModels, type RecordOf } from '../model/records'
import type { ComparedRecords, EvidenceFact } from './comparison'

/** Kinds of which a comparison needs every record, whole. */
export const packedKinds = [
  'party',
  'issue',
  'mark',
  'position',
  'condition',
  'answer',
  'gap',
  'membership',
  'tagging',
] as const
export type PackedKind = (typeof packedKinds)[number]

/** The fields of a packed row, in this order. */
export const packedFields = (kind: PackedKind): string[] => Object.keys(recordModels[kind].shape)

/** Of a statement that is evidence for a position, what a comparison asks: its row's number first. */
export const packedStatementFields = [
  'number',
  'onBehalfOfId',
  'isAnonymous',
  'saidOn',
  'issued',
  'origin',
  'outletId',
  'reliability',
  'credibility',
] as const

/** A link from a statement, by its number, to a position. */
export const packedEvidenceFields = ['positionId', 'relation', 'statement'] as const

/**
 * What a comparison is made of, as SQLite writes it: fifty thousand rows without their fields' names, read in a tenth
 * of the time that as many records would take on their way from the file to the window.
 */
export type PackedRecords = {
  /** The ISO day that the dossier itself is read at. */
  day: string
  statement: readonly (readonly unknown[])[]
  evidence: readonly (readonly unknown[])[]
} & { [Kind in PackedKind]: readonly (readonly unknown[])[] }

/** The records, each in its author's order. */
export function unpackRecords(packed: PackedRecords): ComparedRecords & { day: string } {
  const positions = packed.position.map(toPosition)
  if (areFieldsOther('position', positionFields))
    throw new Error('A position has fields that nobody unpacks.')
  return {
    day: packed.day,
    parties: ordered(unpack(packed, 'party')),
    issues: ordered(unpack(packed, 'issue')),
    marks: unpack(packed, 'mark').toSorted((a, b) => a.at - b.at),
    positions: ordered(positions),
    conditions: ordered(unpack(packed, 'condition')),
    answers: unpack(packed, 'answer'),
    gaps: unpack(packed, 'gap'),
    facts: unpackFacts(packed),
    memberships: unpack(packed, 'membership'),
    taggings: unpack(packed, 'tagging'),
  }
}

function unpack<Kind extends PackedKind>(packed: PackedRecords, kind: Kind): RecordOf<Kind>[] {
  const fields = packedFields(kind)
  return packed[kind].map((row) => {
    const record: Record<string, unknown> = {}
    for (const [index, field] of fields.entries()) record[field] = row[index]
    // Column for field the row is the model; a test compares it with what the tables give.
    return record as RecordOf<Kind>
  })
}

function unpackFacts(packed: PackedRecords): EvidenceFact[] {
  const statements = new Map<unknown, Omit<EvidenceFact, 'positionId' | 'relation'>>()
  for (const row of packed.statement) {
    const [number, onBehalfOfId, isAnonymous, saidOn, issued, origin, outletId, reliability, credibility] =
      row
    statements.set(number, {
      onBehalfOfId,
      isAnonymous: isAnonymous === 1,
      saidOn,
      issued,
      origin,
      outletId,
      reliability,
      credibility,
      // As above.
    } as Omit<EvidenceFact, 'positionId' | 'relation'>)
  }
  return packed.evidence.map(
    ([positionId, relation, statement]) =>
      ({ positionId, relation, ...statements.get(statement)! }) as EvidenceFact,
  )
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

/** Written out: made field by field, fifty thousand of them take six times as long. */
function toPosition(row: readonly unknown[]): Position {
  return {
    id: row[0],
    issueId: row[1],
    partyId: row[2],
    kind: row[3],
    addresseeId: row[4],
    text: row[5],
    stance: row[6],
    atLow: row[7],
    atHigh: row[8],
    firmness: row[9],
    salience: row[10],
    basis: row[11],
    from: row[12],
    until: row[13],
    supersedesId: row[14],
    whyMoved: row[15],
    assessment: row[16],
    needsResearch: row[17] === 1,
    sortOrder: row[18],
  } as Position
}

const areFieldsOther = (kind: PackedKind, known: readonly string[]): boolean =>
  packedFields(kind).some((field, index) => known[index] !== field) ||
  packedFields(kind).length !== known.length

/** Rows come as they lie in the file, which is the order in which they were made. */
function ordered<T extends { sortOrder: number; id: string }>(records: T[]): T[] {
  return records.sort((a, b) => a.sortOrder - b.sortOrder || (a.id < b.id ? -1 : 1))
}
