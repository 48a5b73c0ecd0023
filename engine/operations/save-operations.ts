import type { SaveContract } from '../../app/contract/save-contract'
import { AppError } from '../../app/errors'
import { ownedParts, ownerKinds, type OwnerKind } from '../../app/model/owned-parts'
import { recordDefaults } from '../../app/model/record-defaults'
import type { IdOf, RecordKind } from '../../app/model/records'
import type { WriteDb } from '../../db/connection'
import { getRecord } from '../../db/tables/records'
import type { Handlers } from '../handlers'
import { addRecord, changeRecord, removeRecord } from './record-operations'

type Fields = Readonly<Record<string, unknown>>
type Changed = Fields & { id: string }
type PartChanges = { added: Fields[]; changed: Changed[]; removed: string[] }
type Save = Fields & { id: string | null; parts: { [Part in RecordKind]?: PartChanges } }
type Owned = { kind: RecordKind; link: string; ownerId: string }

function save(db: WriteDb, kind: OwnerKind, { id, parts, ...fields }: Save): unknown {
  const owner = saveOwner(db, kind, id, fields)
  for (const [part, link] of Object.entries(ownedParts[kind])) {
    const changes = parts[part as RecordKind]
    if (changes !== undefined) saveParts(db, { kind: part as RecordKind, link, ownerId: owner.id }, changes)
  }
  return owner
}

// The contract has parsed every field by the model of its kind; a loop over kinds cannot show it to TypeScript.
function saveOwner(db: WriteDb, kind: OwnerKind, id: string | null, fields: Fields) {
  if (id !== null) return changeRecord(db, kind, { ...fields, id: id as IdOf<OwnerKind> })
  return addRecord(db, kind, { ...recordDefaults[kind], ...fields })
}

/** What goes makes room first: the rules look at what is left. */
function saveParts(db: WriteDb, owned: Owned, { added, changed, removed }: PartChanges): void {
  const { kind, link, ownerId } = owned
  for (const id of removed) removeRecord(db, kind, ownPart(db, owned, id))
  for (const { id, ...fields } of changed) changeRecord(db, kind, { ...fields, id: ownPart(db, owned, id) })
  for (const fields of added) addRecord(db, kind, { ...fields, [link]: ownerId })
}

/** `not-found` for a part that is not there, and for one of another owner. */
function ownPart(db: WriteDb, { kind, link, ownerId }: Owned, id: string): IdOf<RecordKind> {
  const part: Fields = getRecord(db, kind, id)
  if (part[link] !== ownerId) throw new AppError('not-found', { kind })
  return id as IdOf<RecordKind>
}

/** One handler for every kind of record that has parts. */
export const saveOperations = Object.assign(
  {},
  ...ownerKinds.map((kind) => ({ [`${kind}.save`]: (db: WriteDb, input: Save) => save(db, kind, input) })),
) as Handlers<keyof SaveContract>
