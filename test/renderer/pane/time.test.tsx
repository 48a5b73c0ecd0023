// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openSheet, readAsOf, showChangesSince, useCompareView } from '../../../renderer/state/compare-view'
import { openPaneApp, recordDemand, showCell } from './open-pane'

async function openMovedApp() {
  const app = await openPaneApp()
  const first = await recordDemand(app)
  await app.api.call('position.change', { id: first.id, from: '2025-01-01', firmness: 'flexible' })
  const { issue, norway, iceland } = app
  const second = await app.api.call('position.record', {
    issueId: issue.id,
    partyId: norway.id,
    addresseeId: iceland.id,
    kind: 'demand',
    text: 'Halve the catch at once',
    firmness: 'firm',
    from: '2025-10-01',
    supersedesId: first.id,
    whyMoved: 'Stocks fell',
  })
  return { ...app, first, second }
}

test('a position tells its life: what it superseded, how its words changed, and why', async () => {
  await showCell(await openMovedApp())
  const life = await screen.findByRole('region', { name: 'What it superseded' })
  expect(within(life).getByText('Stocks fell')).toBeTruthy()
  expect(within(life).getByText('at once').tagName).toBe('INS')
  expect(within(life).getByText('firmness: flexible → firm')).toBeTruthy()
  expect(within(life).getByText('since 1 Jan 2025')).toBeTruthy()
})

test('a newer position begins as the older one, is linked to it, and says why the party moved', async () => {
  const { api, second, ...app } = await openMovedApp()
  await api.call('condition.add', { positionId: second.id, relation: 'only if', text: 'stocks fall' })
  await showCell({ api, second, ...app } as never)
  fireEvent.click(await screen.findByRole('button', { name: 'Replace with a newer position…' }))
  const form = await screen.findByRole('form', { name: 'A newer position' })
  fireEvent.change(within(form).getByLabelText('Summary'), { target: { value: 'A third less' } })
  fireEvent.change(within(form).getByLabelText('From'), { target: { value: '2025-11-10' } })
  fireEvent.change(within(form).getByLabelText('Why it moved'), { target: { value: 'Elections' } })
  await act(async () => void fireEvent.keyDown(form, { key: 'Enter', ctrlKey: true }))

  await waitFor(async () => expect(await api.call('position.list', {})).toHaveLength(3))
  const newest = (await api.call('position.list', {})).at(-1)!
  expect(newest).toMatchObject({
    text: 'A third less',
    supersedesId: second.id,
    whyMoved: 'Elections',
    firmness: 'firm',
    addresseeId: app.iceland.id,
    from: '2025-11-10',
  })
  expect(await api.call('condition.list', { positionId: newest.id })).toMatchObject([{ text: 'stocks fall' }])
})

test('a position from a month says that it may hold for only some of it', async () => {
  const app = await openPaneApp()
  const position = await recordDemand(app)
  await app.api.call('position.change', { id: position.id, from: '2025-11' })
  await showCell(app)
  expect(await screen.findByText('some or all of Nov 2025')).toBeTruthy()
  act(() => useCompareView.setState({ asOf: '2025' }))
  expect(await screen.findByText('for some of 2025')).toBeTruthy()
})

test('the list of changes leads to each cell, with the words that differ and the reason', async () => {
  const app = await openMovedApp()
  await showCell(app)
  act(() => {
    showChangesSince('2025-08-15')
    openSheet({ kind: 'changes' })
  })
  const heading = await screen.findByRole('heading', { name: 'Changes since 15 August 2025' })
  const list = within(heading.parentElement!)
  expect(list.getByText('hardened: flexible → firm')).toBeTruthy()
  expect(list.getByText('at once').tagName).toBe('INS')
  expect(list.getByText('Stocks fell')).toBeTruthy()
  act(() => useCompareView.setState({ selected: null }))
  fireEvent.click(screen.getByRole('button', { name: 'Go to Norway on Cod quotas' }))
  expect(useCompareView.getState()).toMatchObject({
    selected: { kind: 'cell', issueId: app.issue.id, partyId: app.norway.id },
    sheets: [{ kind: 'changes' }],
  })
})

test('the row says what its status and landing zone were before, until when and by whom', async () => {
  const app = await openPaneApp()
  const change = (given: object) => app.api.call('issue.change', { id: app.issue.id, ...given })
  await change({ landingZone: 'A third less' })
  await change({ landingZone: 'A quarter less' })
  await change({ status: 'converging' })
  await showCell(app, { tab: 'row' })
  expect(await screen.findByText('before: “A third less” until 20 Nov 2025, by Ada')).toBeTruthy()
  expect(screen.getByText('before: nothing until 20 Nov 2025, by Ada')).toBeTruthy()
  expect(screen.getByText('before: open until 20 Nov 2025, by Ada')).toBeTruthy()
})

test('where the period says already what is in doubt, the day says what is left open', async () => {
  const app = await openPaneApp()
  const { id } = await recordDemand(app)
  await app.api.call('position.change', { id, from: '2025-11~' })
  await showCell(app)
  act(() => readAsOf('2025-11-14'))
  const facts = (await screen.findByText('perhaps in force')).closest('dl')!
  expect(facts.textContent).toContain('since about Nov 2025')
  expect(facts.textContent.match(/about Nov 2025/g)).toHaveLength(1)
})
