import { rememberSaid } from '../../messages/remember-said'
import type { Evidence, StatementId } from '../../model/statement'
import type { BriefingContext } from './briefing-context'

/** Says of a statement what it is evidence for in this briefing, in short words as `4: contradicts view, condition`. */
export function bearingsOf(context: BriefingContext): (id: StatementId) => string[] {
  const remembering = { ...context, say: rememberSaid(context.say) }
  const places = placesOf(remembering)
  const links = Map.groupBy(context.records.evidence, ({ statement }) => statement.id)
  return (id) => {
    const bearing: Bearing = { byIssue: new Map(), events: new Set() }
    for (const { evidence } of links.get(id) ?? []) note(remembering, bearing, evidence, places)
    return inWords(remembering, bearing)
  }
}

type Place = { issue: string; what: string }
type Bearing = { byIssue: Map<string, Set<string>>; events: Set<string> }

/** Positions in force, their conditions and answers, by id, as the annex calls them. */
function placesOf({ say, records, issue }: BriefingContext): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const cell of records.comparison.cells) {
    const number = issue(cell.issueId)?.number ?? ''
    for (const position of cell.positions) {
      places.set(position.id, { issue: number, what: say(`kind.${position.kind}`) })
      for (const { id } of position.conditions) {
        places.set(id, { issue: number, what: say('briefing.what.condition') })
      }
      for (const { id } of position.answers) {
        places.set(id, { issue: number, what: say('briefing.what.answer') })
      }
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
