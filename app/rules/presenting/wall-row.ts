import type { DateLabel } from '../../messages/date-words'
import type { Say } from '../../messages/say'
import type { Dossier } from '../../model/dossier'
import type { PartyId } from '../../model/party'
import type { PositionId } from '../../model/position'
import type { Cell, ComparedIssue } from '../comparison'
import type { ComparisonReading } from '../comparison-reading'
import type { EvidenceItem } from '../evidence-item'
import type { PresentedIssue, PresentedParty } from './running-steps'
import type { WallAllowance, WallParty } from './wall-content'

/** What the wall's own questions read. It is more than the wall may show; what may be shown is chosen from it. */
export type WallRecords = {
  dossier: Pick<Dossier, 'title' | 'marking'>
  reading: ComparisonReading
  /** The same at the other date, where the running order has one. */
  earlier: ComparisonReading | null
  /** For the positions of the issue, their conditions and answers. */
  evidence: readonly EvidenceItem[]
  tagsOf: (positionId: PositionId) => readonly string[]
}

export type WallWish = {
  presented: PresentedIssue
  allowed: ReadonlySet<WallAllowance>
  say: Say
  dateLabel: DateLabel
  /** The language that `say` speaks. */
  language: string
}

/** One issue with what is needed to show any step of it. */
export type WallRow = WallRecords &
  WallWish & {
    issue: ComparedIssue
    shownIds: ReadonlySet<PartyId>
    wallParty: (party: PresentedParty) => WallParty
    cellOf: (party: PresentedParty) => Cell
    earlierCellOf: (party: PresentedParty) => Cell | null
    nameOf: (id: PartyId) => string | null
  }

export function openRow(records: WallRecords, wish: WallWish): WallRow {
  const { reading, earlier } = records
  const { presented, say } = wish
  const row = reading.index.rowOf.get(presented.issueId)!
  const shownIds = new Set(presented.parties.map(({ party }) => party.id))
  const names = new Map(presented.parties.map(({ party }) => [party.id, party.shortName]))
  return {
    ...records,
    ...wish,
    issue: reading.issues[row]!,
    shownIds,
    wallParty: ({ party, column }) => ({
      id: party.id,
      name: party.shortName,
      role: say(`role.${party.role}`),
      colour: party.colour,
      shape: column,
    }),
    cellOf: ({ column }) => reading.cellAt(row, column),
    earlierCellOf: ({ column }) => earlier?.cellAt(row, column) ?? null,
    // A hidden party has no name here, wherever it is mentioned.
    nameOf: (id) => names.get(id) ?? null,
  }
}
