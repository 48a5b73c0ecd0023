// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import { allActions } from '../../../renderer/actions/all-actions'
import { currentActionState, matchesKey } from '../../../renderer/actions/action'
import { TimeLine } from '../../../renderer/frame/time-line'
import { stopNear, ticksOf, timeScale } from '../../../renderer/frame/time-scale'
import { ApplicationProvider, createApplication } from '../../../renderer/state/application'
import { ChangesProvider, useChangesOf } from '../../../renderer/state/changes'
import { forgetView, showChangesSince, useCompareView } from '../../../renderer/state/compare-view'
import { ComparisonProvider, useComparisonQuery } from '../../../renderer/state/comparison'
import { useOpened } from '../../../renderer/state/opened'
import { goTo } from '../../../renderer/state/route'
import { useStopsOf } from '../../../renderer/state/time'
import { openPaneApp } from '../pane/open-pane'

const now = '2025-11-14'

/** Norway demanded from 15 August, and more of it from October; two rounds, of which one is before. */
async function showTime() {
  const { api, issue, norway } = await openPaneApp()
  await api.call('dossier.change', { asOf: now })
  await api.call('round.add', { name: 'Alaska', date: '2025-08-15' })
  await api.call('round.add', { name: 'Budapest', date: '2025-10-20' })
  const cell = { issueId: issue.id, partyId: norway.id, kind: 'demand' } as const
  const older = await api.call('position.record', { ...cell, text: 'Halve the catch', from: '2025-08-15' })
  const more = { ...cell, text: 'Halve the catch of cod', supersedesId: older.id }
  await api.call('position.record', { ...more, from: '2025-10' })
  onTestFinished(() => {
    cleanup()
    forgetView()
    useOpened.setState({ opened: undefined })
  })
  useOpened.setState({ opened: await api.call('dossier.opened', {}) })
  goTo('compare')
  const application = createApplication(api, 'en')
  await act(async () => {
    render(
      <ApplicationProvider value={application}>
        <Line />
      </ApplicationProvider>,
    )
  })
  const perform = (key: string, modifiers: KeyboardEventInit = {}) =>
    act(async () => {
      const event = new KeyboardEvent('keydown', { key, ...modifiers })
      const action = allActions.find(({ keys }) => keys.some((each) => matchesKey(event, each)))
      if (action?.isEnabled(currentActionState())) await action.perform(application)
    })
  return { slider: await screen.findByRole('slider', { name: 'As of' }), perform }
}

function Line() {
  const comparison = useComparisonQuery()
  useStopsOf(comparison.value)
  return (
    <ComparisonProvider value={comparison}>
      <ChangesProvider value={useChangesOf(comparison.value)}>
        <TimeLine />
      </ChangesProvider>
    </ComparisonProvider>
  )
}

const valueOf = (slider: HTMLElement) => slider.getAttribute('aria-valuetext')
const key = (slider: HTMLElement, name: string, init: object = {}) =>
  act(async () => void fireEvent.keyDown(slider, { key: name, ...init }))

test('the line is walked from stop to stop, and what is there is said in words', async () => {
  const { slider } = await showTime()
  expect(valueOf(slider)).toBe('14 November 2025, the date of this dossier')
  await key(slider, 'ArrowLeft')
  expect(valueOf(slider)).toBe('20 October 2025, Budapest')
  await key(slider, 'ArrowLeft')
  expect(valueOf(slider)).toBe('1 October 2025, 1 change')
  await key(slider, 'ArrowLeft')
  expect(valueOf(slider)).toBe('15 August 2025, Alaska, 1 change')
  await key(slider, 'ArrowLeft')
  expect(useCompareView.getState().asOf).toBe('2025-08-15')
  await key(slider, 'ArrowRight')
  expect(useCompareView.getState().asOf).toBe('2025-10-01')
})

test('Shift steps by days, Page keys by rounds, Home and End go to the ends', async () => {
  const { slider } = await showTime()
  await key(slider, 'ArrowLeft', { shiftKey: true })
  expect(useCompareView.getState().asOf).toBe('2025-11-13')
  await key(slider, 'PageDown')
  expect(useCompareView.getState().asOf).toBe('2025-10-20')
  await key(slider, 'Home')
  expect(useCompareView.getState().asOf).toBe('2025-08-15')
  await key(slider, 'ArrowLeft', { shiftKey: true })
  expect(useCompareView.getState().asOf).toBe('2025-08-15')
  await key(slider, 'End')
  // The dossier's own date is not one that was chosen.
  expect(useCompareView.getState().asOf).toBeNull()
})

test('brackets step between stops; Mod D shows what changed since the round before, and the line says how much', async () => {
  const { perform } = await showTime()
  await perform('[')
  expect(useCompareView.getState().asOf).toBe('2025-10-20')
  await perform(']')
  expect(useCompareView.getState().asOf).toBeNull()
  await perform('d', { ctrlKey: true })
  expect(useCompareView.getState().since).toBe('2025-10-20')
  const since = await screen.findByRole('slider', { name: 'Changes since' })
  expect(await screen.findByRole('button', { name: '1 change' })).toBeTruthy()
  await key(since, 'Home')
  expect(useCompareView.getState().since).toBe('2025-08-15')
  expect(await screen.findByRole('button', { name: 'Changes since Alaska' })).toBeTruthy()
  await perform('[')
  await perform('[')
  await perform('[')
  expect(await screen.findByRole('button', { name: 'nothing changed' })).toBeTruthy()
  await act(async () => showChangesSince('2025-11'))
  expect(await screen.findByText('later than the date read')).toBeTruthy()
})

test('the list of changes opens from its count, and gives way when no changes are shown any more', async () => {
  const { perform } = await showTime()
  await perform('D', { ctrlKey: true, shiftKey: true })
  expect(useCompareView.getState().sheets).toEqual([{ kind: 'changes' }])
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Stop showing changes' })))
  expect(useCompareView.getState()).toMatchObject({ since: null, sheets: [] })
})

test('a place on the line and its day lead to each other, and near a stop the stop is meant', () => {
  const scale = timeScale(['2024-01-01', '2025-08-15', '2025-11-01', '2025-11-13', '2025-11-14'])!
  for (const day of ['2024-01-01', '2024-06-15', '2025-08-15', '2025-11-05', '2025-11-14'])
    expect(scale.dayAt(scale.at(day))).toBe(day)
  expect(scale.at('2020-01-01')).toBe(0)
  expect(scale.dayAt(2)).toBe('2025-11-14')
  expect(scale.at('2025-11-14') - scale.at('2025-11-13')).toBeGreaterThan(0.1)
  const stops = [{ day: '2025-08-15' }, { day: '2025-11-01' }]
  expect(stopNear(stops, scale, scale.at('2025-08-15') + 0.01, 0.02)).toBe('2025-08-15')
  expect(stopNear(stops, scale, 0.05, 0.02)).toBeNull()
  expect(timeScale(['2025-11-14'])).toBeNull()
})

const everyDay = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const day = new Date(Date.UTC(2015, 0, 1 + at)).toISOString().slice(0, 10)
    return { day, lastDay: day, rounds: [], changes: 1 }
  })
const drawn = (stops: ReturnType<typeof everyDay>, most: number) =>
  ticksOf(stops, timeScale(stops.map(({ day }) => day))!, most)

test('where there is no room for every stop, months, quarters, years or decades are drawn in their place', () => {
  expect(drawn(everyDay(30), 30).map(({ period }) => period)).toEqual(Array.from({ length: 30 }, () => null))
  expect(drawn(everyDay(365), 34).map(({ period }) => period)).toContain('2015-11')
  expect(drawn(everyDay(365), 5).map(({ period }) => period)).toEqual(
    ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `2015-${quarter}`),
  )
  const years = drawn(everyDay(3_000), 30)
  expect(years).toHaveLength(9)
  expect(years.reduce((sum, { changes }) => sum + changes, 0)).toBe(3_000)
  expect(drawn(everyDay(30_000), 30).map(({ period }) => period)).toContain('2080s')
})

test('a round keeps a mark of its own however many stops there are', () => {
  const stops = everyDay(3_000)
  const alaska = { ...stops[1_000]!, rounds: [{ name: 'Alaska' }] }
  const marks = drawn(stops.with(1_000, alaska as never), 30)
  expect(marks.filter(({ names }) => names.includes('Alaska'))).toMatchObject([{ period: null }])
})
