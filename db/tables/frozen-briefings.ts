import type { FrozenBriefing } from '../../app/model/briefing'
import { prepare, type ReadDb } from '../connection'

/** The issued briefings without what they say, which may be long; oldest first. */
export function listFrozenHeads(db: ReadDb): Omit<FrozenBriefing, 'document'>[] {
  return prepare<Omit<FrozenBriefing, 'document'>>(
    db,
    'SELECT id, briefingId, number, frozenOn FROM frozenBriefing ORDER BY briefingId, number',
  ).all({})
}
