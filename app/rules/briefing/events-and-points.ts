import { compareEdtf } from '../../model/edtf-date'
import type { Event } from '../../model/event'
import type { Point, PointKind } from '../../model/point'
import { toTable } from './annex-table'
import { added, isAfter, line, remarks, sourceLeftOut, type BriefingContext } from './briefing-context'
import type { BriefingSection, Line, Run } from './briefing-document'
import { composeCondition } from './comparison-table'

/**
 * Events known at the as-of date, oldest first, those without a date last. One that was then still to come is
 * there when somebody had spoken of it, without its outcome.
 */
export function composeEvents(context: BriefingContext): BriefingSection | null {
  const { say, edition, records } = context
  const rows = records.events
    .filter((event) => !isAfter(records.comparison.asOf, event.date) || isSpokenOf(context, event))
    .toSorted((a, b) => compareEdtf(a.date, b.date))
    .map((event) => ({
      number: null,
      event,
      about: { is: 'record', kind: 'event', id: event.id } as const,
      title: titleLine(context, event),
      outcome: outcomeLines(context, event),
    }))
  if (rows.length === 0) return null

  const heading = say('briefing.events')
  if (edition === 'summary') {
    const lines = rows.map(({ event, title, outcome, about }) => ({
      ...line(
        added(whenOf(context, event), 'quiet'),
        ...withFiguresOf(title, outcome),
        ...outcomeOf(context, event),
        ...remarks([sourceLeftOut(context, event.id)]),
      ),
      about,
    }))
    return { is: 'list', id: 'events', heading, marker: 'none', lines }
  }
  const columns = [
    {
      heading: say('briefing.column.when'),
      min: 26,
      max: 32,
      cell: ({ event }: (typeof rows)[number]) => [line(added(whenOf(context, event)))],
    },
    {
      heading: say('briefing.column.event'),
      min: 44,
      max: 90,
      cell: ({ title }: (typeof rows)[number]) => [title],
    },
    {
      heading: say('briefing.column.where'),
      min: 38,
      max: 70,
      cell: ({ event }: (typeof rows)[number]) => [
        line(context.written(placeAndParticipants(context, event))),
      ],
    },
    {
      heading: say('briefing.column.outcome'),
      min: 50,
      max: 120,
      cell: ({ outcome }: (typeof rows)[number]) => outcome,
    },
  ]
  return { is: 'table', id: 'events', heading, table: toTable(context, columns, rows) }
}

const isSpokenOf = (context: BriefingContext, event: Event): boolean =>
  context.evidenceFor(event.id).length > 0

const whenOf = ({ say, dateLabel }: BriefingContext, { date }: Event): string =>
  date === null ? say('briefing.noEventDate') : dateLabel(date)

function titleLine(context: BriefingContext, event: Event): Line {
  return line(
    context.written(event.title, 'strong'),
    ...context.cite(context.evidenceFor(event.id)),
    ...remarks([context.say(`eventKind.${event.kind}`), sourceLeftOut(context, event.id)]),
  )
}

function outcomeOf(context: BriefingContext, event: Event): Run[] {
  const isToCome = isAfter(context.records.comparison.asOf, event.date)
  return event.outcome === '' || isToCome ? [] : [context.written(event.outcome)]
}

function outcomeLines(context: BriefingContext, event: Event): Line[] {
  const outcome = outcomeOf(context, event)
  const conditions = context.records.conditions.filter((condition) => condition.eventId === event.id)
  return [
    ...(outcome.length === 0 ? [] : [line(...outcome)]),
    ...conditions.map((condition) => composeCondition(context, condition)),
  ]
}

/** A title with the figures of its conditions as well, where these are not spelt out. */
function withFiguresOf(title: Line, conditions: readonly Line[]): Run[] {
  const all = [title, ...conditions].flatMap(({ runs }) => runs)
  const cites = all.flatMap((run) => (run.is === 'cites' ? run.cites : []))
  const distinct = cites.filter(
    (cite, index) => cites.findIndex(({ number }) => number === cite.number) === index,
  )
  const figures = distinct.toSorted((a, b) => a.number - b.number)
  return [title.runs[0]!, ...(figures.length === 0 ? [] : [{ is: 'cites' as const, cites: figures }])]
}

/** As in `Alaska: Donald Trump (United States), Russia`. */
function placeAndParticipants(context: BriefingContext, event: Event): string {
  const { records } = context
  const names = records.participations
    .filter((participation) => participation.eventId === event.id)
    .map(({ partyId, speakerId }) => {
      const party = partyId === null ? null : context.partyName(partyId)
      const speaker = records.speakers.find(({ id }) => id === speakerId)
      const person = speaker === undefined ? null : (speaker.name ?? speaker.description)
      return person !== null && party !== null ? `${person} (${party})` : (person ?? party ?? '')
    })
    .filter((name) => name !== '')
  return [event.place, names.join(', ')].filter((part) => part !== '').join(': ')
}

/** What is still to be confirmed and which first-hand sources are still to be found, each in its own list. */
export function composePoints(context: BriefingContext): BriefingSection[] {
  return [
    ...pointList(context, 'to confirm', { id: 'points-to-confirm', heading: 'briefing.points.confirm' }),
    ...pointList(context, 'source to find', { id: 'sources-to-find', heading: 'briefing.points.find' }),
  ]
}

function pointList(
  context: BriefingContext,
  kind: PointKind,
  { id, heading }: { id: string; heading: 'briefing.points.confirm' | 'briefing.points.find' },
): BriefingSection[] {
  const open = context.records.points.filter((point) => point.kind === kind && point.settledOn === null)
  if (open.length === 0) return []
  const lines = open.map((point) => ({
    ...line(context.written(point.text), ...referencesOf(context, point)),
    about: { is: 'record', kind: 'point', id: point.id } as const,
  }))
  return [{ is: 'list', id, heading: context.say(heading), marker: 'box', lines }]
}

/** What the point is about: a statement by its figure, the rest in words. */
function referencesOf(context: BriefingContext, point: Point): Run[] {
  const { say, records, citations } = context
  const statement = records.pointStatements.find((known) => known.statement.id === point.statementId)
  const issue = point.issueId === null ? undefined : context.issue(point.issueId)
  const source =
    point.sourceId === null
      ? null
      : (citations.sourceMark(point.sourceId) ?? records.sourceTitles.get(point.sourceId) ?? null)
  return [
    ...(statement === undefined ? [] : context.cite([statement])),
    ...remarks([
      issue !== undefined && say('briefing.point.issue', { number: issue.number }),
      point.partyId !== null && context.partyName(point.partyId),
      source,
    ]),
  ]
}
