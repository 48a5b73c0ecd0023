import { expect, test } from 'vitest'
import { makeRecord } from '../builders/make-records'
import { openTestApp } from '../builders/open-test-app'

/** One cell with an older and a newer position, the newer with a condition, an answer and evidence for each. */
async function appWithOneCell() {
  const app = await openTestApp()
  const { api } = app
  const issue = await api.call('issue.add', { title: 'Fish' })
  const party = await makeRecord(api, 'party', { name: 'Norway' })
  const cell = { issueId: issue.id, partyId: party.id }
  const record = async (text: string, dates: object) =>
    api.call('position.record', { ...cell, kind: 'demand', text, ...dates })
  const older = await record('half', { from: '2025-01' })
  const newer = await record('all', { from: '2025-10', supersedesId: older.id })
  const future = await record('more', { from: '2026' })
  const condition = await makeRecord(api, 'condition', { positionId: newer.id })
  const answer = await makeRecord(api, 'answer', { positionId: newer.id })
  return { ...app, cell, older, newer, future, condition, answer }
}

test('a cell is read with what is in force, and apart from it what is not', async () => {
  const { api, cell, older, newer, future, condition, answer } = await appWithOneCell()
  const read = await api.call('cell.read', { ...cell, asOf: '2025-11-14' })
  expect(read.cell.positions).toMatchObject([{ ...newer, conditions: [condition], answers: [answer] }])
  expect(read.others).toMatchObject([older, future])
  const earlier = await api.call('cell.read', { ...cell, asOf: '2025-05' })
  expect(earlier.cell.positions.map(({ id }) => id)).toEqual([older.id])
  expect(earlier.others.map(({ id }) => id)).toEqual([newer.id, future.id])
})

test('a cell that is read alone is the same as in the whole comparison', async () => {
  const { api, cell, newer } = await appWithOneCell()
  await makeRecord(api, 'evidence', { positionId: newer.id })
  for (const asOf of ['2024', '2025-05', '2025-11-14', '2026-06', null]) {
    const whole = await api.call('comparison.read', { asOf })
    const alone = await api.call('cell.read', { ...cell, asOf })
    expect(alone.cell).toEqual(
      whole.cells.find(({ issueId, partyId }) => issueId === cell.issueId && partyId === cell.partyId),
    )
  }
})

test('the evidence of a cell is that of its positions, their conditions and their answers', async () => {
  const { api, cell, newer, condition, answer } = await appWithOneCell()
  const nothing = { positionId: null, conditionId: null, answerId: null, eventId: null }
  const links = [
    await makeRecord(api, 'evidence', { ...nothing, positionId: newer.id }),
    await makeRecord(api, 'evidence', { ...nothing, conditionId: condition.id }),
    await makeRecord(api, 'evidence', { ...nothing, answerId: answer.id }),
  ]
  await makeRecord(api, 'evidence')
  const { evidence } = await api.call('cell.read', { ...cell, asOf: '2025-11-14' })
  expect(evidence.map((item) => item.evidence)).toEqual(links)
})

test('evidence comes with who said it, in which office, for whom, through what, and where', async () => {
  const { api } = await openTestApp()
  const statement = await makeRecord(api, 'statement', { saidOn: '2025-10-20' })
  const { speakerId, onBehalfOfId } = statement
  const office = (name: string, from: string, until: string) =>
    api.call('affiliation.add', { speakerId: speakerId!, partyId: onBehalfOfId!, office: name, from, until })
  await office('candidate', '2023', '2024')
  await office('minister', '2025', '2026')
  const link = await makeRecord(api, 'evidence', { statementId: statement.id })
  const span = await makeRecord(api, 'span', { statementId: statement.id })

  const [item, ...others] = await api.call('evidence.read', { statementIds: [statement.id] })
  expect(others).toEqual([])
  expect(item).toMatchObject({
    evidence: link,
    statement,
    spans: [span],
    isOrphaned: false,
    speaker: { id: speakerId },
    affiliation: { office: 'minister' },
    onBehalfOf: { id: onBehalfOfId },
    relayedBy: { id: statement.relayedById },
    event: { id: statement.eventId },
    source: { id: statement.sourceId, title: 'A speech' },
  })
  expect(item!.source).not.toHaveProperty('text')
})

test('a quotation whose words leave the source is orphaned, and found again when they come back', async () => {
  const { api } = await openTestApp()
  const statement = await makeRecord(api, 'statement')
  const span = await makeRecord(api, 'span', { statementId: statement.id })
  await makeRecord(api, 'evidence', { statementId: statement.id })
  const read = async () => {
    const [item] = await api.call('evidence.read', { statementIds: [statement.id] })
    const [passage] = await api.call('source.passages', { id: statement.sourceId })
    return { isOrphaned: item!.isOrphaned, place: passage!.place }
  }
  expect(await read()).toEqual({ isOrphaned: false, place: { state: 'found', start: 3, end: 9 } })
  await api.call('source.change', { id: statement.sourceId, text: 'We resist on more fish.' })
  expect(await read()).toEqual({ isOrphaned: true, place: { state: 'orphaned' } })
  await api.call('source.change', { id: statement.sourceId, text: 'In short: we INSIST, and we insist.' })
  expect(await read()).toEqual({ isOrphaned: false, place: { state: 'found', start: 28, end: 34 } })
  expect(await api.call('span.get', { id: span.id })).toEqual(span)
})

test('a comparison is read at the date asked for, else the dossier’s, else today', async () => {
  const { api } = await openTestApp({ now: () => new Date(2025, 10, 20, 12) })
  expect((await api.call('comparison.read', {})).asOf).toBe('2025-11-20')
  await api.call('dossier.change', { asOf: '2025-11-14' })
  expect((await api.call('comparison.read', {})).asOf).toBe('2025-11-14')
  expect((await api.call('comparison.read', { asOf: '2025-08' })).asOf).toBe('2025-08-31')
})
