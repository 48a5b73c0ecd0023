import { rememberSaid } from '../../messages/remember-said'
import type { IssueId } from '../../model/issue'
import type { Evidence, EvidenceRelation, StatementId } from '../../model/statement'
import { remember } from '../../remember'
import type { EvidenceItem } from '../evidence-item'
import { targetOf } from '../export-cascade'
import { itemsBy } from '../items-by'
import type { BriefingContext } from './briefing-context'

/** Says of a statement what it is evidence for in this briefing, in short words as `4: contradicts view, condition`. */
export function bearingsOf(context: BriefingContext): (id: StatementId) => string[] {
  const remembering = { ...context, say: rememberSaid(context.say) }
  const places = placesOf(remembering)
  const linksOf = itemsBy(context.records.evidence, ({ statement }) => statement.id)
  return (id) => {
    const own = linksOf(id)
    const [only] = own
    const place = own.length === 1 ? places.get(targetOf(only!.evidence)) : undefined
    if (place !== undefined) return (place.alone[only!.evidence.relation] ??= composed(own))
    return composed(own)
  }

  function composed(own: readonly EvidenceItem[]): string[] {
    const bearing: Bearing = { byIssue: new Map(), events: new Set() }
    for (const { evidence } of own) note(remembering, bearing, evidence, places)
    return inWords(remembering, bearing)
  }
}

/** Positions of one kind on one issue are called alike, and most statements are evidence for one of them alone. */
type Place = { issue: string; what: string; alone: { [Relation in EvidenceRelation]?: string[] } }
type Bearing = { byIssue: Map<string, Set<string>>; events: Set<string> }

/** Positions in force, their conditions and answers, by id, as the annex calls them. */
function placesOf({ say, records, issue }: BriefingContext): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const onIssue = remember((id) => {
    // Only ids of issues are asked for.
    const number = issue(id as IssueId)?.number ?? ''
    return remember((what): Place => ({ issue: number, what, alone: {} }))
  })
  for (const { issueId, positions } of records.comparison.cells) {
    const placeOf = onIssue(issueId)
    for (const { id, kind, conditions, answers } of positions) {
      places.set(id, placeOf(say(`kind.${kind}`)))
      for (const condition of conditions) places.set(condition.id, placeOf(say('briefing.what.condition')))
      for (const answer of answers) places.set(answer.id, placeOf(say('briefing.what.answer')))
    }
  }
  return places
}

function note(
  { say, dateLabel, records }: BriefingContext,
  bearing: Bearing,
  { relation, positionId, conditionId, answerId, eventId }: Evidence,
  places: ReadonlyMap<string, Place>,
): void {
  const place = places.get(positionId ?? conditionId ?? answerId ?? '')
  if (place !== undefined) {
    const known = bearing.byIssue.get(place.issue) ?? new Set()
    bearing.byIssue.set(place.issue, known.add(say(`briefing.bearsOn.${relation}`, { what: place.what })))
    return
  }
  const about = eventId ?? records.conditions.find(({ id }) => id === conditionId)?.eventId
  const event = records.events.find(({ id }) => id === about)
  if (event === undefined) return
  bearing.events.add(
    event.date === null
      ? say('briefing.bearsOn.event', { title: event.title })
      : say('briefing.bearsOn.datedEvent', { date: dateLabel(event.date) }),
  )
}

function inWords({ say }: BriefingContext, { byIssue, events }: Bearing): string[] {
  const issues = [...byIssue].map(([issue, what]) =>
    say('briefing.bearsOn.issue', { issue, what: [...what].join(', ') }),
  )
  return [...issues, ...events]
}
