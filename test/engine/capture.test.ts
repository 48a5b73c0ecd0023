import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Proposal } from '../../app/rules/capture'
import { openTestApp } from '../builders/open-test-app'

const digest = readFileSync(join(import.meta.dirname, '../../sample/digest.txt'), 'utf8')

const report = `Talks went on in Oslo. “We insist on a larger quota, and nothing less,” Norwegian Fisheries Minister Ada Berg said on Monday. She added: “We will not sign before that. The quota is ours.”

Iceland refuses to lower its own catch, its foreign minister, Jón Dal, told reporters.`

async function openReport(text = report) {
  const app = await openTestApp()
  const source = await app.api.call('source.add', {
    title: 'Report',
    text,
    issued: '2025-10-22',
    language: 'en',
  })
  const suggestions = () => app.api.call('source.suggestions', { id: source.id })
  return { ...app, source, suggestions }
}

const wordsOf = ({ spans }: Proposal) => spans.map(({ text }) => text).join(' … ')
const placeOf = (words: string, text = report) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

test('a suggestion comes with its speaker, new in the dossier, and the party that the text gives', async () => {
  const { suggestions } = await openReport()
  const [insist] = await suggestions()
  expect(wordsOf(insist!)).toContain('We insist on a larger quota')
  expect(insist).toMatchObject({
    form: 'verbatim',
    speaker: { name: 'Ada Berg' },
    party: { value: { name: 'Norway' }, reason: { kind: 'words' } },
  })
})

test('what is in the dossier is proposed as what it is, by the office that is recorded', async () => {
  const { api, suggestions } = await openReport()
  const party = await api.call('party.add', { name: 'Kingdom of Norway', shortName: 'NO', colour: 'teal' })
  const speaker = await api.call('speaker.add', { name: 'Ada Berg' })
  await api.call('affiliation.add', { speakerId: speaker.id, partyId: party.id, office: 'minister' })
  const [insist] = await suggestions()
  expect(insist).toMatchObject({
    speaker: { id: speaker.id },
    party: { value: { id: party.id }, reason: { kind: 'office', office: 'minister' } },
  })
})

test('capturing makes statement, anchored passage, speaker, affiliation, party, issue and position in one undo step', async () => {
  const { api, source } = await openReport()
  const words = placeOf('We insist on a larger quota')
  const statement = await api.call('statement.capture', {
    sourceId: source.id,
    spans: [words],
    form: 'verbatim',
    speaker: { name: 'Ada Berg' },
    onBehalfOf: { name: 'Norway' },
    office: 'Fisheries Minister',
    saidOn: '2025-10-20',
    evidence: [
      {
        relation: 'supports',
        to: {
          issue: { name: 'Quota' },
          party: { name: 'Norway' },
          kind: 'demand',
          addressee: { name: 'Iceland' },
          text: 'A larger quota',
        },
      },
    ],
  })
  expect(statement.text).toBe('We insist on a larger quota')
  const [span] = await api.call('span.list', { statementId: statement.id })
  expect(span).toMatchObject({
    exact: 'We insist on a larger quota',
    prefix: expect.stringMatching(/“$/),
    page: null,
  })
  const parties = await api.call('party.list', {})
  expect(parties.map(({ name }) => name)).toEqual(['Norway', 'Iceland'])
  expect(new Set(parties.map(({ colour }) => colour)).size).toBe(2)
  expect(await api.call('affiliation.list', {})).toMatchObject([
    { partyId: parties[0]!.id, speakerId: statement.speakerId, office: 'Fisheries Minister' },
  ])
  expect(await api.call('position.list', {})).toMatchObject([
    {
      kind: 'demand',
      text: 'A larger quota',
      basis: 'stated',
      addresseeId: parties[1]!.id,
      from: '2025-10-20',
    },
  ])

  await api.call('history.undo', {})
  for (const name of [
    'statement.list',
    'party.list',
    'speaker.list',
    'issue.list',
    'position.list',
  ] as const) {
    expect(await api.call(name, {}), name).toEqual([])
  }
})

test('a name that is there already is used, not made a second time', async () => {
  const { api, source } = await openReport()
  const capture = (words: string) =>
    api.call('statement.capture', {
      sourceId: source.id,
      spans: [placeOf(words)],
      form: 'verbatim',
      speaker: { name: 'ADA BERG' },
      onBehalfOf: { name: 'norway' },
    })
  const first = await capture('We insist')
  const second = await capture('We will not sign')
  expect(second.speakerId).toBe(first.speakerId)
  expect(second.onBehalfOfId).toBe(first.onBehalfOfId)
  expect(await api.call('affiliation.list', {})).toHaveLength(1)
})

test('words that are recorded are suggested no longer; what is left of a passage still is', async () => {
  const { api, source, suggestions } = await openReport()
  const before = await suggestions()
  const whole = before.find((each) => wordsOf(each).includes('We will not sign before that. The quota'))!
  await api.call('statement.capture', {
    sourceId: source.id,
    spans: [placeOf('We will not sign before that.')],
    form: 'verbatim',
  })
  const rest = await suggestions()
  expect(rest.map(wordsOf)).not.toContain(wordsOf(whole))
  expect(rest.find((each) => wordsOf(each) === 'The quota is ours.')).toMatchObject({
    speaker: whole.speaker,
  })
})

test('a statement may have several passages, and may overlap another', async () => {
  const { api, source } = await openReport()
  const spans = [placeOf('We insist'), placeOf('The quota is ours')]
  const statement = await api.call('statement.capture', { sourceId: source.id, spans, form: 'partial' })
  expect(statement.text).toBe('We insist … The quota is ours')
  await api.call('statement.capture', {
    sourceId: source.id,
    spans: [placeOf('insist on a')],
    form: 'partial',
  })
  const { statements } = await api.call('source.reading', { id: source.id })
  expect(statements.map(({ spans: read }) => read.map(({ place }) => place.state))).toEqual([
    ['found', 'found'],
    ['found'],
  ])
})

test('a place without words is refused, and nothing is made', async () => {
  const { api, source } = await openReport()
  const beyond = { start: report.length - 1, end: report.length + 5 }
  const refused = api.call('statement.capture', {
    sourceId: source.id,
    spans: [beyond],
    form: 'verbatim',
    speaker: { name: 'Ada Berg' },
  })
  await expect(refused).rejects.toMatchObject({ code: 'range-not-in-text' })
  expect(await api.call('speaker.list', {})).toEqual([])
  const between = { start: report.indexOf('\n'), end: report.indexOf('\n') + 2 }
  await expect(api.call('source.proposal', { id: source.id, spans: [between] })).rejects.toMatchObject({
    code: 'range-not-in-text',
  })
})

test('words chosen by hand take over what is known of the passage they lie in', async () => {
  const { api, source } = await openReport()
  const proposal = await api.call('source.proposal', { id: source.id, spans: [placeOf('a larger quota')] })
  expect(proposal).toMatchObject({ form: 'verbatim', speaker: { name: 'Ada Berg' } })
  const elsewhere = await api.call('source.proposal', { id: source.id, spans: [placeOf('Talks went on')] })
  expect(elsewhere).toMatchObject({ form: 'paraphrase', speaker: null, party: null })
})

test('the position that says the like for the same party is proposed first, else the issue it belongs to', async () => {
  const { api, suggestions } = await openReport()
  const { id: partyId } = await api.call('party.add', { name: 'Norway', shortName: 'NO', colour: 'teal' })
  const issue = await api.call('issue.add', { title: 'Size of the quota' })
  const proposals = async () => (await suggestions()).find((each) => wordsOf(each).includes('We insist'))!
  const position = { issueId: issue.id, partyId, kind: 'demand' } as const
  const like = await api.call('position.record', { ...position, text: 'Insist on a larger quota' })
  await api.call('position.record', { ...position, text: 'Free access to harbours' })
  expect(await proposals()).toMatchObject({ positions: [like.id], issueId: issue.id })
})

test('the choices say what a position rests on, and would rest on; sources of one origin count once', async () => {
  const { api, source } = await openReport()
  const statement = await api.call('statement.capture', {
    sourceId: source.id,
    spans: [placeOf('We insist')],
    form: 'partial',
    onBehalfOf: { name: 'Norway' },
    evidence: [{ to: { issue: { name: 'Quota' }, party: { name: 'Norway' }, kind: 'demand', text: 'More' } }],
  })
  const copy = await api.call('source.add', { title: 'Copy', text: report })
  const choice = async (sourceId: typeof source.id) => (await api.call('position.choices', { sourceId }))[0]
  expect(await choice(source.id)).toMatchObject({ statements: 1, origins: 1, originsThen: 1 })
  expect(await choice(copy.id)).toMatchObject({ statements: 1, origins: 1, originsThen: 2 })
  await api.call('source.shareOrigin', { sourceIds: [source.id, copy.id] })
  expect(await choice(copy.id)).toMatchObject({ statements: 1, origins: 1, originsThen: 1 })
  expect(statement.onBehalfOfId).not.toBeNull()
})

test('the overview counts what rests on each source, party by party', async () => {
  const { api, source } = await openReport()
  const empty = await api.call('source.add', { title: 'Another' })
  for (const [words, name] of [
    ['We insist', 'Norway'],
    ['We will not sign', 'Norway'],
    ['Iceland refuses', 'Iceland'],
  ] as const) {
    await api.call('statement.capture', {
      sourceId: source.id,
      spans: [placeOf(words)],
      form: 'partial',
      onBehalfOf: { name },
    })
  }
  const lines = await api.call('source.overview', {})
  expect(lines).toMatchObject([
    { id: source.id, statements: 3, positions: 0, parties: [{ count: 2 }, { count: 1 }] },
    { id: empty.id, statements: 0, positions: 0, parties: [] },
  ])
  expect(await api.call('source.count', {})).toBe(2)
})

test('a passage whose words went is shown with where they may be, and stays where it was until chosen', async () => {
  const { api, source } = await openReport()
  await api.call('statement.capture', {
    sourceId: source.id,
    spans: [placeOf('We insist on a larger quota')],
    form: 'verbatim',
  })
  await api.call('source.correctText', {
    id: source.id,
    text: report.replace('We insist on a larger quota', 'We insist on a much larger quota'),
  })
  const { statements, corrections } = await api.call('source.reading', { id: source.id })
  const { id, place } = statements[0]!.spans[0]!
  if (place.state !== 'orphaned') throw new Error('It was attached again without being asked.')
  expect(place.guesses[0]!.text).toContain('much larger')
  expect(corrections).toBe(1)
  const { start, end } = place.guesses[0]!
  await api.call('span.reattach', { id: id as never, start, end })
  const after = await api.call('source.reading', { id: source.id })
  expect(after.statements[0]!.spans[0]!.place.state).toBe('found')
})

test('in an empty dossier, the digest gives its speakers and their parties', async () => {
  const { suggestions } = await openReport(digest)
  const found = await suggestions()
  const partyOf = (words: string) => {
    const proposal = found.find((each) => wordsOf(each).includes(words))
    const party = proposal?.party?.value
    return party !== undefined && 'name' in party ? party.name : null
  }
  expect(partyOf('Given the lack of an opportunity')).toBe('Russia')
  expect(partyOf('stay out of NATO')).toBe('Russia')
  expect(partyOf('no end to the war')).toBe('Ukraine')
  expect(partyOf('stand trial')).toBe('Ukraine')
  expect(partyOf('one day would be enough')).toBe('United States')
  expect(partyOf('definitely necessary') ?? partyOf('spirit of the understandings')).toBe('Russia')
})
