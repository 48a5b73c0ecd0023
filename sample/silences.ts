import type { Input, Output } from '../app/contract'
import type { SampleApi } from './sample-api'
import type { Issues, Parties } from './frame'
import type { Positions } from './positions'
import type { Statements } from './statements'

type Recorded = {
  parties: Parties
  issues: Issues
  source: Output<'source.add'>
  statements: Statements
  positions: Positions
}

/** What was looked for and not found: gaps, answers, and what is still to be confirmed. */
export async function recordSilences(api: SampleApi, recorded: Recorded): Promise<void> {
  await recordGaps(api, recorded)
  await recordAnswers(api, recorded)
  await recordPoints(api, recorded)
}

/** Ukraine on the second summit is left out: the one cell that nobody has looked at yet. */
async function recordGaps(api: SampleApi, { parties, issues, source }: Recorded) {
  const { russia, ukraine, unitedStates } = parties
  const silent: Omit<Input<'gap.add'>, 'asOf'>[] = [
    { issueId: issues.territory, partyId: unitedStates },
    { issueId: issues.nato, partyId: ukraine },
    { issueId: issues.nato, partyId: unitedStates },
    { issueId: issues.forces, partyId: ukraine },
    { issueId: issues.forces, partyId: unitedStates },
    {
      issueId: issues.talks,
      partyId: ukraine,
      note: 'Russia says that Kiev withdrew; Ukraine’s own word on it was not found.',
    },
    { issueId: issues.accountability, partyId: russia },
    { issueId: issues.accountability, partyId: unitedStates },
  ]
  for (const gap of silent)
    await api.call('gap.add', { ...gap, asOf: '2025-11-14', searchedWhere: source.title })
}

async function recordAnswers(api: SampleApi, { parties, statements, positions }: Recorded) {
  const { russia, ukraine } = parties
  const note = 'The source sets the demands side by side; it does not call one the answer to the other.'
  const countered = [
    { positionId: positions.donbas, partyId: ukraine, byPositionId: positions.allTerritory },
    { positionId: positions.south, partyId: ukraine, byPositionId: positions.allTerritory },
    { positionId: positions.allTerritory, partyId: russia, byPositionId: positions.donbas },
  ]
  for (const answer of countered) {
    const { id } = await api.call('answer.add', { ...answer, outcome: 'countered', note })
    const statementId = answer.partyId === ukraine ? statements.allTerritory : statements.claims
    await api.call('evidence.add', { statementId, answerId: id })
  }
  const unanswered = [
    { positionId: positions.nato, partyId: ukraine },
    { positionId: positions.demilitarise, partyId: ukraine },
    { positionId: positions.trial, partyId: russia },
  ]
  for (const answer of unanswered) await api.call('answer.add', { ...answer, outcome: 'none found' })
}

async function recordPoints(api: SampleApi, { issues, source, statements }: Recorded) {
  const points: Input<'point.add'>[] = [
    {
      text: '“on Thursday” read as 13 November from the date of publication',
      issueId: issues.talks,
      statementId: statements.open,
    },
    { text: 'Year of the article: not in its text; taken from publication', sourceId: source.id },
    {
      kind: 'source to find',
      text: 'Original of the diplomatic source’s words: which state outlet, which day',
      issueId: issues.summit,
      statementId: statements.necessary,
    },
    {
      text: 'Who called off the Hungary meeting',
      issueId: issues.summit,
      statementId: statements.calledOff,
    },
    {
      kind: 'source to find',
      text: 'Text of what was agreed in Alaska',
      issueId: issues.summit,
      statementId: statements.inTheSpirit,
    },
  ]
  for (const point of points) await api.call('point.add', point)
}
