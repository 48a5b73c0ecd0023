import type { Round } from '../../app/model/view'
import { nextStop } from '../../app/rules/time-stops'
import { openSheet, readAsOf, showChangesSince, useCompareView } from '../state/compare-view'
import { goTo } from '../state/route'
import { lastDayOf, readAtDay, roundBefore, useTime } from '../state/time'
import { isComparing, named, type Action } from './action'

const isShowingChanges = () => useCompareView.getState().since !== null

function stepStop({ backwards }: { backwards: boolean }): void {
  const { stops, day } = useTime.getState()
  const stop = stops && nextStop(stops, day, { backwards })
  if (stop) readAtDay(stop.day)
}

function priorRound(): Round | null {
  const { rounds, day } = useTime.getState()
  return rounds && roundBefore(rounds, day)
}

export const timeActions: readonly Action[] = [
  {
    id: 'time.earlier',
    label: named('action.time.earlier'),
    keys: ['['],
    isEnabled: isComparing,
    perform: () => stepStop({ backwards: true }),
  },
  {
    id: 'time.later',
    label: named('action.time.later'),
    keys: [']'],
    isEnabled: isComparing,
    perform: () => stepStop({ backwards: false }),
  },
  {
    id: 'time.own',
    label: named('action.time.own'),
    keys: [],
    isEnabled: isComparing,
    perform: () => readAsOf(null),
  },
  {
    id: 'time.since',
    label(_state, say) {
      const round = priorRound()
      return round === null ? say('action.time.since') : say('action.time.sinceRound', { round: round.name })
    },
    keys: ['Mod+D'],
    isEnabled: (state) => isComparing(state) && priorRound() !== null,
    perform() {
      const round = priorRound()
      if (round) showChangesSince(round.date)
    },
  },
  {
    id: 'time.changes',
    label: named('action.time.changes'),
    keys: ['Mod+Shift+D'],
    isEnabled: (state) => isComparing(state) && (isShowingChanges() || priorRound() !== null),
    perform() {
      const round = priorRound()
      if (!isShowingChanges() && round) showChangesSince(round.date)
      if (useCompareView.getState().sheets.at(-1)?.kind !== 'changes') openSheet({ kind: 'changes' })
    },
  },
  {
    id: 'time.leaveSince',
    label: named('action.time.leaveSince'),
    keys: [],
    isEnabled: (state) => isComparing(state) && isShowingChanges(),
    perform: () => showChangesSince(null),
  },
]

/** One for each round, for where it is chosen by its name. */
export function sinceChoices(rounds: readonly Round[] | null): Action[] {
  return (rounds ?? []).map((round) => ({
    id: `time.since ${round.id}`,
    label: (_state, say) => say('action.time.sinceRound', { round: round.name }),
    keys: [],
    isEnabled: ({ opened }) => opened !== null && lastDayOf(round.date) < (useTime.getState().day ?? ''),
    perform() {
      goTo('compare')
      showChangesSince(round.date)
    },
  }))
}
