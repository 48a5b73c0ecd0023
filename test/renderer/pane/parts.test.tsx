// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { anchorFor } from '../../../app/rules/anchor'
import { openSheet, type PaneSheet } from '../../../renderer/state/compare-view'
import { press } from '../keyboard'
import { addSource, openPaneApp, showCell, sourceText, type PaneApp } from './open-pane'

async function showForm(app: PaneApp, sheet: PaneSheet, name: string): Promise<void> {
  await showCell(app)
  await act(async () => openSheet(sheet))
  await screen.findByRole('form', { name })
}

const write = (label: string, value: string, index = 0) =>
  fireEvent.change(screen.getAllByRole('textbox', { name: label })[index]!, { target: { value } })

const click = (name: string, index = 0) => fireEvent.click(screen.getAllByRole('button', { name })[index]!)

async function choose(label: string, words: string, index = 0): Promise<void> {
  const field = screen.getAllByRole('combobox', { name: label })[index]!
  await act(async () => {
    field.focus()
    fireEvent.change(field, { target: { value: words } })
  })
  await press('Enter')
}

async function record(): Promise<void> {
  await act(async () => void fireEvent.submit(screen.getByRole('form')))
}

async function isRecorded(): Promise<void> {
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull())
}

test('undo takes back a speaker with its affiliations at once', async () => {
  const app = await openPaneApp()
  await showForm(app, { kind: 'speaker', id: null }, 'New speaker')
  write('Name', 'Ragnhild Vik')
  click('Add affiliation')
  await choose('Party', 'nor')
  write('Office', 'Minister of Fisheries')
  click('Add affiliation')
  await choose('Party', 'ice', 1)
  await record()
  await isRecorded()

  expect(await app.api.call('speaker.list', {})).toMatchObject([{ name: 'Ragnhild Vik' }])
  expect(await app.api.call('affiliation.list', {})).toMatchObject([
    { partyId: app.norway.id, office: 'Minister of Fisheries' },
    { partyId: app.iceland.id, office: '' },
  ])
  await app.api.call('history.undo', {})
  expect(await app.api.call('speaker.list', {})).toEqual([])
  expect(await app.api.call('affiliation.list', {})).toEqual([])
})

test('a refused affiliation leaves no speaker behind, and once mended there is one', async () => {
  const app = await openPaneApp()
  await showForm(app, { kind: 'speaker', id: null }, 'New speaker')
  write('Name', 'Ragnhild Vik')
  click('Add affiliation')
  await choose('Party', 'nor')
  write('From', '2026')
  write('Until', '2025')
  await record()
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''))
  expect(await app.api.call('speaker.list', {})).toEqual([])

  write('Until', '2027')
  await record()
  await isRecorded()
  expect(await app.api.call('speaker.list', {})).toHaveLength(1)
  expect(await app.api.call('affiliation.list', {})).toMatchObject([{ from: '2026', until: '2027' }])
})

test("an event's participants and conditions are changed with it, and what is not in the form stays", async () => {
  const app = await openPaneApp()
  const event = await app.api.call('event.add', { title: 'Talks', kind: 'round' })
  const eventId = event.id
  await app.api.call('participation.add', { eventId, partyId: app.iceland.id })
  const earlier = await app.api.call('event.add', { title: 'A call', kind: 'call' })
  const condition = await app.api.call('condition.add', {
    eventId,
    relation: 'after',
    text: 'The call is made',
    onEventId: earlier.id,
  })
  const before = await app.api.call('condition.list', {})
  await showForm(app, { kind: 'event', id: eventId }, 'Event')
  write('Place', 'Oslo')
  click('Remove participant')
  click('Add participant')
  await choose('Party', 'nor')
  const conditions = within(screen.getByRole('group', { name: 'Conditions' }))
  fireEvent.click(conditions.getByRole('button', { name: /State/ }))
  fireEvent.click(within(await screen.findByRole('listbox')).getByRole('option', { name: 'met' }))
  fireEvent.change(conditions.getByRole('textbox', { name: 'Note' }), { target: { value: 'on Friday' } })
  await record()
  await isRecorded()

  expect(await app.api.call('event.get', { id: eventId })).toEqual({ ...event, place: 'Oslo' })
  expect(await app.api.call('participation.list', { eventId })).toMatchObject([{ partyId: app.norway.id }])
  expect(await app.api.call('condition.list', {})).toEqual([
    { ...condition, state: 'met', note: 'on Friday' },
  ])

  await app.api.call('history.undo', {})
  expect(await app.api.call('event.get', { id: eventId })).toEqual(event)
  expect(await app.api.call('participation.list', { eventId })).toMatchObject([{ partyId: app.iceland.id }])
  expect(await app.api.call('condition.list', {})).toEqual(before)
})

test('an empty condition of an event is said to be empty, by its label', async () => {
  const app = await openPaneApp()
  await showForm(app, { kind: 'event', id: null }, 'New event')
  write('Title', 'Talks')
  click('Add condition')
  await record()
  expect((await screen.findByRole('alert')).textContent).toContain('“Condition” is empty')
  expect(await app.api.call('event.list', {})).toEqual([])
})

test('a coalition is recorded with its members, and an issue with its marks, each in one step', async () => {
  const app = await openPaneApp()
  await showForm(app, { kind: 'party', id: null }, 'New party')
  write('Name', 'Nordics')
  for (const [index, words] of ['nor', 'ice'].entries()) {
    click('Add member')
    await choose('Member', words, index)
  }
  await record()
  await isRecorded()
  expect(await app.api.call('membership.list', {})).toHaveLength(2)
  await app.api.call('history.undo', {})
  expect(await app.api.call('party.list', {})).toHaveLength(2)
  expect(await app.api.call('membership.list', {})).toEqual([])

  const issue = await app.api.call('issue.get', { id: app.issue.id })
  await act(async () => openSheet({ kind: 'issue', id: app.issue.id, parentId: null }))
  await screen.findByRole('form', { name: 'Issue' })
  click('Add mark')
  write('At', '40')
  write('Wording', 'A fifth less')
  write('Title', 'Cod')
  await record()
  await isRecorded()
  expect(await app.api.call('mark.list', {})).toMatchObject([{ at: 40, wording: 'A fifth less' }])
  await app.api.call('history.undo', {})
  expect(await app.api.call('issue.get', { id: app.issue.id })).toEqual(issue)
  expect(await app.api.call('mark.list', {})).toEqual([])
})

test('a statement loses a passage and changes its place in one step', async () => {
  const app = await openPaneApp()
  const source = await addSource(app)
  const words = 'Cod stocks'
  const start = sourceText.indexOf(words)
  const statement = await app.api.call('statement.record', {
    sourceId: source.id,
    form: 'verbatim',
    text: words,
    spans: [{ ...anchorFor(sourceText, start, start + words.length), page: null }],
  })
  const spans = await app.api.call('span.list', {})
  await showForm(app, { kind: 'statement', id: statement.id, target: null }, 'Statement')
  click('Drop passage')
  write('Words', 'The stocks')
  await record()
  await isRecorded()
  expect(await app.api.call('statement.get', { id: statement.id })).toMatchObject({ text: 'The stocks' })
  expect(await app.api.call('span.list', {})).toEqual([])
  await app.api.call('history.undo', {})
  expect(await app.api.call('statement.get', { id: statement.id })).toEqual(statement)
  expect(await app.api.call('span.list', {})).toEqual(spans)
})
