import type { ParsedInput } from '../../app/contract'
import { recordDefaults } from '../../app/model/record-defaults'
import type { IdOf } from '../../app/model/records'
import { foldText } from '../../app/rules/fold-text'
import type { WriteDb } from '../../db/connection'
import { deleteRecord, getRecord, listRecords } from '../../db/tables/records'
import { addRecord } from './record-operations'

type GivenTag = { id: IdOf<'tag'> } | { name: string }
type Tagged = { tagId: IdOf<'tag'> } & ({ positionId: IdOf<'position'> } | { sourceId: IdOf<'source'> })

/** The tag that is there, also by its name in other letters, or a new one. */
export function tagOf(db: WriteDb, tag: GivenTag): IdOf<'tag'> {
  if ('id' in tag) return getRecord(db, 'tag', tag.id).id
  const words = foldText(tag.name.trim())
  const known = listRecords(db, 'tag').find(({ name }) => foldText(name.trim()) === words)
  return known?.id ?? addRecord(db, 'tag', { ...recordDefaults.tag, name: tag.name }).id
}

/** Answers whether it was not there yet. */
export function addTagging(db: WriteDb, tagged: Tagged): boolean {
  if (listRecords(db, 'tagging', tagged).length > 0) return false
  addRecord(db, 'tagging', { ...recordDefaults.tagging, ...tagged })
  return true
}

/** Answers whether it was there. */
export function dropTagging(db: WriteDb, tagged: Tagged): boolean {
  const found = listRecords(db, 'tagging', tagged)
  for (const { id } of found) deleteRecord(db, 'tagging', id)
  return found.length > 0
}

export function tagSources(
  db: WriteDb,
  { ids, addTag, removeTag }: ParsedInput<'source.tagMany'>,
): { changed: number } {
  const sources = [...new Set(ids)].map((id) => getRecord(db, 'source', id).id)
  const tagId = addTag && tagOf(db, addTag)
  const changed = sources.filter((sourceId) =>
    [
      tagId !== undefined && addTagging(db, { tagId, sourceId }),
      removeTag !== undefined && dropTagging(db, { tagId: removeTag, sourceId }),
    ].some(Boolean),
  )
  return { changed: changed.length }
}
