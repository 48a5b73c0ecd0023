import type { StatementId } from '../../model/statement'
import { targetOf } from '../export-cascade'
import type { ExportContext } from './export-context'

/** In words, what each statement is evidence for. */
export function bearingsOf({
  leaving,
  reading,
  say,
  party,
}: ExportContext): ReadonlyMap<StatementId, string[]> {
  const { records } = leaving
  const issues = new Map(reading.issues.map((issue) => [issue.id, issue.number]))
  const positions = new Map(records.position.map((position) => [position.id, position]))
  const conditions = new Map(records.condition.map((condition) => [condition.id, condition]))
  const answers = new Map(records.answer.map((answer) => [answer.id, answer]))
  const titles = new Map(records.event.map((event) => [event.id, event.title]))

  const found = new Map<StatementId, string[]>()
  for (const evidence of records.evidence) {
    const relation = say(`evidence.${evidence.relation}`)
    const condition = evidence.conditionId === null ? undefined : conditions.get(evidence.conditionId)
    const answer = evidence.answerId === null ? undefined : answers.get(evidence.answerId)
    const positionId = evidence.positionId ?? condition?.positionId ?? answer?.positionId ?? null
    const eventId = evidence.eventId ?? condition?.eventId ?? null
    const position = positionId === null ? undefined : positions.get(positionId)
    const title = (eventId === null ? undefined : titles.get(eventId)) ?? targetOf(evidence)
    const words =
      position === undefined
        ? say(condition === undefined ? 'export.bears.event' : 'export.bears.eventCondition', {
            relation,
            title,
          })
        : say(`export.bears.${condition ? 'condition' : answer ? 'answer' : 'position'}`, {
            relation,
            kind: say(`kind.${position.kind}`),
            issue: issues.get(position.issueId) ?? '',
            party: party(position.partyId)?.shortName ?? '',
          })
    const known = found.get(evidence.statementId)
    if (known) known.push(words)
    else found.set(evidence.statementId, [words])
  }
  return found
}
