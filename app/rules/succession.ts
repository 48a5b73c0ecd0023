import { edtfBounds } from '../model/edtf-date'
import type { Position, PositionId } from '../model/position'
import type { BrokenRule } from './record-rules'

type Linked = Pick<Position, 'id' | 'issueId' | 'partyId' | 'from' | 'supersedesId'>

/** What is wrong with the place of a position among those that supersede each other; null when nothing is. */
export function brokenSuccession(
  position: Linked,
  {
    positionOf,
    successors,
  }: { positionOf: (id: PositionId) => Linked | null; successors: readonly Linked[] },
): BrokenRule | null {
  const seen = new Set([position.id])
  for (let newer = position; newer.supersedesId !== null; ) {
    if (seen.has(newer.supersedesId)) return 'supersedes-in-a-circle'
    seen.add(newer.supersedesId)
    const older = positionOf(newer.supersedesId)
    if (older === null) break
    const problem = brokenLink(newer, older)
    if (problem !== null) return problem
    newer = older
  }
  return successors.map((newer) => brokenLink(newer, position)).find((problem) => problem !== null) ?? null
}

function brokenLink(newer: Linked, older: Linked): BrokenRule | null {
  if (older.partyId !== newer.partyId || older.issueId !== newer.issueId) return 'supersedes-elsewhere'
  const lastStart = newer.from === null ? null : edtfBounds(newer.from).last
  const firstStart = older.from === null ? null : edtfBounds(older.from).first
  return lastStart !== null && firstStart !== null && firstStart > lastStart ? 'supersedes-a-later-one' : null
}

/** From a position back to the first of its kind, newest first; where they supersede each other in a circle, each once. */
export function forerunnersOf<Kept extends Pick<Position, 'id' | 'supersedesId'>>(
  position: Kept,
  positionOf: (id: PositionId) => Kept | undefined,
): Kept[] {
  const seen = new Set([position.id])
  const found: Kept[] = []
  for (let id = position.supersedesId; id !== null && !seen.has(id); ) {
    seen.add(id)
    const older = positionOf(id)
    if (older === undefined) break
    found.push(older)
    id = older.supersedesId
  }
  return found
}
