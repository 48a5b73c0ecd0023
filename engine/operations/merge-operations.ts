import { AppError } from '../../app/errors'
import { recordKinds, recordModels, type IdOf, type RecordOf } from '../../app/model/records'
import { prepare, quoted, type WriteDb } from '../../db/connection'
import { alikeSources } from '../../db/tables/alike-sources'
import { deleteRecord, getRecord } from '../../db/tables/records'
import type { Handlers } from '../handlers'
import { addRecord, changeRecord } from './record-operations'

export const mergeOperations: Handlers<
  'source.alike' | 'source.shareOrigin' | 'speaker.merge' | 'outlet.merge'
> = {
  'source.alike': (db, { id }) => alikeSources(db, getRecord(db, 'source', id).text, { except: id }),

  'source.shareOrigin'(db, { sourceIds, title }) {
    const sources = sourceIds.map((id) => getRecord(db, 'source', id))
    const known = sources.find((source) => source.originId !== null)?.originId
    const originId =
      known ?? addRecord(db, 'origin', { title: (title ?? sources[0]!.title).slice(0, 500), note: '' }).id
    for (const { id } of sources) changeRecord(db, 'source', { id, originId })
    return { originId }
  },

  'speaker.merge'(db, { keepId, mergeId }) {
    const { keep, merged } = bothOf(db, 'speaker', { keepId, mergeId })
    moveLinks(db, ['speakerId'], { keepId, mergeId })
    dropDoubles(db, 'affiliation', keepId)
    dropDoubles(db, 'participation', keepId)
    deleteRecord(db, 'speaker', mergeId)
    const note = joinedNote(keep.note, [merged.name ?? merged.description, merged.note])
    return changeRecord(db, 'speaker', { id: keepId, note })
  },

  'outlet.merge'(db, { keepId, mergeId }) {
    const { keep, merged } = bothOf(db, 'outlet', { keepId, mergeId })
    moveLinks(db, ['outletId', 'relayedById'], { keepId, mergeId })
    deleteRecord(db, 'outlet', mergeId)
    return changeRecord(db, 'outlet', {
      id: keepId,
      note: joinedNote(keep.note, [merged.name, merged.note]),
      // F and "other" say that nobody has judged: a judgement made of the other one is not lost.
      reliability: keep.reliability === 'F' ? merged.reliability : keep.reliability,
      kind: keep.kind === 'other' ? merged.kind : keep.kind,
    })
  },
}

type MergedKind = 'speaker' | 'outlet'
type Merge<Kind extends MergedKind> = { keepId: IdOf<Kind>; mergeId: IdOf<Kind> }

function bothOf<Kind extends MergedKind>(
  db: WriteDb,
  kind: Kind,
  { keepId, mergeId }: Merge<Kind>,
): { keep: RecordOf<Kind>; merged: RecordOf<Kind> } {
  if (keepId === mergeId) throw new AppError('merge-with-itself')
  return { keep: getRecord(db, kind, keepId), merged: getRecord(db, kind, mergeId) }
}

/** In every table that has a column of that name. */
function moveLinks(
  db: WriteDb,
  fields: readonly string[],
  { keepId, mergeId }: { keepId: string; mergeId: string },
): void {
  for (const kind of recordKinds) {
    for (const field of fields.filter((each) => Object.hasOwn(recordModels[kind].shape, each))) {
      prepare(
        db,
        `UPDATE ${quoted(kind)} SET ${quoted(field)} = @keepId WHERE ${quoted(field)} = @mergeId`,
      ).run({
        keepId,
        mergeId,
      })
    }
  }
}

/** Links that say the same twice once their speakers are one. */
function dropDoubles(db: WriteDb, kind: 'affiliation' | 'participation', speakerId: string): void {
  const fields = Object.keys(recordModels[kind].shape).filter((field) => field !== 'id')
  prepare(
    db,
    `DELETE FROM ${quoted(kind)} WHERE speakerId = @speakerId AND id NOT IN (
       SELECT min(id) FROM ${quoted(kind)} WHERE speakerId = @speakerId
       GROUP BY ${fields.map(quoted).join(', ')})`,
  ).run({ speakerId })
}

const longestNote = 20_000

function joinedNote(note: string, added: readonly string[]): string {
  const whole = [note, ...added].filter((part) => part.trim() !== '').join('\n')
  return whole.slice(0, longestNote).toWellFormed()
}
