import type { PartyId } from '../../model/party'
import type { Cell } from '../comparison'
import { lineEnds } from './text-width'
import { blocksOf } from './wall-blocks'
import type { WallBlock } from './wall-content'
import { fitGroup, headerHeight, pagesOfBlocks, wall, wallInner, type GroupFit } from './wall-fit'
import { once } from './once'
import { bandHeight } from './wall-quotations'
import { partyOfStep, type PresentedParty } from './running-steps'
import type { WallRow } from './wall-row'
import { scaleOf } from './wall-scale'

/** More parties than this beside each other are too narrow to be read from the back. */
const mostColumns = 4
/** Above the question, which is its own heading. */
export const questionHead = 64
const headingSizes = [60, 52, 46] as const

export type Group = { parties: readonly PresentedParty[]; fit: GroupFit; blocks: WallBlock[][] }

/** One issue as it is fitted to the wall, once and for all of its steps together. */
export type RowFit = ReturnType<typeof fitRow>

export function fitRow(row: WallRow) {
  const { presented, say } = row
  const { steps } = presented
  const inTurn = steps.flatMap((step) =>
    presented.parties.filter(({ party }) => party.id === partyOfStep(step)),
  )
  const everybody = new Set(inTurn.map(({ party }) => party.id))
  const wholeBlocks = new Map(
    inTurn.map((each) => [
      each.party.id,
      blocksOf(row, { party: each, cell: row.cellOf(each), revealed: everybody }),
    ]),
  )
  const head = headOf(row)
  const scaleHeight = scaleOf(row, { revealed: everybody, isEarlier: false })?.height ?? 0
  const band = bandHeight(row, [...wholeBlocks.values()].flat())
  const bodyHeight = wall.height - wall.top - head.height - wall.foot
  // A quotation stands where the scale does, which gives way to it for so long.
  const columnsHeight = bodyHeight - (Math.max(band, scaleHeight) && Math.max(band, scaleHeight) + 18)
  const questionHeight = wall.height - wall.top - questionHead - wall.foot - (scaleHeight && scaleHeight + 14)
  const groups = fitGroups()
  const movements = new Map<string, Group[]>()
  const continuations = new Map<string, WallBlock[][]>()

  /** As many beside each other as can be shown whole; what is too long for any group is cut in all of them. */
  function fitGroups(): Group[] {
    const even = groupsOf(inTurn, mostColumns).map(fitParties)
    if (even.every(isAsWholeAsCanBe)) return even
    const groups: Group[] = []
    for (let at = 0; at < inTurn.length; ) {
      const counts = [4, 3, 2].filter((count) => at + count <= inTurn.length)
      const count = counts.find((each) => isAsWholeAsCanBe(fitParties(inTurn.slice(at, at + each)))) ?? 1
      const group = fitParties(inTurn.slice(at, at + count))
      groups.push(group)
      at += group.parties.length
    }
    return groups
  }

  function fitParties(parties: readonly PresentedParty[]): Group {
    const blocks = parties.map(({ party }) => wholeBlocks.get(party.id) ?? [])
    return { parties, blocks, fit: fitGroup(parties.map(fitColumn(blocks)), columnsHeight) }
  }
  function fitColumn(blocks: readonly WallBlock[][]) {
    return (each: PresentedParty, at: number) => ({
      name: each.party.shortName,
      role: say(`role.${each.party.role}`),
      blocks: blocks[at]!,
    })
  }

  const revealedAt = (step: number): Set<PartyId> =>
    new Set(
      steps
        .slice(0, step + 1)
        .flatMap((each) => partyOfStep(each) ?? [])
        .filter((id) => everybody.has(id)),
    )

  function continuation(each: PresentedParty): WallBlock[][] {
    return once(continuations, each.party.id, () => makeContinuation(each))
  }

  function makeContinuation(each: PresentedParty): WallBlock[][] {
    const group = groups.find(({ parties }) => parties.includes(each))!
    if (group.fit.isWhole[group.parties.indexOf(each)]) return []
    return pagesOfBlocks(wholeBlocks.get(each.party.id)!, {
      width: wallInner,
      size: 40,
      height: bodyHeight - headerHeight({ name: each.party.shortName, role: '' }, wallInner) - 20,
      continues: say('wall.continues'),
    })
  }

  /** Each group of parties then, and the same parties now; those alone of which something moved, where they are many. */
  function movementGroups(step: number): Group[] {
    return once(movements, String(step), () => makeMovementGroups(step))
  }

  function makeMovementGroups(step: number): Group[] {
    const revealed = [...revealedAt(step)]
    const all = inTurn.filter(({ party }) => revealed.includes(party.id))
    const moved = all.filter((each) => changeOf(row, each) !== 'same')
    const groups = groupsOf(all.length > mostColumns && moved.length > 0 ? moved : all, mostColumns).map(
      (parties) => {
        const both = parties.map(({ party }) => wholeBlocks.get(party.id) ?? [])
        const before = parties.map((each) => earlierBlocks(each))
        const now = fitGroup(parties.map(fitColumn(both)), columnsHeight - 52)
        const then = fitGroup(parties.map(fitColumn(before)), columnsHeight - 52)
        // The same type and columns for both, or words would move that did not.
        const size = Math.min(now.size, then.size)
        const widths = now.size <= then.size ? now.widths : then.widths
        return {
          parties,
          blocks: both,
          fit: {
            size,
            widths,
            isWhole: now.isWhole.map((is, at) => is && then.isWhole[at]!),
            isTooLong: now.isTooLong,
          },
        }
      },
    )
    return groups
  }

  function earlierBlocks(each: PresentedParty): WallBlock[] {
    const cell = row.earlierCellOf(each)
    return cell === null ? [] : blocksOf(row, { party: each, cell, revealed: everybody })
  }

  const ownerOf = (blockId: string) =>
    inTurn.find(({ party }) => wholeBlocks.get(party.id)!.some(({ id }) => id === blockId))

  return {
    inTurn,
    everybody,
    head,
    scaleHeight,
    band,
    bodyHeight,
    columnsHeight,
    questionHeight,
    groups,
    fitParties,
    revealedAt,
    continuation,
    movementGroups,
    ownerOf,
  }
}

/** Nothing in it would be whole in a narrower company. */
const isAsWholeAsCanBe = ({ fit }: Group): boolean => fit.isWhole.every((is, at) => is || fit.isTooLong[at])

function groupsOf(parties: readonly PresentedParty[], most: number): PresentedParty[][] {
  const count = Math.ceil(parties.length / most)
  const groups: PresentedParty[][] = []
  for (let at = 0, left = count; at < parties.length; left -= 1) {
    const size = Math.ceil((parties.length - at) / left)
    groups.push(parties.slice(at, at + size))
    at += size
  }
  return groups
}

/** The question in at most two lines, else the title: the question itself is shown whole by its own step. */
function headOf({ issue }: WallRow): { heading: string; size: number; height: number } {
  const lines = (text: string, size: number) =>
    lineEnds(text, { width: wallInner, face: 'serif bold', size }).length
  const question = issue.question.trim()
  const size = question === '' ? undefined : headingSizes.find((each) => lines(question, each) <= 2)
  const heading = size === undefined ? issue.title : question
  const own = size ?? headingSizes.find((each) => lines(issue.title, each) <= 2) ?? 40
  return { heading, size: own, height: 36 + 12 + lines(heading, own) * own * 1.15 + 28 }
}

/** What became of a cell since the earlier date. */
export function changeOf(row: WallRow, each: PresentedParty): 'new' | 'changed' | 'gone' | 'same' {
  const words = (cell: Cell | null) =>
    (cell?.positions ?? [])
      .map(({ id, text, atLow, atHigh, kind }) => [id, text, atLow, atHigh, kind].join('|'))
      .join('\n')
  const before = words(row.earlierCellOf(each))
  const now = words(row.cellOf(each))
  if (before === now) return 'same'
  if (before === '') return 'new'
  return now === '' ? 'gone' : 'changed'
}
