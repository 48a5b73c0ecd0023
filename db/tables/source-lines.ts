import type { PartyColour, PartyId } from '../../app/model/party'
import type { SourceLine } from '../../app/rules/capture'
import { prepare, type ReadDb } from '../connection'

type LineRow = Omit<SourceLine, 'statements' | 'positions' | 'parties'>
type TallyRow = { sourceId: string; partyId: PartyId | null; colour: PartyColour | null; count: number }

/** Every source without its text, newest in the dossier last; three passes over indexes, whatever their number. */
export function listSourceLines(db: ReadDb): SourceLine[] {
  const parties = Map.groupBy(listTallies(db), ({ sourceId }) => sourceId)
  const positions = countPositions(db)
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
        positions: positions.get(line.id) ?? 0,
        parties: tallies
          .map(({ partyId, colour, count }) => ({ partyId, colour, count }))
          .toSorted((a, b) => b.count - a.count),
      }
    })
}

export function countSources(db: ReadDb): number {
  return prepare<{ count: number }>(db, 'SELECT count(*) AS count FROM source').get()!.count
}

function listTallies(db: ReadDb): TallyRow[] {
  return prepare<TallyRow>(
    db,
    `SELECT sourceId, onBehalfOfId AS partyId, party.colour, count
     FROM (SELECT sourceId, onBehalfOfId, count(*) AS count FROM statement GROUP BY sourceId, onBehalfOfId)
     LEFT JOIN party ON party.id = onBehalfOfId`,
  ).all()
}

function countPositions(db: ReadDb): Map<string, number> {
  const rows = prepare<{ sourceId: string; count: number }>(
    db,
    `SELECT statement.sourceId, count(DISTINCT evidence.positionId) AS count
     FROM evidence JOIN statement ON statement.id = evidence.statementId
     WHERE evidence.positionId IS NOT NULL GROUP BY statement.sourceId`,
  ).all()
  return new Map(rows.map(({ sourceId, count }) => [sourceId, count]))
}
