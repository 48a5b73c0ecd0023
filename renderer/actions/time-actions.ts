import type { Round } from '../../app/model/view'
import { nextStop } from '../../app/rules/time-stops'
import { openSheet, readAsOf, showChangesSince, useCompareView } from '../state/compare-view'
import type { Application } from '../state/application'
import { dismissNotice, tell } from '../state/notice'
import { useOpened } from '../state/opened'
import { goTo } from '../state/route'
import { lastDayOf, readAtDay, roundBefore, useTime } from '../state/time'
import { isComparing, named, type Action, type ActionState } from './action'

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

const mayShowSince = (state: ActionState): boolean =>
  isComparing(state) && (useTime.getState().rounds === null || priorRound() !== null)

/** Shows what changed since the round before; pressed while the rounds are still being read, as soon as they are. */
function showSinceRound({ say }: Application, andThen: () => void): void {
  const show = () => {
    const round = priorRound()
    if (round) showChangesSince(round.date)
    andThen()
  }
  if (useTime.getState().rounds !== null) return show()
  tell(say('time.roundsComing'))
  const dossierId = useOpened.getState().opened?.dossier.id
  const stop = useTime.subscribe(({ rounds }) => {
    if (rounds === null) return
    stop()
    if (useOpened.getState().opened?.dossier.id !== dossierId) return
    if (priorRound() === null) return tell(say('time.noRoundBefore'))
    dismissNotice()
    show()
  })
}

function openChanges(): void {
  if (useCompareView.getState().sheets.at(-1)?.kind !== 'changes') openSheet({ kind: 'changes' })
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
    isEnabled: mayShowSince,
    perform: (application) => showSinceRound(application, () => {}),
  },
  {
    id: 'time.changes',
    label: named('action.time.changes'),
    keys: ['Mod+Shift+D'],
    isEnabled: (state) => isComparing(state) && (isShowingChanges() || mayShowSince(state)),
    perform: (application) => (isShowingChanges() ? openChanges() : showSinceRound(application, openChanges)),
  },
  {
    id: 'time.leaveSince',
    label: named('action.time.leaveSince'),
    keys: [],
    isEnabled: (state) => isComparing(state) && isShowingChanges(),
    perform: () => showChangesSince(null),
  },
]

/** One for each round, for where it is chosen by its name; the one before has an action of its own. */
export function sinceChoices(rounds: readonly Round[] | null): Action[] {
  const before = priorRound()?.id
  return (rounds ?? [])
    .filter(({ id }) => id !== before)
    .map((round) => ({
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
