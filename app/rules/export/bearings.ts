import type { StatementId } from '../../model/statement'
import { targetOf } from '../export-cascade'
import type { ExportContext } from './export-context'

/** In words, what each statement is evidence for. */
export function bearingsOf({
  leaving,
  index,
  say,
  party,
}: ExportContext): ReadonlyMap<StatementId, string[]> {
  const { records } = leaving
  const issues = new Map(index.issues.map((issue) => [issue.id, issue.number]))
  const positions = new Map(records.position.map((position) => [position.id, position]))
  const conditions = new Map(records.condition.map((condition) => [condition.id, condition]))
  const answers = new Map(records.answer.map((answer) => [answer.id, answer]))
  const titles = new Map(records.event.map((event) => [event.id, event.title]))

  // A sentence costs more to make than to fill in.
  const templates = new Map<string, string>()
  const template = (what: 'condition' | 'answer' | 'position', relation: string, kind: string): string => {
    const key = `${what} ${relation} ${kind}`
    let known = templates.get(key)
    if (known === undefined) {
      known = say(`export.bears.${what}`, { relation, kind, issue: '{issue}', party: '{party}' })
      templates.set(key, known)
    }
    return known
  }

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
        : template(
            condition ? 'condition' : answer ? 'answer' : 'position',
            relation,
            say(`kind.${position.kind}`),
          )
            .replace('{issue}', issues.get(position.issueId) ?? '')
            .replace('{party}', party(position.partyId)?.shortName ?? '')
    const known = found.get(evidence.statementId)
    if (known) known.push(words)
    else found.set(evidence.statementId, [words])
  }
  return found
}
