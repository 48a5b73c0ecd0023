// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { createSay } from '../../../app/messages/say'
import { currentActionState } from '../../../renderer/actions/action'
import { actionOf } from '../../../renderer/actions/all-actions'
import { sinceChoices } from '../../../renderer/actions/time-actions'
import type { Application } from '../../../renderer/state/application'
import { forgetView, useCompareView } from '../../../renderer/state/compare-view'
import { dismissNotice, useNotice } from '../../../renderer/state/notice'
import { useOpened } from '../../../renderer/state/opened'
import { useTime } from '../../../renderer/state/time'
import { recordOf } from '../../builders/compared-records'

const alaska = recordOf('round', { name: 'Alaska', date: '2025-08-15' })
const budapest = recordOf('round', { name: 'Budapest', date: '2025-10-20' })
const unread = { stops: null, rounds: null, day: null, ownDay: null }
const read = { stops: [], rounds: [alaska, budapest], day: '2025-11-14', ownDay: '2025-11-14' }
// All that these actions ask of it.
const application = { say: createSay('en') } as Application

const press = (id: string) => {
  expect(actionOf(id).isEnabled(currentActionState())).toBe(true)
  void actionOf(id).perform(application)
}
const openDossier = (id: string) => useOpened.setState({ opened: { dossier: { id } } as never })

beforeEach(() => {
  forgetView()
  dismissNotice()
  useTime.setState(unread)
  openDossier('first')
})

test('asked for while the rounds are still being read, changes are shown as soon as they are', () => {
  press('time.since')
  expect(useCompareView.getState().since).toBeNull()
  expect(useNotice.getState().notice).toMatchObject({
    kind: 'done',
    text: expect.stringMatching(/^The rounds are still being read/),
  })
  useTime.setState(read)
  expect(useCompareView.getState().since).toBe('2025-10-20')
  expect(useNotice.getState().notice).toBeNull()
})

test('the list of changes waits for them too', () => {
  press('time.changes')
  useTime.setState(read)
  expect(useCompareView.getState()).toMatchObject({ since: '2025-10-20', sheets: [{ kind: 'changes' }] })
})

test('what was asked for of one dossier is not shown in the next', () => {
  press('time.since')
  openDossier('second')
  useTime.setState(read)
  expect(useCompareView.getState().since).toBeNull()
})

test('where no round lies before, it says so', () => {
  press('time.since')
  useTime.setState({ ...read, day: '2025-01-01' })
  expect(useNotice.getState().notice).toMatchObject({ text: expect.stringMatching(/^No round lies before/) })
  expect(actionOf('time.since').isEnabled(currentActionState())).toBe(false)
})

test('each round is offered once', () => {
  useTime.setState(read)
  const labels = [actionOf('time.since'), ...sinceChoices(read.rounds)].map(({ label }) =>
    label(currentActionState(), application.say),
  )
  expect(labels.toSorted()).toEqual(['Show changes since Alaska', 'Show changes since Budapest'])
})
