import type { PartyColour } from '../../app/model/party'
import type { SourceId } from '../../app/model/source'
import type { SourceLine, SourceTag, TagCount } from '../../app/rules/capture'
import { prepare, type ReadDb } from '../connection'

type LineRow = Omit<SourceLine, 'statements' | 'parties' | 'tags'>
type TallyRow = { sourceId: string; colour: PartyColour | null; count: number }

/** Every source without its text, newest in the dossier last; two passes over indexes, whatever their number. */
export function listSourceLines(db: ReadDb): SourceLine[] {
  const parties = Map.groupBy(listTallies(db), ({ sourceId }) => sourceId)
  const tags = Map.groupBy(listSourceTags(db), ({ sourceId }) => sourceId)
  return prepare<LineRow>(
    db,
    `SELECT source.id, source.title, source.type, outlet.name AS outletName,
       coalesce(outlet.reliability, 'F') AS reliability, source.issued, source.language,
       origin.title AS originTitle
     FROM source
     LEFT JOIN outlet ON outlet.id = source.outletId
     LEFT JOIN origin ON origin.id = source.originId
     ORDER BY source.id`,
  )
    .all()
    .map((line) => {
      const tallies = parties.get(line.id) ?? []
      return {
        ...line,
        statements: tallies.reduce((sum, { count }) => sum + count, 0),
        parties: tallies
          .map(({ colour, count }) => ({ colour, count }))
          .toSorted((a, b) => b.count - a.count),
        tags: (tags.get(line.id) ?? []).map(({ id, name }) => ({ id, name })),
      }
    })
}

function listSourceTags(db: ReadDb): (SourceTag & { sourceId: SourceId })[] {
  return prepare<SourceTag & { sourceId: SourceId }>(
    db,
    `SELECT DISTINCT tagging.sourceId, tag.id, tag.name FROM tagging JOIN tag ON tag.id = tagging.tagId
     WHERE tagging.sourceId IS NOT NULL ORDER BY tag.name COLLATE NOCASE`,
  ).all()
}

/** The tags that sources have, by name, with how many have each. */
export function countSourceTags(db: ReadDb): TagCount[] {
  return prepare<TagCount>(
    db,
    `SELECT tag.id, tag.name, count(DISTINCT tagging.sourceId) AS sources
     FROM tagging JOIN tag ON tag.id = tagging.tagId
     WHERE tagging.sourceId IS NOT NULL GROUP BY tag.id ORDER BY tag.name COLLATE NOCASE`,
  ).all()
}

export function countSources(db: ReadDb): number {
  return prepare<{ count: number }>(db, 'SELECT count(*) AS count FROM source').get()!.count
}

function listTallies(db: ReadDb): TallyRow[] {
  return prepare<TallyRow>(
    db,
    `SELECT sourceId, party.colour, sum(count) AS count
     FROM (SELECT sourceId, onBehalfOfId, count(*) AS count FROM statement GROUP BY sourceId, onBehalfOfId)
     LEFT JOIN party ON party.id = onBehalfOfId GROUP BY sourceId, party.colour`,
  ).all()
}

/** How many positions rest on each of these sources; those on which none does are left out. */
export function countPositions(db: ReadDb, ids: readonly string[]): { id: SourceId; count: number }[] {
  return prepare<{ id: SourceId; count: number }>(
    db,
    `SELECT statement.sourceId AS id, count(DISTINCT evidence.positionId) AS count
     FROM statement JOIN evidence ON evidence.statementId = statement.id
     WHERE statement.sourceId IN (SELECT value FROM json_each(?)) AND evidence.positionId IS NOT NULL
     GROUP BY statement.sourceId`,
  ).all(JSON.stringify(ids))
}
