import type { Input } from '../app/contract'
import type { SampleApi } from './sample-api'
import type { Events } from './events'
import type { Issues, Parties } from './frame'
import type { Statements } from './statements'

export type Positions = Awaited<ReturnType<typeof recordPositions>>
type Recorded = {
  parties: Parties
  issues: Issues
  events: Events
  statements: Statements
}

/** Who puts forward what, to whom, on what conditions, and the statements that each rests on. */
export async function recordPositions(api: SampleApi, recorded: Recorded) {
  return {
    ...(await recordDemands(api, recorded)),
    ...(await recordTalks(api, recorded)),
    ...(await recordSummit(api, recorded)),
  }
}

const asPublished = '2025-11~'

async function recordDemands(api: SampleApi, { parties, issues, statements }: Recorded) {
  const { russia, ukraine } = parties
  const demand = async (position: Omit<Input<'position.record'>, 'kind' | 'basis' | 'from'>) => {
    const told = { kind: 'demand', basis: 'reported', from: asPublished } as const
    return (await api.call('position.record', { ...told, ...position })).id
  }
  const toUkraine = { partyId: russia, addresseeId: ukraine }

  return {
    donbas: await demand({
      issueId: issues.territory,
      ...toUkraine,
      text: 'Recognise Moscow’s claim to the Donbas',
      atLow: 100,
      atHigh: 100,
      evidence: [{ statementId: statements.claims }],
    }),
    south: await demand({
      issueId: issues.territory,
      ...toUkraine,
      text: 'Recognise its claim to the part of southern Ukraine that Russian forces hold',
      atLow: 100,
      atHigh: 100,
      evidence: [{ statementId: statements.claims }],
    }),
    allTerritory: await demand({
      issueId: issues.territory,
      partyId: ukraine,
      addresseeId: russia,
      text: 'All territory retaken, Crimea included, before the war ends',
      firmness: 'red line',
      atLow: 0,
      atHigh: 0,
      evidence: [{ statementId: statements.allTerritory }],
    }),
    nato: await demand({
      issueId: issues.nato,
      ...toUkraine,
      text: 'Agree never to join NATO',
      evidence: [{ statementId: statements.natoAndForces }],
    }),
    demilitarise: await demand({
      issueId: issues.forces,
      ...toUkraine,
      text: 'Demilitarise',
      evidence: [{ statementId: statements.natoAndForces }],
    }),
    trial: await demand({
      issueId: issues.accountability,
      partyId: ukraine,
      text: 'President Putin tried for war crimes',
      evidence: [{ statementId: statements.trial }],
    }),
  }
}

async function recordTalks(api: SampleApi, { parties, issues, statements }: Recorded) {
  const onTalks = { issueId: issues.talks, partyId: parties.russia }

  const open = await api.call('position.record', {
    ...onTalks,
    kind: 'view',
    text: 'Open to a settlement by political and diplomatic means',
    from: '2025-11-13?',
    assessment: 'Openness is stated in general terms; no concession accompanies it.',
    evidence: [
      { statementId: statements.open },
      { statementId: statements.slammedShut, relation: 'contradicts' },
    ],
  })
  const goesOn = await api.call('position.record', {
    ...onTalks,
    kind: 'commitment',
    text: 'Continue the operation until its objectives are met',
    from: '2025-11-13?',
    conditions: [
      {
        relation: 'only if',
        text: 'there is no opportunity to negotiate',
        byPartyId: parties.ukraine,
        note: 'Who has to move is as the speaker has it: the doors “have been slammed shut by the Kiev regime”.',
      },
    ],
    evidence: [{ statementId: statements.lackOfOpportunity }, { statementId: statements.slammedShut }],
  })
  const [noOpportunity] = await api.call('condition.list', { positionId: goesOn.id })
  for (const statementId of [statements.lackOfOpportunity, statements.slammedShut]) {
    await api.call('evidence.add', { statementId, conditionId: noOpportunity!.id })
  }
  const noProgress = await api.call('position.record', {
    ...onTalks,
    kind: 'view',
    text: 'No “significant progress” this year; Kiev withdrew from talks',
    basis: 'reported',
    from: asPublished,
    evidence: [{ statementId: statements.noProgress }],
  })
  const withinADay = await api.call('position.record', {
    issueId: issues.talks,
    partyId: parties.unitedStates,
    kind: 'commitment',
    text: 'End the war within a day',
    basis: 'reported',
    from: '2024~',
    assessment: 'Said as a candidate; nothing in the source says that it was repeated in office.',
    evidence: [{ statementId: statements.withinADay }],
  })
  return { open: open.id, goesOn: goesOn.id, noProgress: noProgress.id, withinADay: withinADay.id }
}

async function recordSummit(api: SampleApi, { parties, issues, events, statements }: Recorded) {
  const told = { kind: 'view', basis: 'stated', from: asPublished } as const
  const onSummit = { issueId: issues.summit, partyId: parties.russia }
  const conditions = [
    {
      relation: 'only if',
      text: 'the US firmly adheres to the Anchorage agreements',
      byPartyId: parties.unitedStates,
      onEventId: events.alaska,
    },
    { relation: 'after', text: 'careful organisational and substantive preparation' },
  ] as const

  const necessary = await api.call('position.record', {
    ...told,
    ...onSummit,
    text: 'A second summit is necessary',
    conditions: [...conditions],
    evidence: [{ statementId: statements.necessary }],
  })
  // The summit itself depends on the same two things, whoever asks for it.
  const ofEvent = []
  for (const condition of conditions) {
    ofEvent.push(await api.call('condition.add', { ...condition, eventId: events.secondSummit }))
  }
  const ofPosition = await api.call('condition.list', { positionId: necessary.id })
  for (const { id } of [...ofPosition, ...ofEvent]) {
    await api.call('evidence.add', { statementId: statements.necessary, conditionId: id })
  }

  const inTheSpirit = await api.call('position.record', {
    ...told,
    ...onSummit,
    text: 'Practical details in the spirit of the Alaska understandings',
    evidence: [{ statementId: statements.inTheSpirit }],
  })
  const inHungary = {
    issueId: issues.summit,
    partyId: parties.unitedStates,
    kind: 'commitment',
    basis: 'reported',
  } as const
  const announced = await api.call('position.record', {
    ...inHungary,
    text: 'Meet President Putin in Hungary',
    from: '2025-10~',
    evidence: [{ statementId: statements.hungary }],
  })
  const hungary = await api.call('position.record', {
    ...inHungary,
    text: 'Meet President Putin in Hungary; since called off',
    from: '2025-10-20~',
    supersedesId: announced.id,
    whyMoved:
      'Called off after the call between Marco Rubio and Sergei Lavrov on 20 October; the source does not say by whom.',
    evidence: [
      { statementId: statements.hungary },
      { statementId: statements.calledOff, relation: 'qualifies' },
    ],
  })
  return { necessary: necessary.id, inTheSpirit: inTheSpirit.id, hungary: hungary.id }
}
