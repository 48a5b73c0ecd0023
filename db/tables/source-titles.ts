import type { SourceId } from '../../app/model/source'
import { prepare, type ReadDb } from '../connection'

/** What each source is called, without reading its text, which may be long. */
export function listSourceTitles(db: ReadDb): Map<SourceId, string> {
  const rows = prepare<{ id: SourceId; title: string }>(db, 'SELECT id, title FROM source').all()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
