import { expect, test } from 'vitest'
import { composeBriefing } from '../../app/rules/briefing'
import {
  briefingRecords,
  briefingWish,
  evidenceFor,
  factLines,
  linesToWords,
  sectionLines,
  statementInContext,
  theDossier,
} from '../builders/briefing-records'
import { issue, party, recordOf } from '../builders/compared-records'

/** Two parties, two issues, and a demand of the first to the second on the first issue. */
function negotiation() {
  const norway = party({ shortName: 'Norway' })
  const iceland = party({ shortName: 'Iceland' })
  const fish = issue({ title: 'Fish' })
  const whales = issue({ title: 'Whales', landingZone: 'Fewer whales' })
  const parties = [norway, iceland]
  const issues = [fish, whales]
  const demand = (given: object = {}) =>
    recordOf('position', {
      issueId: fish.id,
      partyId: norway.id,
      kind: 'demand',
      text: 'A larger quota',
      addresseeId: iceland.id,
      ...given,
    })
  return { norway, iceland, fish, whales, parties, issues, demand }
}

test('a position is printed with its addressee, figures, red line, contradiction, answer and conditions', () => {
  const { norway, iceland, parties, issues, demand } = negotiation()
  const position = demand({ firmness: 'red line', basis: 'reported' })
  const condition = recordOf('condition', {
    positionId: position.id,
    text: 'quotas fall',
    byPartyId: iceland.id,
  })
  const answer = recordOf('answer', { positionId: position.id, partyId: iceland.id, outcome: 'none found' })
  const records = briefingRecords(
    { parties, issues, positions: [position], conditions: [condition], answers: [answer] },
    {
      evidence: [
        evidenceFor(statementInContext(), { positionId: position.id }),
        evidenceFor(statementInContext({ onBehalfOfId: norway.id }), {
          positionId: position.id,
          relation: 'contradicts',
        }),
        evidenceFor(statementInContext(), { conditionId: condition.id }),
      ],
    },
  )

  const document = composeBriefing(records, briefingWish())

  expect(linesToWords(document.comparison!.rows[0]!.cells[0]!.lines).replaceAll('\u00a0', ' ')).toBe(
    [
      'demand A larger quota → Iceland [1] contradicted by its own side [2] red line reported · Iceland: no answer found',
      'only if quotas fall [3] open; Iceland to move',
    ].join('\n'),
  )
})

test('what the analyst thinks stands in its own box and never among what the parties say', () => {
  const { parties, issues, demand } = negotiation()
  const position = demand({ assessment: 'They do not mean it.' })
  const document = composeBriefing(
    briefingRecords({ parties, issues, positions: [position] }),
    briefingWish(),
  )

  expect(linesToWords(document.assessments!.lines)).toBe('Fish, Norway: They do not mean it.')
  expect(linesToWords(factLines(document))).not.toContain('mean it')
  for (const { id } of document.sections) {
    expect(linesToWords(sectionLines(document, id))).not.toContain('mean it')
  }
})

test('an inferred position and a landing zone are set as nobody’s words', () => {
  const { parties, issues, demand } = negotiation()
  const document = composeBriefing(
    briefingRecords({ parties, issues, positions: [demand({ basis: 'inferred' })] }),
    briefingWish(),
  )

  expect(factLines(document)[0]!.runs).toContainEqual({
    is: 'words',
    text: 'A larger quota',
    tone: 'assessed',
    language: null,
  })
  expect(document.comparison!.rows[1]!.landingZone[0]!.runs[0]).toMatchObject({ tone: 'assessed' })
})

test('a gap is listed as a gap, and what nobody has looked at apart from it', () => {
  const { norway, iceland, fish, parties, issues, demand } = negotiation()
  const gap = recordOf('gap', { issueId: fish.id, partyId: iceland.id, searchedWhere: 'Speeches' })
  const records = briefingRecords({ parties, issues, positions: [demand()], gaps: [gap] })

  for (const edition of ['summary', 'sourced'] as const) {
    const document = composeBriefing(records, briefingWish({ edition }))
    expect(document.comparison!.rows.flatMap((row) => row.cells.map((cell) => cell.state))).toEqual([
      'held',
      'gap',
      'unseen',
      'unseen',
    ])
    const gaps = linesToWords(sectionLines(document, 'gaps'))
    expect(gaps).toContain('Iceland')
    expect(gaps).toContain('Speeches')
    expect(gaps).toContain('14 Nov 2025')
    expect(gaps).not.toContain(norway.shortName)
    expect(linesToWords(sectionLines(document, 'unseen'))).toBe('Norway: issue 2\nIceland: issue 2')
  }
})

test('somebody neutral is a position, not a silence', () => {
  const { parties, issues, demand } = negotiation()
  const document = composeBriefing(
    briefingRecords({ parties, issues, positions: [demand({ kind: 'view', stance: 'neutral' })] }),
    briefingWish(),
  )
  expect(document.comparison!.rows[0]!.cells[0]!.state).toBe('held')
  expect(linesToWords(factLines(document))).toContain('neutral (said so)')
})

test('nothing is cited that was said after the as-of date, not even for a point', () => {
  const { parties, issues, demand } = negotiation()
  const position = demand()
  const later = statementInContext({ text: 'Later.', saidOn: '2025-11-15' })
  const points = [
    recordOf('point', { kind: 'to confirm', text: 'Who said so?', statementId: later.statement.id }),
  ]
  const evidence = [
    evidenceFor(later, { positionId: position.id }),
    evidenceFor(statementInContext({ text: 'Before.', saidOn: '2025-11-13' }), { positionId: position.id }),
  ]
  const document = composeBriefing(
    briefingRecords(
      { parties, issues, positions: [position] },
      { evidence, points, pointStatements: [later] },
    ),
    briefingWish(),
  )
  expect(linesToWords(sectionLines(document, 'points-to-confirm'))).toBe('Who said so?')
  const statements = linesToWords(sectionLines(document, 'statements'))
  expect(statements).toContain('“Before.”')
  expect(statements).not.toContain('Later.')
})

test('who said it, for whom and through what are three things; an anonymous source is described', () => {
  const { norway, parties, issues, demand } = negotiation()
  const position = demand()
  const speaker = recordOf('speaker', {
    name: null,
    description: 'a senior diplomat',
    isAnonymous: true,
    note: '',
  })
  const relayedBy = recordOf('outlet', { name: 'The Wire' })
  const inContext = statementInContext(
    { saidOn: '2025-11-13?', saidOnWords: 'on Thursday' },
    { speaker, relayedBy, onBehalfOf: norway },
  )
  const evidence = [evidenceFor(inContext, { positionId: position.id })]
  const document = composeBriefing(
    briefingRecords({ parties, issues, positions: [position] }, { evidence }),
    briefingWish(),
  )
  expect(
    sectionLines(document, 'statements').map(({ runs }) => linesToWords([{ is: 'line', runs }])),
  ).toEqual([
    '1',
    '“We insist.” verbatim',
    'a senior diplomat anonymous',
    'Norway',
    'The Wire, in S1',
    '13 Nov 2025? from “on Thursday”',
    'ungraded',
    '1: demand',
  ])
})

test('an orphaned statement says so, in both editions', () => {
  const { parties, issues, demand } = negotiation()
  const position = demand()
  const evidence = [evidenceFor(statementInContext({}, { isOrphaned: true }), { positionId: position.id })]
  for (const edition of ['summary', 'sourced'] as const) {
    const records = briefingRecords({ parties, issues, positions: [position] }, { evidence })
    const document = composeBriefing(records, briefingWish({ edition }))
    expect(linesToWords(sectionLines(document, 'statements'))).toContain(
      'orphaned: no longer found in its source',
    )
  }
})

test('an event to come at the as-of date has no outcome yet, and one that nobody spoke of is left out', () => {
  const later = { kind: 'summit', date: '2025-12', outcome: 'Agreed' }
  const spokenOf = recordOf('event', { title: 'Round in Oslo', ...later })
  const unheard = recordOf('event', { title: 'Round in Bergen', ...later })
  const evidence = [evidenceFor(statementInContext(), { eventId: spokenOf.id })]
  const document = composeBriefing(
    briefingRecords({}, { evidence, events: [spokenOf, unheard] }),
    briefingWish(),
  )
  const events = linesToWords(sectionLines(document, 'events'))
  expect(events).toContain('Round in Oslo [1]')
  expect(events).not.toContain('Agreed')
  expect(events).not.toContain('Bergen')
})

test('points and first-hand sources have lists of their own, without those that are settled', () => {
  const about = statementInContext()
  const points = [
    recordOf('point', { kind: 'to confirm', text: 'Which Thursday?', statementId: about.statement.id }),
    recordOf('point', { kind: 'to confirm', text: 'Settled', settledOn: '2025-11-01' }),
    recordOf('point', { kind: 'source to find', text: 'The speech itself' }),
  ]
  const document = composeBriefing(briefingRecords({}, { points, pointStatements: [about] }), briefingWish())
  expect(linesToWords(sectionLines(document, 'points-to-confirm'))).toBe('Which Thursday? [1]')
  expect(linesToWords(sectionLines(document, 'sources-to-find'))).toBe('The speech itself')
  expect(linesToWords(sectionLines(document, 'statements'))).toContain('“We insist.”')
})

test('an empty dossier says that there is nothing to compare, and claims nothing', () => {
  const document = composeBriefing(briefingRecords(), briefingWish({ edition: 'summary' }))
  expect(document.comparison).toBeNull()
  expect(document.emptiness).toBe(
    'This dossier holds no issues and no parties yet, so there is nothing to compare.',
  )
  expect(document.particulars.at(-1)!.text).toBe('no statements, no sources, no origins')
  expect(document.sections).toEqual([])
})

test('every page carries title, marking, date, and when it was recorded', () => {
  const title = `${'long '.repeat(30)}title`
  const marking = 'Eyes only'
  const document = composeBriefing(
    briefingRecords({}, { dossier: theDossier({ title, marking }) }),
    briefingWish(),
  )
  expect(document.running.title).toMatch(/^(long )+…$/)
  expect(document.title.text).toBe(title)
  expect(document.running).toMatchObject({
    marking: 'Eyes only',
    asOf: 'As of 14 November 2025',
    recordedOn: 'As recorded on 20 November 2025 at 09:10',
    pageOf: 'Page {page} of {pages}',
  })
})
