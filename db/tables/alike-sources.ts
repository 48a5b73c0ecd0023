import { alikeFrom, tellingPassages, textLikeness, textRuns } from '../../app/rules/text-likeness'
import type { SourceId } from '../../app/model/source'
import { prepare, type ReadDb } from '../connection'

export type AlikeSource = { sourceId: SourceId; title: string; likeness: number }

const passagesLookedFor = 16
const sourcesCompared = 12
const hitsPerPassage = 50

/** The sources that share much of a text, most alike first, found by passages of it in the full text index. */
export function alikeSources(db: ReadDb, text: string, { except = '' } = {}): AlikeSource[] {
  const hits = new Map<string, number>()
  for (const passage of tellingPassages(text, passagesLookedFor)) {
    for (const id of sourcesHolding(db, passage)) hits.set(id, (hits.get(id) ?? 0) + 1)
  }
  hits.delete(except)
  const likeliest = [...hits].toSorted(([, a], [, b]) => b - a).slice(0, sourcesCompared)
  if (likeliest.length === 0) return []
  const ours = textRuns(text)
  return likeliest
    .map(([id]) => {
      const row = prepare<{ title: string; text: string }>(
        db,
        'SELECT title, text FROM source WHERE id = ?',
      ).get(id)!
      // Only ids of sources are asked for.
      return {
        sourceId: id as SourceId,
        title: row.title,
        likeness: textLikeness(ours, textRuns(row.text)),
      }
    })
    .filter(({ likeness }) => likeness >= alikeFrom)
    .toSorted((a, b) => b.likeness - a.likeness)
}

function sourcesHolding(db: ReadDb, passage: string): string[] {
  return prepare<{ recordId: string }>(
    db,
    `SELECT searchEntry.recordId FROM searchIndex
     JOIN searchEntry ON searchEntry.number = searchIndex.rowid
     WHERE searchIndex MATCH ? AND searchEntry.recordKind = 'source' LIMIT ${hitsPerPassage}`,
  )
    .all(`"${passage.replaceAll('"', '""')}"`)
    .map(({ recordId }) => recordId)
}
