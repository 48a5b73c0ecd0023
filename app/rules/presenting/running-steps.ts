import type { IssueId } from '../../model/issue'
import type { Party, PartyId } from '../../model/party'
import type { OrderItem, OrderItemId, RunningOrder, StepName } from '../../model/running-order'
import type { ComparisonReading } from '../comparison-reading'

/** A party that the room may see; `column` is its place in the reading, for `cellAt` and for its shape. */
export type PresentedParty = { party: Party; column: number }

/** An issue as a room is led through it. */
export type PresentedIssue = {
  issueId: IssueId
  parties: readonly PresentedParty[]
  /** Null where the order was made from the comparison and nobody kept it. */
  itemId: OrderItemId | null
  notes: string
  minutes: number | null
  /** What is shown, in turn. Never empty: an issue of which everything is left out keeps its question. */
  steps: readonly StepName[]
  skipped: readonly StepName[]
}

/** A running order read against the dossier as it is now: what is gone since is passed over. */
export type PresentedOrder = {
  name: string
  /** Shown to the room, in order. */
  parties: readonly PresentedParty[]
  /** Not shown, unless switched on for an issue. */
  hiddenParties: readonly PresentedParty[]
  /** Parties that the order names and the dossier no longer has. */
  missingParties: number
  issues: readonly PresentedIssue[]
}

/** All issues and all parties, as they stand in the comparison. */
export type OrderChoice = { order: RunningOrder; items: readonly OrderItem[] } | null

export function presentOrder(
  reading: ComparisonReading,
  choice: OrderChoice,
  {
    name,
    switchedOn,
  }: {
    /** What the order is called that nobody kept. */
    name: string
    /** Hidden parties that are shown for one issue. */
    switchedOn: (issueId: IssueId) => readonly PartyId[]
  },
): PresentedOrder {
  const wanted = choice?.order.parties ?? null
  const columnOf = reading.index.columnOf
  const find = (id: PartyId): PresentedParty[] => {
    const column = columnOf.get(id)
    return column === undefined ? [] : [{ party: reading.parties[column]!, column }]
  }
  const everybody = reading.parties.map(({ id }) => id)
  const parties = (wanted ?? everybody).flatMap(find)
  const shownIds = new Set(parties.map(({ party }) => party.id))
  const hiddenParties = everybody.filter((id) => !shownIds.has(id)).flatMap(find)
  const hasMovement = (choice?.order.since ?? null) !== null
  const present = (issueId: IssueId, item: OrderItem | null): PresentedIssue => {
    const switched = switchedOn(issueId)
    const here = [...parties, ...hiddenParties.filter(({ party }) => switched.includes(party.id))]
    const all = stepsOf(item?.steps ?? [], { parties: here.map(({ party }) => party.id), hasMovement })
    const shown = all.filter(({ isSkipped }) => !isSkipped).map(({ step }) => step)
    return {
      issueId,
      parties: here,
      itemId: item?.id ?? null,
      notes: item?.notes ?? '',
      minutes: item?.minutes ?? null,
      steps: shown.length === 0 ? ['question'] : shown,
      skipped: all.filter(({ isSkipped }) => isSkipped).map(({ step }) => step),
    }
  }
  return {
    name: choice?.order.name ?? name,
    parties,
    hiddenParties,
    missingParties: (wanted?.length ?? parties.length) - parties.length,
    issues:
      choice === null
        ? reading.issues.map(({ id }) => present(id, null))
        : choice.items.flatMap((item) => issuesOf(reading, item).map((id) => present(id, item))),
  }
}

/** The issue of an item, with everything that nests in it where the item is a branch. */
export function issuesOf(
  reading: ComparisonReading,
  { issueId, isBranch }: Pick<OrderItem, 'issueId' | 'isBranch'>,
): IssueId[] {
  const row = reading.index.rowOf.get(issueId)
  if (row === undefined) return []
  if (!isBranch) return [issueId]
  const { depth } = reading.issues[row]!
  const after = reading.issues.slice(row + 1)
  const end = after.findIndex((issue) => issue.depth <= depth)
  return [issueId, ...(end === -1 ? after : after.slice(0, end)).map(({ id }) => id)]
}

export const partyStep = (id: PartyId): StepName => `party ${id}`

/** The party that a step reveals; null for a step that reveals none. */
export const partyOfStep = (step: StepName): PartyId | null =>
  // The model says that what follows is a party's id.
  step.startsWith('party ') ? (step.slice('party '.length) as PartyId) : null

/** Question, each party in turn, what moved, differences, common ground, landing zone: unless chosen otherwise. */
export function stepsOf(
  chosen: OrderItem['steps'],
  { parties, hasMovement }: { parties: readonly PartyId[]; hasMovement: boolean },
): { step: StepName; isSkipped: boolean }[] {
  const usual: StepName[] = [
    'question',
    ...parties.map(partyStep),
    ...(hasMovement ? (['movement'] as const) : []),
    'differences',
    'common ground',
    'landing zone',
  ]
  const named = chosen.filter(({ step }) => usual.includes(step))
  const steps = [...new Map(named.map((each) => [each.step, each])).values()]
  usual.forEach((step, place) => {
    if (steps.some((each) => each.step === step)) return
    const before = usual.slice(0, place).findLast((earlier) => steps.some((each) => each.step === earlier))
    const at = before === undefined ? 0 : steps.findIndex((each) => each.step === before) + 1
    steps.splice(at, 0, { step, isSkipped: false })
  })
  return steps
}
