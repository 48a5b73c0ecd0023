import type { IdOf, RecordKind, RecordOf } from './records'

/** The fields of a part that can link it to its owner. */
type LinkTo<Owner extends RecordKind, Part extends RecordKind> = {
  [Field in keyof RecordOf<Part>]: NonNullable<RecordOf<Part>[Field]> extends IdOf<Owner> ? Field : never
}[keyof RecordOf<Part>]

/** Which records are written together with the one that they are parts of, and the link that says whose they are. */
export const ownedParts = {
  speaker: { affiliation: 'speakerId' },
  party: { membership: 'coalitionId' },
  issue: { mark: 'issueId' },
  event: { participation: 'eventId', condition: 'eventId' },
  statement: { span: 'statementId' },
  source: { tagging: 'sourceId' },
  runningOrder: { orderItem: 'runningOrderId' },
} as const satisfies {
  [Owner in RecordKind]?: { [Part in RecordKind]?: LinkTo<Owner, Part> }
}

type OwnedParts = typeof ownedParts
export type OwnerKind = keyof OwnedParts
export type PartKind<Owner extends OwnerKind> = Extract<keyof OwnedParts[Owner], RecordKind>
/** The link to its owner, which no part is given: it follows from where the part stands. */
export type OwnerLink<Owner extends OwnerKind, Part extends PartKind<Owner>> = OwnedParts[Owner][Part]

export const ownerKinds = Object.keys(ownedParts) as OwnerKind[]
