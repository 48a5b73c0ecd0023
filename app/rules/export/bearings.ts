import { rememberSaid } from '../../messages/remember-said'
import type { Evidence, StatementId } from '../../model/statement'
import { targetOf } from '../export-cascade'
import { itemsBy } from '../items-by'
import type { ExportContext } from './export-context'

/** Says of a statement what it is evidence for, link by link. */
export function bearingsOf({ leaving, index, say, party }: ExportContext): (id: StatementId) => string[] {
  const { records } = leaving
  const issues = new Map(index.issues.map((issue) => [issue.id, issue.number]))
  const conditions = new Map(records.condition.map((condition) => [condition.id, condition]))
  const answers = new Map(records.answer.map((answer) => [answer.id, answer]))
  const titles = new Map(records.event.map((event) => [event.id, event.title]))

  // A sentence costs more to make than to fill in.
  const template = rememberSaid((id, values) => say(id, { ...values, issue: '{issue}', party: '{party}' }))
  const linksOf = itemsBy(records.evidence, ({ statementId }) => statementId)
  return (id) => linksOf(id).map(inWords)

  function inWords(evidence: Evidence): string {
    const relation = say(`evidence.${evidence.relation}`)
    const condition = evidence.conditionId === null ? undefined : conditions.get(evidence.conditionId)
    const answer = evidence.answerId === null ? undefined : answers.get(evidence.answerId)
    const positionId = evidence.positionId ?? condition?.positionId ?? answer?.positionId ?? null
    const eventId = evidence.eventId ?? condition?.eventId ?? null
    const position = positionId === null ? undefined : index.positionOf.get(positionId)?.position
    const title = (eventId === null ? undefined : titles.get(eventId)) ?? targetOf(evidence)
    if (position === undefined) {
      return say(condition === undefined ? 'export.bears.event' : 'export.bears.eventCondition', {
        relation,
        title,
      })
    }
    const what = condition ? 'condition' : answer ? 'answer' : 'position'
    return template(`export.bears.${what}`, { relation, kind: say(`kind.${position.kind}`) })
      .replace('{issue}', () => issues.get(position.issueId) ?? '')
      .replace('{party}', () => party(position.partyId)?.shortName ?? '')
  }
}
