import type { Change } from '../../model/change'
import type { IssueId } from '../../model/issue'
import type { ParkedPoint, ShowOfHands, Workshop } from '../../model/workshop'
import type { PlacedIssue } from '../issue-tree'

const between = ' · '

/** As it stands in the journal: who, in which workshop. */
export const workshopAttribution = ({ user, workshop }: { user: string; workshop: string }): string =>
  `${user}${between}${workshop}`

/** What of an issue a room decides on. */
const decidedFields = ['status', 'commonGround', 'landingZone'] as const
export type DecidedField = (typeof decidedFields)[number]

export type RecordedChange = {
  issueId: IssueId
  number: string
  title: string
  field: DecidedField
  before: string
  after: string
}

/** What a room did, as it stood at the end; what was taken back again is not in it. */
export type WorkshopRecord = {
  workshop: Workshop
  /** In the order of the issues. */
  changed: RecordedChange[]
  /** Whatever else was recorded meanwhile, by kind of record, as in `position`, with how many. */
  others: { recordKind: string; count: number }[]
  parked: (Pick<ParkedPoint, 'id' | 'text'> & { issue: string | null })[]
  hands: (Pick<ShowOfHands, 'id' | 'question' | 'options'> & { issue: string | null })[]
}

export type WorkshopMaterial = {
  workshop: Workshop
  /** Oldest first. */
  changes: readonly Change[]
  /** Those of the record of the workshop itself, which may have had other names. */
  ownChanges: readonly Change[]
  issues: readonly PlacedIssue[]
  parked: readonly ParkedPoint[]
  hands: readonly ShowOfHands[]
}

/** Kinds that have their own place in the record, or that are about presenting and not about the negotiation. */
const ownKinds = ['runningOrder', 'orderItem', 'workshop', 'parkedPoint', 'showOfHands']

export function composeWorkshopRecord(material: WorkshopMaterial): WorkshopRecord {
  const { workshop, issues, parked, hands } = material
  const byRecord = Map.groupBy(changesOf(material), ({ recordKind, recordId }) => `${recordKind} ${recordId}`)
  const titleOf = (id: IssueId | null) => {
    const issue = issues.find((each) => each.id === id)
    return issue === undefined ? null : `${issue.number} ${issue.title}`
  }
  const others = [...byRecord.values()].filter(
    (changes) =>
      changes[0]!.recordKind !== 'issue' && !ownKinds.includes(changes[0]!.recordKind) && isLasting(changes),
  )
  return {
    workshop,
    changed: issues.flatMap((issue) => decidedOn(issue, byRecord.get(`issue ${issue.id}`) ?? [])),
    others: [...Map.groupBy(others, (changes) => changes[0]!.recordKind)].map(([recordKind, all]) => ({
      recordKind,
      count: all.length,
    })),
    parked: parked
      .filter(({ workshopId }) => workshopId === workshop.id)
      .map(({ id, text, issueId }) => ({ id, text, issue: titleOf(issueId) })),
    hands: hands
      .filter(({ workshopId }) => workshopId === workshop.id)
      .map(({ id, question, options, issueId }) => ({ id, question, options, issue: titleOf(issueId) })),
  }
}

/** Those that stand under the workshop's name, whatever it was called then. */
function changesOf({ workshop, changes, ownChanges }: WorkshopMaterial): Change[] {
  const names = ownChanges.flatMap(({ before, after }) => [before?.['name'], after?.['name']])
  const marks = new Set([workshop.name, ...names.filter((name) => typeof name === 'string')])
  const isIts = ({ by, at }: Change) =>
    at >= workshop.started &&
    (workshop.ended === null || at <= workshop.ended) &&
    [...marks].some((name) => by.endsWith(`${between}${name}`))
  return changes.filter(isIts)
}

function decidedOn(issue: PlacedIssue, changes: readonly Change[]): RecordedChange[] {
  return decidedFields.flatMap((field): RecordedChange[] => {
    const touching = changes.filter(({ after, before }) => field in (after ?? {}) || field in (before ?? {}))
    if (touching.length === 0) return []
    const before = String(touching[0]!.before?.[field] ?? '')
    const after = String(touching.at(-1)!.after?.[field] ?? '')
    if (before === after) return []
    const { id, number, title } = issue
    return [{ issueId: id, number, title, field, before, after }]
  })
}

/** Whether anything is left of the changes once what was undone is taken off. */
function isLasting(changes: readonly Change[]): boolean {
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  const existed = changes[0]!.before !== null
  const exists = changes.at(-1)!.after !== null
  if (existed !== exists) return true
  if (!exists) return false
  for (const change of changes) {
    for (const [field, value] of Object.entries(change.before ?? {})) before[field] ??= value
    Object.assign(after, change.after)
  }
  return Object.keys(after).some((field) => before[field] !== after[field])
}
