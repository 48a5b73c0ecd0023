import { columnOf, useColumns, type Column } from '../state/columns'
import {
  currentSideBySide,
  leaveSideBySide,
  likelyPair,
  readSideBySide,
  swapSides,
  turnWordByWord,
} from '../state/side-by-side'
import { named, type Action, type ActionState } from './action'
import { walkIssues } from '../state/issue-walk'

const isReading = ({ opened }: ActionState) => opened !== null && currentSideBySide() !== null

export const sideBySideActions: readonly Action[] = [
  {
    id: 'pair.open',
    label(_state, say) {
      const { columns } = useColumns.getState()
      const [ours, theirs] = (likelyPair() ?? []).map((id) => columnOf(columns, id)?.name)
      return ours && theirs ? say('action.pair.open', { ours, theirs }) : say('action.pair.openAny')
    },
    keys: ['Mod+Shift+B'],
    isEnabled: ({ opened }) => opened !== null && likelyPair() !== null,
    perform() {
      const pair = likelyPair()
      if (pair) readSideBySide(...pair)
    },
  },
  {
    id: 'pair.leave',
    label: named('action.pair.leave'),
    keys: ['Escape'],
    isEnabled: isReading,
    perform: leaveSideBySide,
  },
  {
    id: 'pair.swap',
    label: named('action.pair.swap'),
    keys: ['X'],
    isEnabled: isReading,
    perform: swapSides,
  },
  {
    id: 'pair.next',
    label: named('action.pair.next'),
    keys: ['J'],
    isEnabled: isReading,
    perform: () => walkIssues(1),
  },
  {
    id: 'pair.previous',
    label: named('action.pair.previous'),
    keys: ['K'],
    isEnabled: isReading,
    perform: () => walkIssues(-1),
  },
  {
    id: 'pair.print',
    label: named('action.pair.print'),
    keys: ['Mod+P'],
    isEnabled: isReading,
    perform: () => window.print(),
  },
  {
    id: 'pair.words',
    label: named('action.pair.words'),
    keys: ['W'],
    isEnabled: isReading,
    perform: turnWordByWord,
  },
]

/** One for each other column, for where a party is chosen by its name. */
export function pairChoices(columns: readonly Column[]): Action[] {
  const [oursId, likelyId] = likelyPair() ?? []
  const ours = columnOf(columns, oursId ?? null)
  if (!ours) return []
  return columns
    .filter(({ partyId }) => partyId !== ours.partyId && partyId !== likelyId)
    .map(({ partyId, name }) => ({
      id: `pair.open ${partyId}`,
      label: (_state, say) => say('action.pair.open', { ours: ours.name, theirs: name }),
      keys: [],
      isEnabled: ({ opened }) => opened !== null,
      perform: () => readSideBySide(ours.partyId, partyId),
    }))
}
