// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { indexComparison } from '../../app/rules/comparison-index'
import { readComparison } from '../../app/rules/comparison-reading'
import type { Bridge } from '../../app/contract/bridge'
import { createApi } from '../../renderer/api'
import { Scale } from '../../renderer/screens/compare/scale/scale'
import { ApplicationProvider, createApplication } from '../../renderer/state/application'
import { useOpened } from '../../renderer/state/opened'
import { recordOf } from '../builders/compared-records'
import { day, twoParties } from '../builders/two-party-records'

const asked = vi.fn<(name: string, input: unknown) => void>()

/** An engine that takes everything down and changes nothing: what is shown is what was there before. */
const bridge: Bridge = {
  async call(name, input) {
    asked(name, input)
    return { ok: true, value: {} }
  },
  listen: () => () => undefined,
}

function showScale({ isReadOnly = false } = {}) {
  const world = twoParties()
  const fish = { ...world.fish, scaleLow: 'no fishing', scaleHigh: 'all fishing', zoneLow: 30, zoneHigh: 50 }
  const mark = recordOf('mark', { issueId: fish.id, at: 60, wording: 'half the catch' })
  const ours = world.our({ atLow: 20, atHigh: 20 })
  const theirs = world.their({ text: 'theirs' })
  const records = { ...world.records({ positions: [ours, theirs] }), issues: [fish], marks: [mark] }
  const comparison = readComparison(indexComparison(records), day)
  // Only whether it can be written to matters here.
  useOpened.setState({ opened: { isReadOnly } as never })
  render(
    <ApplicationProvider value={createApplication(createApi(bridge), 'en')}>
      <Scale issue={comparison.issues[0]!} comparison={comparison} />
    </ApplicationProvider>,
  )
  return { ours, theirs, fish }
}

beforeEach(() => asked.mockClear())
afterEach(cleanup)

const norway = () => screen.getByRole('slider', { name: 'NO' })

test('a stand says where it is, and who has none is said to have none', () => {
  showScale()
  expect(norway().getAttribute('aria-valuetext')).toBe('20 of 100')
  expect(screen.queryByRole('slider', { name: 'IS' })).toBeNull()
  expect(screen.getByText('IS: no stand')).toBeTruthy()
})

test('keys move it, and it is written once, when the key is let go', () => {
  const { ours } = showScale()
  norway().focus()
  for (let times = 0; times < 3; times += 1) fireEvent.keyDown(norway(), { key: 'ArrowRight' })
  fireEvent.keyDown(norway(), { key: 'ArrowUp', shiftKey: true })
  expect(norway().getAttribute('aria-valuenow')).toBe('33')
  expect(asked).not.toHaveBeenCalled()
  fireEvent.keyUp(norway(), { key: 'ArrowRight' })
  expect(asked.mock.calls).toEqual([['position.change', { id: ours.id, atLow: 33, atHigh: 33 }]])
})

test('Page keys go from mark to mark and say its wording; Escape leaves it where it was', () => {
  showScale()
  norway().focus()
  fireEvent.keyDown(norway(), { key: 'PageUp' })
  expect(norway().getAttribute('aria-valuetext')).toBe('60 of 100, half the catch')
  fireEvent.keyDown(norway(), { key: 'Escape' })
  expect(norway().getAttribute('aria-valuenow')).toBe('20')
  fireEvent.keyUp(norway(), { key: 'PageUp' })
  expect(asked).not.toHaveBeenCalled()
})

test('an end is moved by itself, never past the other', () => {
  const { fish } = showScale()
  const end = screen.getByRole('slider', { name: 'Landing zone, lower end' })
  end.focus()
  for (let times = 0; times < 4; times += 1) fireEvent.keyDown(end, { key: 'ArrowUp', shiftKey: true })
  fireEvent.blur(end)
  expect(asked.mock.calls).toEqual([['issue.change', { id: fish.id, zoneLow: 50, zoneHigh: 50 }]])
})

test('a party with a position and no stand is put on the scale with a press', () => {
  const { theirs } = showScale()
  const chips = screen.getByRole('group', { name: 'Put on the scale:' })
  fireEvent.click(within(chips).getByRole('button', { name: 'IS' }))
  expect(asked.mock.calls).toEqual([['position.change', { id: theirs.id, atLow: 50, atHigh: 50 }]])
})

test('Delete takes a stand off the scale', () => {
  const { ours } = showScale()
  norway().focus()
  fireEvent.keyDown(norway(), { key: 'Delete' })
  expect(asked.mock.calls).toEqual([['position.change', { id: ours.id, atLow: null, atHigh: null }]])
})

test('where nothing may be written, nothing can be moved', () => {
  showScale({ isReadOnly: true })
  expect(screen.queryByRole('slider')).toBeNull()
  expect(screen.getByRole('img', { name: 'NO: 20 of 100' })).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})
