// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { addSource, openPaneApp, recordDemand, showCell } from './open-pane'

test('a demand without an answer says so, and one press records how it was answered', async () => {
  const app = await openPaneApp()
  const { id: positionId } = await recordDemand(app)
  await showCell(app)
  expect(await screen.findByText('Iceland: no answer recorded')).toBeTruthy()
  const acts = screen.getByRole('group', { name: 'Record how Iceland answered' })
  expect(within(acts).getAllByRole('button')).toHaveLength(6)
  fireEvent.click(within(acts).getByRole('button', { name: 'partly accepted' }))
  await waitFor(async () =>
    expect(await app.api.call('answer.list', {})).toMatchObject([
      { positionId, partyId: app.iceland.id, outcome: 'partly' },
    ]),
  )
  await waitFor(() => expect(screen.queryByText('Iceland: no answer recorded')).toBeNull())
})

test('one letter does the same', async () => {
  const app = await openPaneApp()
  await recordDemand(app)
  await showCell(app)
  const acts = await screen.findByRole('group', { name: 'Record how Iceland answered' })
  fireEvent.keyDown(within(acts).getAllByRole('button')[0]!, { key: 'r' })
  await waitFor(async () =>
    expect(await app.api.call('answer.list', {})).toMatchObject([{ outcome: 'rejected' }]),
  )
})

test('what is cited for an answer says whose answer it is', async () => {
  const app = await openPaneApp()
  const { id: positionId } = await recordDemand(app)
  const answer = await app.api.call('answer.add', {
    positionId,
    partyId: app.iceland.id,
    outcome: 'countered',
  })
  const source = await addSource(app)
  await app.api.call('statement.record', {
    sourceId: source.id,
    text: 'Cod stocks will not last',
    form: 'verbatim',
    evidence: [{ positionId }, { answerId: answer.id }],
  })
  await showCell(app, { tab: 'evidence' })
  const titles = (await screen.findAllByRole('heading', { level: 3 })).map(({ textContent }) => textContent)
  expect(titles).toEqual(['Halve the catch', 'Iceland answered: countered'])
})
