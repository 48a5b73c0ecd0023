import type { PartyId } from '../../model/party'
import type { Condition } from '../../model/position'
import type { CellPosition } from '../comparison'
import { orderOfMoves } from '../waiting'
import { cellKey } from '../whole-dossier'
import { toTable, type AnnexColumn } from './annex-table'
import { added, line, remarks, sourceLeftOut, type BriefingContext } from './briefing-context'
import type { BriefingSection, Line } from './briefing-document'
import { composeCondition } from './comparison-table'

type Dependence = {
  number: null
  condition: Condition
  position: CellPosition
  mover: PartyId | null
  about: { is: 'cell'; issueId: CellPosition['issueId']; partyId: PartyId }
}

/** What waits for what, those first who can move at once; circles are named as deadlocks. */
export function composeWaiting(context: BriefingContext): BriefingSection[] {
  const { say } = context
  const all = dependences(context)
  if (all.length === 0) return []
  const waits = all.flatMap(({ position, condition, mover }) =>
    mover === null || mover === position.partyId || condition.state !== 'open'
      ? []
      : [{ waiter: position.partyId, mover }],
  )
  const { levels, deadlocks } = orderOfMoves(waits)
  const place = new Map(levels.flatMap((level, index) => level.map((id) => [id, index] as const)))
  const rows = all.toSorted((a, b) => placeOf(a, place) - placeOf(b, place))
  const lines = [
    ...moveLines(context, levels, waits),
    ...deadlocks.map((circle) => deadlockLine(context, circle)),
    ...cautionLines(context),
  ]
  const table = toTable(context, columnsFor(context), rows)
  return [
    ...(lines.length === 0
      ? []
      : [
          {
            is: 'list' as const,
            id: 'first-moves',
            heading: say('briefing.firstMoves'),
            marker: 'none' as const,
            lines,
          },
        ]),
    { is: 'table', id: 'conditions', heading: say('briefing.conditions'), table },
  ]
}

/** Conditions of positions in force, with who has to move for each. */
function dependences({ records }: BriefingContext): Dependence[] {
  const owners = new Map(
    records.comparison.cells.flatMap((cell) => cell.positions.map(({ id }) => [id, cell.partyId] as const)),
  )
  return records.comparison.cells.flatMap((cell) =>
    cell.positions.flatMap((position) =>
      position.conditions.map((condition) => ({
        number: null,
        condition,
        position,
        mover: condition.byPartyId ?? owners.get(condition.onPositionId!) ?? null,
        about: { is: 'cell' as const, issueId: cell.issueId, partyId: cell.partyId },
      })),
    ),
  )
}

/** Open ones by who moves; then those that nobody is named for; what is settled last. */
function placeOf({ condition, mover }: Dependence, place: ReadonlyMap<PartyId, number>): number {
  if (condition.state !== 'open') return 2_000_000
  return mover === null ? 1_000_000 : (place.get(mover) ?? 999_999)
}

function moveLines(
  context: BriefingContext,
  levels: readonly (readonly PartyId[])[],
  waits: readonly { waiter: PartyId; mover: PartyId }[],
): Line[] {
  const { say } = context
  return levels.flat().map((party) => {
    const waitedFor = namesOf(
      context,
      waits.filter(({ mover }) => mover === party).map(({ waiter }) => waiter),
    )
    const waitsFor = namesOf(
      context,
      waits.filter(({ waiter }) => waiter === party).map(({ mover }) => mover),
    )
    const words = [
      ...(waitedFor === '' ? [] : [say('briefing.waitedForBy', { parties: waitedFor })]),
      waitsFor === '' ? say('briefing.waitsForNobody') : say('briefing.waitsFor', { parties: waitsFor }),
    ]
    return line(context.written(context.partyName(party), 'strong'), added(words.join('; ')))
  })
}

/** Who waits for nobody here may wait for somebody in what was left out. */
function cautionLines({ say, records }: BriefingContext): Line[] {
  const { cells } = records.comparison
  const isCut = cells.some(
    (cell) =>
      records.withheldCells.has(cellKey(cell)) ||
      cell.positions.some(({ id }) => records.lostCondition.has(id)),
  )
  return isCut ? [line(added(say('briefing.firstMoves.cut'), 'quiet'))] : []
}

const namesOf = (context: BriefingContext, ids: readonly PartyId[]): string =>
  [...new Set(ids)].map((id) => context.partyName(id)).join(', ')

function deadlockLine(context: BriefingContext, circle: readonly PartyId[]): Line {
  const names = [...circle, circle[0]!].map((id) => context.partyName(id)).join(' → ')
  return line(added(context.say('briefing.deadlock'), 'red line'), added(names))
}

function columnsFor(context: BriefingContext): AnnexColumn<Dependence>[] {
  const { say, written } = context
  return [
    {
      heading: say('briefing.column.mover'),
      min: 26,
      max: 44,
      cell: ({ mover }) => [
        line(
          mover === null ? added(say('briefing.nobodyNamed'), 'quiet') : written(context.partyName(mover)),
        ),
      ],
    },
    {
      heading: say('briefing.column.condition'),
      min: 50,
      max: 130,
      cell: ({ condition }) => [composeCondition(context, condition)],
    },
    {
      heading: say('briefing.column.waits'),
      min: 26,
      max: 44,
      cell: ({ position }) => [line(written(context.partyName(position.partyId)))],
    },
    {
      heading: say('briefing.column.withWhat'),
      min: 44,
      max: 110,
      cell: ({ position }) => [
        line(
          added(context.issue(position.issueId)?.number ?? '', 'quiet'),
          written(position.text, position.basis === 'inferred' ? 'assessed' : 'plain'),
          ...context.cite(
            context.evidenceFor(position.id).filter(({ evidence }) => evidence.relation !== 'contradicts'),
          ),
          ...remarks([sourceLeftOut(context, position.id)]),
        ),
      ],
    },
  ]
}
