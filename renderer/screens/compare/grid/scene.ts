import type { Arrangement, MemberStand } from '../../../../app/rules/arrangement'
import type { Cell, ComparedIssue } from '../../../../app/rules/comparison'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import type { StatusSuggestion } from '../../../../app/rules/status-suggestion'
import type { IssueId } from '../../../../app/model/issue'
import type { Party } from '../../../../app/model/party'
import type { Place } from '../../../state/compare-view'
import { spokenCell } from '../spoken-cell'
import type { Baseline } from '../use-baseline'
import { describeCell, describeZone, type Block, type Wording } from './cell-anatomy'
import { cellPadding } from './cell-looks'
import type { CellMarks } from './cell-marks'
import type { GridPlan } from './grid-plan'
import { memberLines } from '../finding/member-lines'
import type { LineCounter } from './line-breaks'

/** Everything that decides what the grid looks like, at one moment. */
export type Scene = {
  plan: GridPlan
  reading: ComparisonReading
  matches: Arrangement['matches']
  membersIn: Arrangement['membersIn']
  widths: { head: number; columns: readonly number[] }
  /** From the end of the head column. */
  columnStarts: Float64Array
  /** Of the head row. */
  headHeight: number
  baseline: Baseline | null
  marksOf: ((cell: Cell) => CellMarks | null) | null
  wording: Wording
  /** What the positions on an issue suggest beyond its status. */
  suggestionOf: (issueId: IssueId) => StatusSuggestion | null
  isWritable: boolean
  selected: Place | null
  /** What is selected with it, by key; empty while it is alone. */
  selectedWith: ReadonlyMap<string, Place>
  isOpen: (placeAndBlock: string) => boolean
  /** Cells, as issue and party, of which some text is shown whole. */
  openCells: ReadonlySet<string>
  counter: LineCounter
  /** Changes whenever text would be set otherwise: in another size, or in a font that came late. */
  type: number
  /** How often two long texts have been compared. */
  arrivals: number
}

/** What crosses at a row and a column of the grid. */
export type Crossing =
  | {
      kind: 'cell'
      cell: Cell
      issue: ComparedIssue
      party: Party
      isMatch: boolean
      /** Of a folded coalition. */
      members: readonly MemberStand[]
    }
  | { kind: 'zone'; issue: ComparedIssue }

export function crossingAt(
  { plan, reading, matches, membersIn }: Scene,
  row: number,
  column: number,
): Crossing {
  const first = plan.down[row]!
  const second = plan.across[column]!
  // Every row crosses every column as an issue and something else.
  const { issue } = first.kind === 'issue' ? first : (second as Extract<typeof second, { kind: 'issue' }>)
  const other = first.kind === 'issue' ? second : first
  if (other.kind !== 'party') return { kind: 'zone', issue: issue.issue }
  const { column: partyColumn, party, isFolded } = other.party
  return {
    kind: 'cell',
    cell: reading.cellAt(issue.row, partyColumn),
    issue: issue.issue,
    party,
    isMatch: matches(issue.row, partyColumn),
    members: isFolded ? membersIn(issue.row, partyColumn) : noMembers,
  }
}

/** Whether it is not known yet what is said on the row's issue. */
export function isAwaited({ plan, reading }: Scene, row: number): boolean {
  const { awaited } = reading.index
  if (awaited.size === 0) return false
  const line = plan.down[row]!
  return line.kind === 'issue' && awaited.has(line.issue.row)
}

const noMembers: readonly MemberStand[] = []

export function blocksOf(scene: Scene, crossing: Crossing): Block[] {
  if (crossing.kind === 'zone') return describeZone(crossing.issue.landingZone, scene)
  const { cell } = crossing
  const blocks = describeCell(cell, scene.wording, {
    compared: scene.baseline?.beside(cell) ?? null,
    marks: scene.marksOf?.(cell) ?? null,
    isWritable: scene.isWritable,
  })
  memberLines(crossing.members, scene.wording).forEach((words, at) =>
    blocks.push({
      look: 'answer',
      runs: [{ text: words, look: 'plain' }],
      clamp: 3,
      key: `members ${at}`,
    }),
  )
  return blocks
}

/** What is heard of it, as one sentence. */
export function spokenCrossing(scene: Scene, crossing: Crossing): string {
  const { say } = scene.wording
  if (crossing.kind === 'zone') {
    const { title, landingZone } = crossing.issue
    return say('spoken.zone', { issue: title, text: landingZone || say('compare.noZone') })
  }
  const { cell, issue, party } = crossing
  const spoken = spokenCell(cell, {
    issue,
    party,
    ...scene.wording,
    compared: scene.baseline?.beside(cell) ?? null,
  })
  const marks = scene.marksOf?.(cell)
  return [spoken, ...(marks ? [marks.spoken] : []), ...memberLines(crossing.members, scene.wording)].join(
    '; ',
  )
}

/** CSS pixels within a column that text has to itself. */
export const contentWidth = (scene: Scene, column: number): number =>
  scene.widths.columns[column]! - cellPadding.inline - (scene.plan.across[column]!.kind === 'zone' ? 2 : 1)

export const openKey = (crossing: Crossing, block: string): string =>
  crossing.kind === 'zone'
    ? `${crossing.issue.id} zone`
    : `${crossing.issue.id} ${crossing.party.id} ${block}`

/** CSS pixels around the content of a row's head. */
export const headPadding = { start: 18, end: 14, above: 10 }
export const indentOf = (depth: number): number => Math.min(depth, 5) * 12

/** CSS pixels within the head of an issue's row that its words have to themselves. */
export const headWidth = ({ widths }: Scene, depth: number): number =>
  widths.head - headPadding.start - headPadding.end - indentOf(depth)
