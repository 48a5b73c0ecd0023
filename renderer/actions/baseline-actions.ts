import type { Column } from '../state/columns'
import { chooseBaseline, leaveBaseline } from '../state/compare-view'
import { goTo } from '../state/route'
import { currentActionState, isComparing, type Action, type ActionState } from './action'

export const baselineActions: readonly Action[] = [
  {
    id: 'baseline.choose',
    label: ({ column, baseline }, say) => {
      if (column === null) return say('action.baseline.chooseAny')
      const isChosen = column.partyId === baseline?.partyId
      return say(isChosen ? 'action.baseline.leave' : 'action.baseline.choose', { party: column.name })
    },
    menuLabel: ({ column, baseline }, say) =>
      say(column?.partyId === baseline?.partyId ? 'column.leaveBaseline' : 'column.baseline'),
    alsoCalled: 'action.baseline.also',
    keys: ['Mod+B'],
    isEnabled: (state) => isComparing(state) && state.column !== null,
    perform(_application, { column } = currentActionState()) {
      if (column) chooseBaseline(column.partyId)
    },
  },
  {
    id: 'baseline.leave',
    label: ({ baseline }, say) =>
      baseline === null
        ? say('action.baseline.leaveAny')
        : say('action.baseline.leave', { party: baseline.name }),
    keys: ['Escape'],
    isEnabled: ({ opened, screen, baseline }) => opened !== null && screen === 'compare' && baseline !== null,
    perform: leaveBaseline,
  },
]

/** One for each column, for where a column is chosen by its name. */
export function baselineChoices(columns: readonly Column[], { baseline }: ActionState): Action[] {
  return columns
    .filter(({ partyId }) => partyId !== baseline?.partyId)
    .map(({ partyId, name }) => ({
      id: `baseline.choose ${partyId}`,
      label: (_state, say) => say('action.baseline.choose', { party: name }),
      keys: [],
      isEnabled: ({ opened }) => opened !== null,
      perform() {
        goTo('compare')
        chooseBaseline(partyId)
      },
    }))
}
