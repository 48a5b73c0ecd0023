// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import type { ComparisonReading } from '../../../app/rules/comparison-reading'
import { FindingLine } from '../../../renderer/screens/compare/finding/finding-line'
import { LayoutMenu } from '../../../renderer/screens/compare/finding/layout-menu'
import { ApplicationProvider, createApplication } from '../../../renderer/state/application'
import { useArrangement } from '../../../renderer/state/arrangement'
import { forgetView, showChangesSince, useCompareView } from '../../../renderer/state/compare-view'
import { ComparisonProvider, useComparisonQuery } from '../../../renderer/state/comparison'
import {
  forgetArrangement,
  layOut,
  lookFor,
  useComparisonView,
} from '../../../renderer/state/comparison-view'
import { beginFinding, columnActs, forgetFinding } from '../../../renderer/state/finding'
import { useOpened } from '../../../renderer/state/opened'
import { useSavedViewsOf } from '../../../renderer/state/saved-views'
import { openTestApp } from '../../builders/open-test-app'

/** Two issues by two parties, three positions, with the line of filters, the menu and the names of the rows. */
async function openFinding({ isReadOnly = false } = {}) {
  const app = await openTestApp()
  const { api } = app
  const norway = await api.call('party.add', { name: 'Norway', shortName: 'NO', colour: 'blue' })
  const iceland = await api.call('party.add', { name: 'Iceland', shortName: 'IS', colour: 'green' })
  const cod = await api.call('issue.add', { title: 'Cod' })
  const herring = await api.call('issue.add', { title: 'Herring' })
  const record = (issueId: typeof cod.id, partyId: typeof norway.id, given: object) =>
    api.call('position.record', { issueId, partyId, kind: 'demand', text: 'half the quota', ...given })
  await record(cod.id, norway.id, { firmness: 'red line' })
  await record(cod.id, iceland.id, { kind: 'refusal' })
  await record(herring.id, iceland.id, { needsResearch: true })
  onTestFinished(() => {
    cleanup()
    forgetView()
    forgetArrangement()
    forgetFinding()
    useOpened.setState({ opened: undefined })
  })
  const opened = await api.call('dossier.opened', {})
  useOpened.setState({ opened: opened && { ...opened, isReadOnly } })
  await act(async () => {
    render(
      <ApplicationProvider value={createApplication(api, 'en')}>
        <Window />
      </ApplicationProvider>,
    )
  })
  await screen.findByText('Cod | NO IS')
  // What stands beside the rows follows them by a frame.
  await screen.findByRole('button', { name: 'View' })
  return { ...app, norway, iceland, cod, herring }
}

function Window() {
  const query = useComparisonQuery()
  useSavedViewsOf()
  return (
    <ComparisonProvider value={query}>
      <LayoutMenu />
      {query.value && <FindingLine comparison={query.value} />}
      {query.value && <Rows comparison={query.value} />}
    </ComparisonProvider>
  )
}

function Rows({ comparison }: { comparison: ComparisonReading }) {
  const { rows, columns } = useArrangement(comparison)
  const names = columns.map(({ party }) => party.shortName).join(' ')
  return (
    <ol aria-label="rows">
      {rows.map(({ issue }) => (
        <li key={issue.id}>{`${issue.title} | ${names}`}</li>
      ))}
    </ol>
  )
}

/** Also while a menu is open, which hides everything behind it from assistive technology. */
const rows = () => [...document.querySelectorAll('ol[aria-label="rows"] > li')].map((row) => row.textContent)
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const choices = () => within(screen.getByRole('dialog'))

test('nothing is looked for until somebody does, and then the words have the focus', async () => {
  await openFinding()
  expect(screen.queryByRole('search')).toBeNull()
  act(beginFinding)
  const words = screen.getByRole('searchbox', { name: 'Words in issues and positions' })
  expect(document.activeElement).toBe(words)
  fireEvent.change(words, { target: { value: 'herr' } })
  expect(rows()).toEqual(['Herring | NO IS'])
  expect(screen.getByRole('status').textContent).toBe('1 of 2 issues shown')
  fireEvent.keyDown(words, { key: 'Escape' })
  expect(rows()).toHaveLength(2)
  fireEvent.keyDown(words, { key: 'Escape' })
  expect(screen.queryByRole('search')).toBeNull()
})

test('every choice says how many rows are behind it, given what else is asked', async () => {
  await openFinding()
  act(beginFinding)
  press('Kind, party, date…')
  expect(choices().getByRole('button', { name: 'demand, 2 issues' })).toBeTruthy()
  expect(choices().getByRole('button', { name: 'refusal, 1 issue' })).toBeTruthy()
  expect(choices().getByRole('button', { name: 'needs research, 1 issue' })).toBeTruthy()

  fireEvent.click(choices().getByRole('button', { name: 'NO, 1 issue' }))
  await waitFor(() => expect(choices().getByRole('button', { name: 'refusal, no issue' })).toBeTruthy())
  expect(choices().getByRole('button', { name: 'IS, 2 issues' })).toBeTruthy()
  expect(rows()).toEqual(['Cod | NO IS'])
  expect(choices().getByRole('status').textContent).toBe('1 of 2 issues shown')
})

test('a date is asked for once it is one, and what changed only where a date is chosen', async () => {
  await openFinding()
  act(beginFinding)
  press('Kind, party, date…')
  expect(choices().queryByRole('button', { name: /^changed/ })).toBeNull()
  const from = choices().getByRole('textbox', { name: 'From' })
  fireEvent.change(from, { target: { value: '2025-0' } })
  expect(useComparisonView.getState().filters.saidFrom).toBeNull()
  fireEvent.change(from, { target: { value: '2025-05' } })
  expect(useComparisonView.getState().filters.saidFrom).toBe('2025-05')
  expect(rows()).toEqual([])
  fireEvent.change(from, { target: { value: '' } })
  expect(rows()).toHaveLength(2)
  act(() => showChangesSince('2025-01-01'))
  expect(choices().getByRole('button', { name: 'changed since 1 Jan 2025, no issue' })).toBeTruthy()
})

test('what is looked for stands in chips, each of which takes it away', async () => {
  const { norway } = await openFinding()
  act(() => lookFor({ kinds: ['demand'], parties: [norway.id], saidFrom: '2025-05' }))
  const chips = screen.getAllByRole('button', { name: /^Take away:/ }).map((chip) => chip.ariaLabel)
  expect(chips).toEqual(['Take away: demand', 'Take away: NO', 'Take away: said since May 2025'])
  press('Take away: said since May 2025')
  press('Take away: NO')
  expect(useComparisonView.getState().filters).toMatchObject({
    kinds: ['demand'],
    parties: [],
    saidFrom: null,
  })
  press('Show all')
  expect(screen.queryByRole('search')).toBeNull()
})

test('what is found in a folded branch is not said to be shown, and one press unfolds it', async () => {
  const { api, herring, cod } = await openFinding()
  await act(async () => void (await api.call('issue.change', { id: herring.id, parentId: cod.id })))
  await screen.findByText('Herring | NO IS')
  act(() => {
    lookFor({ kinds: ['demand'] })
    layOut({ foldedIssues: [cod.id] })
  })
  expect(rows()).toEqual(['Cod | NO IS'])
  expect(screen.getByRole('status').textContent).toBe('1 of 2 issues shown')
  press('unfold 1 more')
  expect(rows()).toEqual(['Cod | NO IS', 'Herring | NO IS'])
  expect(screen.getByRole('status').textContent).toBe('2 of 2 issues shown')
})

test('columns are hidden, moved and kept in sight from the menu; the last cannot be hidden', async () => {
  const { iceland } = await openFinding()
  press('View')
  press('Move IS earlier')
  expect(rows()[0]).toBe('Cod | IS NO')
  press('Keep NO in sight')
  expect(rows()[0]).toBe('Cod | NO IS')
  press('Show NO')
  expect(rows()[0]).toBe('Cod | IS')
  expect(screen.getByRole('button', { name: 'Show IS' })).toHaveProperty('disabled', true)
  act(() => columnActs.hide(iceland.id))
  expect(rows()[0]).toBe('Cod | IS')
  press('Show all')
  expect(rows()[0]).toBe('Cod | NO IS')
})

test('a view is kept with its dates and baseline, shown again, brought up to date and deleted', async () => {
  const { api, norway } = await openFinding()
  act(() => {
    lookFor({ firmness: ['red line'] })
    useCompareView.setState({ asOf: '2025-11', since: '2025-10-01', baselineId: norway.id })
  })
  press('View')
  fireEvent.change(screen.getByRole('textbox', { name: 'Name of the view' }), { target: { value: 'Red' } })
  press('Save this view')
  await screen.findByRole('button', { name: 'Show “Red”', pressed: true })
  expect(await api.call('savedView.list', {})).toMatchObject([
    {
      name: 'Red',
      filters: { firmness: ['red line'] },
      layout: { asOf: '2025-11', since: '2025-10-01', baselineId: norway.id },
    },
  ])

  act(() => {
    forgetArrangement()
    useCompareView.setState({ asOf: null, since: null, baselineId: null })
  })
  expect(screen.getByRole('button', { name: 'Show “Red”', pressed: false })).toBeTruthy()
  press('Show “Red”')
  expect(rows()).toEqual(['Cod | NO IS'])
  expect(useCompareView.getState()).toMatchObject({
    asOf: '2025-11',
    since: '2025-10-01',
    baselineId: norway.id,
  })

  act(() => lookFor({ firmness: [] }))
  press('Save what is shown now as “Red”')
  await screen.findByRole('button', { name: 'Show “Red”', pressed: true })
  press('Delete “Red”')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Show “Red”' })).toBeNull())
})

test('a name that is taken is refused in the menu, and nothing is lost', async () => {
  const { api } = await openFinding()
  press('View')
  const name = () => screen.getByRole('textbox', { name: 'Name of the view' })
  fireEvent.change(name(), { target: { value: 'Red' } })
  press('Save this view')
  await screen.findByRole('button', { name: 'Show “Red”' })
  fireEvent.change(name(), { target: { value: 'RED' } })
  press('Save this view')
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toBe('That name is taken; choose another.'),
  )
  expect(name()).toHaveProperty('value', 'RED')
  expect(await api.call('savedView.list', {})).toHaveLength(1)
})

test('whoever may only read is offered no saving', async () => {
  await openFinding({ isReadOnly: true })
  press('View')
  expect(screen.queryByRole('textbox', { name: 'Name of the view' })).toBeNull()
})
