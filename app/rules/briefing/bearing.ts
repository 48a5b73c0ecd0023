import type { EvidenceItem } from '../evidence-item'
import type { StatementId } from '../../model/statement'
import type { BriefingContext } from './briefing-context'

/** What each statement is evidence for in this briefing, in short words as `4, contradicts view`. */
export function bearingsOf(context: BriefingContext): ReadonlyMap<StatementId, string[]> {
  const places = placesOf(context)
  const bearings = new Map<StatementId, Set<string>>()
  for (const item of context.records.evidence) {
    const bearing = bearingOf(context, item, places)
    if (bearing === null) continue
    const known = bearings.get(item.statement.id) ?? new Set()
    bearings.set(item.statement.id, known.add(bearing))
  }
  return new Map([...bearings].map(([id, words]) => [id, [...words]]))
}

type Place = { issue: string; what: string }

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

function bearingOf(
  { say, records }: BriefingContext,
  { evidence }: EvidenceItem,
  places: ReadonlyMap<string, Place>,
): string | null {
  const { relation, positionId, conditionId, answerId, eventId } = evidence
  const place = places.get(positionId ?? conditionId ?? answerId ?? '')
  if (place !== undefined) return say(`briefing.bearsOn.${relation}`, place)

  const about = eventId ?? records.conditions.find(({ id }) => id === conditionId)?.eventId ?? null
  const event = records.events.find(({ id }) => id === about)
  return event === undefined ? null : say('briefing.bearsOn.event', { title: event.title })
}
