import type { PartyId } from '../../model/party'
import type { Cell } from '../comparison'
import type { PresentedParty } from './running-steps'
import { textWidth } from './text-width'
import type { WallScale, WallStand } from './wall-content'
import { wallInner } from './wall-fit'
import type { WallRow } from './wall-row'

const nameLine = 36
const mostLines = 3
/** Below the strip: two lines of wording. */
const below = 92

/** The issue's worded scale; null where it has no ends or nobody stands on it. Its height is that of all its steps. */
export function scaleOf(
  row: WallRow,
  { revealed, isEarlier }: { revealed: ReadonlySet<PartyId>; isEarlier: boolean },
): WallScale | null {
  const { issue, presented } = row
  const low = issue.scaleLow || (issue.marks[0]?.wording ?? '')
  const high = issue.scaleHigh || (issue.marks.at(-1)?.wording ?? '')
  const now = presented.parties.flatMap((party) => standOf(row, party, row.cellOf(party)))
  const before = presented.parties.flatMap((party) => {
    const cell = row.earlierCellOf(party)
    return cell === null ? [] : standOf(row, party, cell)
  })
  if (now.length + before.length === 0 || (low === '' && high === '')) return null
  const lines = placeNames(isEarlier ? before : now)
  const most = Math.max(
    ...[...placeNames(now).values(), ...placeNames(before).values()].map((l) => (l ?? 0) + 1),
  )
  const stands = (isEarlier ? before : now).filter(({ party }) => revealed.has(party.id as PartyId))
  return {
    low,
    high,
    height: most * nameLine + 40 + below,
    marks: placeMarks(row),
    stands: stands.map((stand) => ({
      ...stand,
      line: lines.get(stand) ?? null,
      earlier: isEarlier ? null : earlierOf(before, stand),
    })),
  }
}

function earlierOf(before: readonly WallStand[], { party, low, high }: WallStand): number | null {
  const stood = before.find((stand) => stand.party.id === party.id)
  if (stood === undefined) return null
  const was = middle(stood)
  return was === middle({ low, high }) ? null : was
}

export const middle = ({ low, high }: { low: number; high: number }) => (low + high) / 2

/** Where a party stands by all it holds; nowhere where none of it is on the scale. */
function standOf(row: WallRow, party: PresentedParty, cell: Cell): WallStand[] {
  const ranges = cell.positions.flatMap(({ atLow, atHigh }) =>
    atLow === null || atHigh === null ? [] : [{ atLow, atHigh }],
  )
  if (ranges.length === 0) return []
  return [
    {
      party: row.wallParty(party),
      low: Math.min(...ranges.map(({ atLow }) => atLow)),
      high: Math.max(...ranges.map(({ atHigh }) => atHigh)),
      line: null,
      earlier: null,
    },
  ]
}

/** Each name on the lowest line on which it touches no other. */
function placeNames(stands: readonly WallStand[]): Map<WallStand, number | null> {
  const ends: [number, number][][] = Array.from({ length: mostLines }, () => [])
  const placed = new Map<WallStand, number | null>()
  for (const stand of stands.toSorted((a, b) => middle(a) - middle(b))) {
    const wide = textWidth(stand.party.name, { face: 'bold', size: 26 }) + 24
    const at = (middle(stand) / 100) * wallInner
    const from = Math.min(Math.max(0, at - wide / 2), wallInner - wide)
    const line = ends.findIndex((taken) => taken.every(([start, end]) => from + wide <= start || from >= end))
    if (line !== -1) ends[line]!.push([from, from + wide])
    placed.set(stand, line === -1 ? null : line)
  }
  return placed
}

/** Marks between the ends, on two lines; one whose words would touch another's has its tick alone. */
function placeMarks({ issue }: WallRow): WallScale['marks'] {
  const room = (words: string) => textWidth(words, { face: 'sans', size: 24 }) + 32
  const edge = (words: string) => Math.min(room(words), wallInner / 2)
  const taken: [number, number][][] = [
    [
      [0, edge(issue.scaleLow)],
      [wallInner - edge(issue.scaleHigh), wallInner],
    ],
    [],
  ]
  return issue.marks.map(({ at, wording }) => {
    const wide = room(wording)
    const from = (at / 100) * wallInner - wide / 2
    const fits = (line: number) =>
      from >= 0 &&
      from + wide <= wallInner &&
      taken[line]!.every(([start, end]) => from + wide <= start || from >= end)
    const line = fits(0) ? 0 : fits(1) ? 1 : null
    if (line !== null) taken[line]!.push([from, from + wide])
    return { at, wording: line === null ? '' : wording, isLow: line === 1 }
  })
}
