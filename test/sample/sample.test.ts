import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { recordKinds, tableModels, type TableName } from '../../app/model/records'
import type { Output } from '../../app/contract'
import type { EvidenceItem } from '../../app/rules/evidence-item'
import { fromRow } from '../../db/tables/records'
import { buildSampleInto, openSampleApp } from '../builders/open-built-sample'
import { temporaryFolder } from '../builders/open-test-app'

const sampleFolder = join(import.meta.dirname, '../../sample')
const digest = readFileSync(join(sampleFolder, 'digest.txt'), 'utf8')
let samplePath = ''
let comparison: Output<'comparison.read'>
let evidence: EvidenceItem[]
let events: Output<'event.list'>

beforeAll(async () => {
  samplePath = await buildSampleInto(temporaryFolder())
})

async function openSample() {
  const app = await openSampleApp(samplePath)
  comparison = await app.api.call('comparison.read', {})
  evidence = await app.api.call('evidence.read', {})
  events = await app.api.call('event.list', {})
  return app
}

function cellOf(issueTitle: string, partyName: string) {
  const issue = comparison.issues.find(({ title }) => title === issueTitle)!
  const party = comparison.parties.find(({ name }) => name === partyName)!
  return comparison.cells.find((cell) => cell.issueId === issue.id && cell.partyId === party.id)!
}

const partyNamed = (id: string | null) => comparison.parties.find((party) => party.id === id)?.name ?? null
const statementsFor = (positionId: string) =>
  evidence.filter((item) => item.evidence.positionId === positionId)

function positionIn(issueTitle: string, partyName: string, words: string) {
  const { positions } = cellOf(issueTitle, partyName)
  const position = positions.find(({ text }) => text.includes(words))
  if (!position) throw new Error(`No position with "${words}" among: ${positions.map(({ text }) => text)}`)
  return { ...position, addressee: partyNamed(position.addresseeId), statements: statementsFor(position.id) }
}

describe('what the sample holds', () => {
  test('recognise the claim to the Donbas and to the held south: demands of Russia to Ukraine', async () => {
    await openSample()
    for (const words of ['the Donbas', 'southern Ukraine']) {
      const demand = positionIn('Territory and recognition', 'Russia', words)
      expect(demand).toMatchObject({ kind: 'demand', addressee: 'Ukraine', basis: 'reported' })
    }
  })

  test('never join NATO: a demand of Russia to Ukraine', async () => {
    await openSample()
    const demand = positionIn('NATO membership', 'Russia', 'never to join NATO')
    expect(demand).toMatchObject({ kind: 'demand', addressee: 'Ukraine' })
  })

  test('demilitarise: a demand of Russia to Ukraine', async () => {
    await openSample()
    const demand = positionIn('Armed forces', 'Russia', 'Demilitarise')
    expect(demand).toMatchObject({ kind: 'demand', addressee: 'Ukraine' })
  })

  test('all territory retaken, Crimea included: a demand of Ukraine to Russia, and a red line', async () => {
    await openSample()
    const demand = positionIn('Territory and recognition', 'Ukraine', 'Crimea')
    expect(demand).toMatchObject({ kind: 'demand', addressee: 'Russia', firmness: 'red line' })
  })

  test('Putin tried for war crimes: a demand of Ukraine, said by its president', async () => {
    await openSample()
    const demand = positionIn('Accountability', 'Ukraine', 'war crimes')
    expect(demand).toMatchObject({ kind: 'demand', addressee: null })
    expect(demand.statements[0]).toMatchObject({
      speaker: { name: 'Volodymyr Zelensky' },
      affiliation: { office: 'President' },
    })
  })

  test('open to a settlement: a view of Russia, in the words of its spokesman, who contradicts it', async () => {
    await openSample()
    const view = positionIn('Talks', 'Russia', 'Open to a settlement')
    expect(view).toMatchObject({ kind: 'view', basis: 'stated', contradiction: 'own' })
    expect(view.assessment).not.toBe('')
    const [supporting, contradicting] = view.statements
    const peskov = {
      speaker: { name: 'Dmitry Peskov' },
      affiliation: { office: 'presidential spokesman' },
      onBehalfOf: { name: 'Russia' },
    }
    expect(supporting).toMatchObject({
      ...peskov,
      evidence: { relation: 'supports' },
      statement: { form: 'verbatim', saidOn: '2025-11-13?', saidOnWords: 'on Thursday' },
    })
    expect(supporting!.statement.text).toContain('via political and diplomatic means')
    expect(contradicting).toMatchObject({ ...peskov, evidence: { relation: 'contradicts' } })
    expect(contradicting!.statement.text).toMatch(/^But with the lack of such an opportunity/)
  })

  test('with no opportunity to negotiate the operation goes on: a commitment with its condition', async () => {
    await openSample()
    const commitment = positionIn('Talks', 'Russia', 'Continue the operation')
    expect(commitment.kind).toBe('commitment')
    expect(commitment.conditions).toMatchObject([
      { relation: 'only if', text: 'there is no opportunity to negotiate', state: 'open' },
    ])
    expect(commitment.statements[0]).toMatchObject({
      speaker: { name: 'Dmitry Peskov' },
      statement: { form: 'verbatim' },
    })
    expect(evidence.some((item) => item.evidence.conditionId === commitment.conditions[0]!.id)).toBe(true)
  })

  test('no significant progress, Kiev withdrew: a reported view of Russia, partly quoted', async () => {
    await openSample()
    const view = positionIn('Talks', 'Russia', '“significant progress”')
    expect(view).toMatchObject({ kind: 'view', basis: 'reported' })
    expect(view.text).toContain('Kiev withdrew')
    expect(view.statements[0]).toMatchObject({ statement: { form: 'partial' } })
  })

  test('a second summit is necessary: a view with two conditions, and the same two on the event', async () => {
    const { api } = await openSample()
    const view = positionIn('Second summit', 'Russia', 'necessary')
    const twoConditions = [
      { relation: 'only if', text: 'the US firmly adheres to the Anchorage agreements' },
      { relation: 'after', text: 'careful organisational and substantive preparation' },
    ]
    expect(view).toMatchObject({ kind: 'view', conditions: twoConditions, isAnonymousOnly: true })
    const summit = events.find(({ title }) => title === 'Second summit')!
    expect(summit.date).toBeNull()
    const onEvent = await api.call('condition.list', { eventId: summit.id })
    expect(onEvent).toMatchObject(twoConditions)
    for (const { id } of [...view.conditions, ...onEvent]) {
      expect(evidence.some((item) => item.evidence.conditionId === id)).toBe(true)
    }
    expect(view.statements[0]).toMatchObject({
      speaker: { name: null, isAnonymous: true, description: 'a Russian diplomatic source' },
      relayedBy: { name: 'Russian state media', kind: 'state media' },
      onBehalfOf: { name: 'Russia' },
      statement: { form: 'verbatim' },
    })
  })

  test('practical details in the spirit of Alaska: a view of Russia from the same source', async () => {
    await openSample()
    const view = positionIn('Second summit', 'Russia', 'spirit of the Alaska understandings')
    const { speaker } = positionIn('Second summit', 'Russia', 'necessary').statements[0]!
    expect(view).toMatchObject({ kind: 'view' })
    expect(view.statements[0]!.speaker).toEqual(speaker)
  })

  test('end the war within a day: a commitment of the United States, said by a candidate in about 2024', async () => {
    await openSample()
    const commitment = positionIn('Talks', 'United States', 'within a day')
    expect(commitment).toMatchObject({ kind: 'commitment', basis: 'reported' })
    expect(commitment.statements[0]).toMatchObject({
      speaker: { name: 'Donald Trump' },
      affiliation: { office: 'candidate for President' },
      statement: { saidOn: '2024~' },
    })
  })

  test('the meeting in Alaska, the calls and the Hungary summit: events with dates and participants', async () => {
    const { api } = await openSample()
    const expected = [
      { words: 'Alaska', kind: 'summit', date: '2025-08-15', speakers: ['Donald Trump', 'Vladimir Putin'] },
      {
        words: 'Call between the two presidents',
        kind: 'call',
        date: '2025-10-15~',
        speakers: ['Donald Trump', 'Vladimir Putin'],
      },
      { words: 'Hungary', kind: 'summit', date: '2025-10~', speakers: ['Donald Trump', 'Vladimir Putin'] },
      { words: 'Rubio', kind: 'call', date: '2025-10-20', speakers: ['Marco Rubio', 'Sergei Lavrov'] },
    ]
    const speakers = await api.call('speaker.list', {})
    for (const { words, kind, date, speakers: names } of expected) {
      const event = events.find(({ title }) => title.includes(words))!
      expect(event).toMatchObject({ kind, date })
      const participants = await api.call('participation.list', { eventId: event.id })
      const present = participants.map(({ speakerId }) => speakers.find(({ id }) => id === speakerId)!.name)
      expect(present.toSorted()).toEqual(names)
      expect(evidence.some((item) => item.evidence.eventId === event.id)).toBe(true)
    }
    expect(events.find(({ title }) => title.includes('Hungary'))!.outcome).toMatch(/does not say by whom/)
  })

  test('where a party says nothing: eight documented gaps, searched in this source', async () => {
    await openSample()
    const gaps = comparison.cells.flatMap(({ gap }) => gap ?? [])
    expect(gaps).toHaveLength(8)
    for (const gap of gaps) {
      expect(gap).toMatchObject({
        asOf: '2025-11-14',
        searchedWhere: 'Digest: the Kremlin and a second summit',
      })
    }
  })
})

test('each of the eighteen cells is as it should be, and one has not been looked at', async () => {
  await openSample()
  const states = comparison.issues.map(({ title }) => [
    title,
    ...['Russia', 'Ukraine', 'United States'].map((name) => cellOf(title, name).state),
  ])
  expect(states).toEqual([
    ['Territory and recognition', 'reported', 'reported', 'gap'],
    ['NATO membership', 'reported', 'gap', 'gap'],
    ['Armed forces', 'reported', 'gap', 'gap'],
    ['Talks', 'stated', 'gap', 'reported'],
    ['Second summit', 'stated', 'unseen', 'reported'],
    ['Accountability', 'gap', 'reported', 'gap'],
  ])
  expect(comparison.cells).toHaveLength(18)
  expect(comparison.asOf).toBe('2025-11-14')
})

test('every verbatim statement stands between quotation marks in the digest, letter for letter', async () => {
  const { api } = await openSample()
  const quotations = [...digest.matchAll(/“([^”]*)”/gu)].map((match) => match[1]!)
  const verbatim = (await api.call('statement.list', {})).filter(({ form }) => form === 'verbatim')
  expect(verbatim).toHaveLength(6)
  for (const { text } of verbatim) {
    expect(quotations.filter((quotation) => quotation.includes(text))).toHaveLength(1)
  }
})

test('every statement is anchored, and its words are what its passages say', async () => {
  const { api } = await openSample()
  const [source] = await api.call('source.list', {})
  const passages = await api.call('source.passages', { id: source!.id })
  const statements = await api.call('statement.list', {})
  expect(new Set(passages.map(({ statementId }) => statementId)).size).toBe(statements.length)
  for (const { statementId, place } of passages) {
    if (place.state !== 'found') throw new Error('A passage is orphaned.')
    const statement = statements.find(({ id }) => id === statementId)!
    expect(source!.text.slice(place.start, place.end)).toBe(statement.text)
  }
})

test('the words that a date was worked out from stand in the digest', async () => {
  const { api } = await openSample()
  for (const { saidOnWords } of await api.call('statement.list', {})) expect(digest).toContain(saidOnWords)
})

test('every position and every condition has its evidence, and nothing is graded', async () => {
  const { api } = await openSample()
  for (const { id } of await api.call('position.list', {})) expect(statementsFor(id)).not.toEqual([])
  for (const { id } of await api.call('condition.list', {})) {
    expect(evidence.filter((item) => item.evidence.conditionId === id)).not.toEqual([])
  }
  for (const { reliability } of await api.call('outlet.list', {})) expect(reliability).toBe('F')
  for (const { credibility } of await api.call('statement.list', {})) expect(credibility).toBe(6)
})

test('the statements on the sample know who spoke, for whom, and through what, as far as the source says', async () => {
  await openSample()
  const withoutSpeaker = evidence.filter(({ speaker }) => speaker === null)
  expect(withoutSpeaker.length).toBeGreaterThan(0)
  const relayed = evidence.filter(({ relayedBy }) => relayedBy !== null)
  expect(relayed.every(({ speaker }) => speaker!.isAnonymous)).toBe(true)
})

test('answers are recorded where they are known, and as not found where they are not', async () => {
  const { api } = await openSample()
  const answers = await api.call('answer.list', {})
  expect(answers.filter(({ outcome }) => outcome === 'none found')).toHaveLength(3)
  expect(answers.filter(({ outcome }) => outcome === 'countered')).toHaveLength(3)
})

test('the history tells how the sample was made, step by step', async () => {
  const { api } = await openSample()
  const changes = (await api.call('history.list', {})).toReversed()
  expect(changes[0]).toMatchObject({ step: 1, label: 'dossier.create', by: 'The Démarche authors' })
  expect(new Set(changes.map(({ at }) => at))).toEqual(new Set(['2025-11-14T09:00:00.000Z']))
  expect(changes.map(({ step }) => step)).toEqual(changes.map(({ step }) => step).toSorted((a, b) => a - b))
  for (const kind of ['party', 'issue', 'position', 'statement', 'gap', 'event']) {
    expect(changes.some(({ recordKind }) => recordKind === kind)).toBe(true)
  }
})

test('the dossier carries its title, question, marking, author and as-of date', async () => {
  const { api } = await openSample()
  expect(await api.call('dossier.get', {})).toMatchObject({
    title: 'Ending the war in Ukraine',
    question: 'Where do the parties stand in November 2025?',
    marking: 'internal',
    author: 'The Démarche authors',
    asOf: '2025-11-14',
  })
})

test('every row of every table is as its model says', async () => {
  const { db } = await openSample()
  for (const table of Object.keys(tableModels) as TableName[]) {
    for (const row of db.prepare(`SELECT * FROM "${table}"`).all())
      tableModels[table].parse(fromRow(table, row))
  }
  const held = recordKinds.filter((kind) => db.prepare(`SELECT 1 FROM "${kind}"`).get() !== undefined)
  expect(held.length).toBeGreaterThanOrEqual(17)
})

test('a sample that is built over an older one replaces it whole', async () => {
  const folder = temporaryFolder()
  await buildSampleInto(folder)
  await buildSampleInto(folder)
  expect(readdirSync(folder)).toEqual(['sample.demarche'])
})
