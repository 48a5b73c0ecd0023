// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openSourcesApp, report, selectWords, showSource } from './open-sources'

const form = () => screen.findByRole('form', { name: 'New statement' })
const press = (target: Element, key: string, more: object = {}) => fireEvent.keyDown(target, { key, ...more })

test('Tab, Enter, Enter: the form says where each value came from, and records it', async () => {
  const app = await openSourcesApp()
  const reader = await showSource(app)
  await screen.findAllByText('Suggested · Ada Berg')
  press(reader, 'Tab')
  expect(screen.getByText(/^Passage 1 of \d$/)).toBeTruthy()
  press(reader, 'Enter')

  const filled = within(await form())
  expect(filled.getByText(/We insist on a larger quota/)).toBeTruthy()
  expect(filled.getByRole('combobox', { name: 'Speaker' })).toHaveProperty('value', 'Ada Berg')
  expect(filled.getByRole('combobox', { name: 'On behalf of' })).toHaveProperty('value', 'Norway')
  expect(filled.getByText(/from “Norwegian” in ¶2/)).toBeTruthy()
  expect(
    filled.getByText(/worked out from “on Monday” in ¶2 and a source published 22 Oct 2025/),
  ).toBeTruthy()
  const reasons = [...reader.querySelectorAll('[data-reason]')].map((mark) => mark.textContent)
  expect(reasons.join(' ')).toContain('on Monday')
  expect(filled.getByText(/New in the dossier: Ada Berg, Norway/)).toBeTruthy()

  press(reader, 'Enter')
  await waitFor(async () => expect(await app.api.call('statement.list', {})).toHaveLength(1))
  const [statement] = await app.api.call('statement.list', {})
  expect(statement).toMatchObject({ form: 'verbatim', saidOnWords: 'on Monday' })
  expect(statement!.saidOn).toMatch(/^2025-10-20/)
  expect(await screen.findByText('1 recorded')).toBeTruthy()
  expect(screen.queryByRole('form', { name: 'New statement' })).toBeNull()
})

test('what is passed over by Tab stays suggested, X puts it aside, and it can be brought back', async () => {
  const app = await openSourcesApp()
  const reader = await showSource(app)
  await screen.findAllByText(/^Suggested/)
  const count = screen.getAllByText(/^Suggested/).length
  press(reader, 'Tab')
  press(reader, 'x')
  await waitFor(() => expect(screen.getAllByText(/^Suggested/)).toHaveLength(count - 1))
  fireEvent.click(screen.getByRole('tab', { name: 'In this source' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Bring back' }))
  await waitFor(() => expect(screen.getAllByText(/^Suggested/)).toHaveLength(count))
})

test('one key changes the relation, and what would follow is said before it is recorded', async () => {
  const app = await openSourcesApp()
  const { id: partyId } = await app.api.call('party.add', {
    name: 'Norway',
    shortName: 'Norway',
    colour: 'teal',
  })
  const { id: issueId } = await app.api.call('issue.add', { title: 'Quota' })
  await app.api.call('position.record', {
    partyId,
    issueId,
    kind: 'demand',
    text: 'Insist on a larger quota',
  })
  const reader = await showSource(app)
  await screen.findAllByText(/^Suggested/)
  press(reader, 'Tab')
  press(reader, 'Enter')
  const filled = within(await form())
  expect(
    await filled.findByText('the position has 1 statement from 1 origin.', { exact: false }),
  ).toBeTruthy()
  press(reader, 'c')
  expect(await filled.findByText(/the party contradicts itself/)).toBeTruthy()
  press(reader, 'Enter')
  await waitFor(async () =>
    expect(await app.api.call('evidence.list', {})).toMatchObject([{ relation: 'contradicts' }]),
  )
})

test('a new position on a new issue is made in the same step', async () => {
  const app = await openSourcesApp()
  const reader = await showSource(app)
  await screen.findAllByText(/^Suggested/)
  press(reader, 'Tab')
  press(reader, 'Enter')
  const filled = within(await form())
  fireEvent.click(filled.getByRole('button', { name: 'Make it evidence for a position' }))
  expect(filled.getByRole('alert').textContent).toBe('Choose an issue for the new position, or leave it out.')
  const issue = filled.getByRole('combobox', { name: 'Issue' })
  fireEvent.change(issue, { target: { value: 'Quota' } })
  press(issue, 'Enter')
  expect(await filled.findByText(/Quota becomes a new issue, and Norway has a/)).toBeTruthy()
  fireEvent.submit(await form())
  await waitFor(async () => expect(await app.api.call('position.list', {})).toHaveLength(1))
  await app.api.call('history.undo', {})
  expect(await app.api.call('issue.list', {})).toEqual([])
  expect(await app.api.call('statement.list', {})).toEqual([])
})

test('words that are selected open the same form, and more of them can be added to it', async () => {
  const app = await openSourcesApp()
  const reader = await showSource(app)
  await screen.findAllByText(/^Suggested/)
  selectWords(reader, 'Talks went on')
  press(reader, 'Enter')
  const filled = within(await form())
  expect(filled.getByText('Talks went on')).toBeTruthy()
  selectWords(reader, 'in Oslo')
  press(reader, 'a')
  expect(await filled.findByText('in Oslo')).toBeTruthy()
  press(reader, 'Enter')
  await waitFor(async () => expect(await app.api.call('span.list', {})).toHaveLength(2))
  expect(await app.api.call('statement.list', {})).toMatchObject([{ text: 'Talks went on … in Oslo' }])
})

test('Escape leaves the form, then gives Tab back to the page', async () => {
  const app = await openSourcesApp()
  const reader = await showSource(app)
  await screen.findAllByText(/^Suggested/)
  expect(press(reader, 'Tab')).toBe(false)
  press(reader, 'Enter')
  await form()
  press(reader, 'Escape')
  expect(screen.queryByRole('form', { name: 'New statement' })).toBeNull()
  press(reader, 'Escape')
  // Not prevented: the browser moves the focus on.
  expect(press(reader, 'Tab')).toBe(true)
})

test('a file that is open to read only is read, walked and not captured from', async () => {
  const app = await openSourcesApp()
  const reader = await showSource(app, { isReadOnly: true })
  await screen.findAllByText(/^Suggested/)
  press(reader, 'Tab')
  press(reader, 'Enter')
  expect(screen.queryByRole('form')).toBeNull()
  const offers = screen.getAllByRole('button', { name: /^Add a source/ })
  expect(offers.every((offer) => offer.matches(':disabled'))).toBe(true)
})

test('an address leads to a statement, shown with what it is evidence for', async () => {
  const app = await openSourcesApp()
  const start = report.indexOf('We will not sign')
  const statement = await app.api.call('statement.capture', {
    sourceId: app.source.id,
    spans: [{ start, end: start + 'We will not sign before that'.length }],
    form: 'verbatim',
    speaker: { name: 'Ada Berg' },
  })
  const reader = await showSource(app, { statementId: statement.id })
  await waitFor(() =>
    expect(reader.querySelector('mark[data-current]')?.textContent).toBe('We will not sign before that'),
  )
  const card = screen.getByRole('article', { name: 'Recorded statement' })
  expect(within(card).getByText('Ada Berg')).toBeTruthy()
})

test('whoever goes on before the recording is done goes on from there, and is not called back', async () => {
  const app = await openSourcesApp()
  const reader = await showSource(app)
  await screen.findAllByText(/^Suggested/)
  press(reader, 'Tab')
  press(reader, 'Enter')
  await form()
  press(reader, 'Enter')
  press(reader, 'Tab')
  await screen.findByText('1 recorded')
  expect(screen.getByText(/^Passage 2 of \d$/)).toBeTruthy()
})
