import type { MessageId } from '../../app/messages/en'
import type { PartyId } from '../../app/model/party'
import type { ArrangedColumn } from '../../app/rules/arrangement'
import { comparisonGrid } from '../screens/compare/grid/grid-access'
import { changeColumnWidth, widthStep } from '../screens/compare/grid/column-widths'
import { currentArrangement } from '../state/arrangement'
import type { Column } from '../state/columns'
import { layOut, lookFor, showColumns, useComparisonView } from '../state/comparison-view'
import { columnActs } from '../state/finding'
import { goTo } from '../state/route'
import { readBeside } from '../state/side-by-side'
import { currentActionState, isComparing, type Action, type ActionState } from './action'

type ColumnActId =
  | 'hide'
  | 'pin'
  | 'earlier'
  | 'later'
  | 'beside'
  | 'fold'
  | 'wider'
  | 'narrower'
  | 'usualWidth'
  | 'only'

/** The column as it is shown; null where nothing is. */
function shownColumn({ column }: ActionState): ArrangedColumn | null {
  const shown = currentArrangement()?.arrangement.columns
  return shown?.find(({ party }) => party.id === column?.partyId) ?? null
}

const isTransposed = () => useComparisonView.getState().layout.isTransposed

/** In the short name: what it would do now. */
const menuWords: { [Id in ColumnActId]?: (column: ArrangedColumn | null) => MessageId } = {
  pin: (column) => (column?.isPinned ? 'column.unpin' : 'column.pin'),
  fold: (column) => (column?.isFolded ? 'column.unfold' : 'column.fold'),
  beside: () => 'pair.besideMenu',
}

const columnAction = (
  id: ColumnActId,
  { key, isOffered }: { key?: string; isOffered?: (state: ActionState) => boolean },
  perform: (id: PartyId) => void,
): Action => ({
  id: `column.${id}`,
  label: ({ column }, say) => say(`action.column.${id}`, { party: column?.name ?? say('action.column.any') }),
  menuLabel(state, say) {
    const column = shownColumn(state)
    const words = menuWords[id]?.(column) ?? (`column.${id}` as MessageId)
    return say(words, { party: state.column?.name ?? '', count: column?.members.length ?? 0 })
  },
  alsoCalled: `action.column.${id}.also`,
  keys: key === undefined ? [] : [key],
  leavesKey: true,
  isEnabled: (state) => isComparing(state) && state.column !== null && (isOffered?.(state) ?? true),
  perform(_application, { column } = currentActionState()) {
    if (column) perform(column.partyId)
  },
})

/** What can be done to a column: the selected one, or the one in whose head the menu was opened. */
export const columnActions: readonly Action[] = [
  columnAction('hide', { key: 'Alt+H' }, columnActs.hide),
  columnAction('pin', { key: 'Alt+P' }, columnActs.pin),
  columnAction('earlier', { key: 'Alt+Shift+ArrowLeft' }, (id) => columnActs.step(id, -1)),
  columnAction('later', { key: 'Alt+Shift+ArrowRight' }, (id) => columnActs.step(id, 1)),
  columnAction('beside', {}, readBeside),
  columnAction(
    'fold',
    { key: 'Alt+M', isOffered: (state) => (shownColumn(state)?.members.length ?? 0) > 0 },
    columnActs.fold,
  ),
  columnAction('wider', { key: 'Alt+ArrowRight', isOffered: () => !isTransposed() }, (id) => resize(id, 1)),
  columnAction('narrower', { key: 'Alt+ArrowLeft', isOffered: () => !isTransposed() }, (id) =>
    resize(id, -1),
  ),
  columnAction(
    'usualWidth',
    { isOffered: (state) => shownColumn(state) !== null && shownColumn(state)?.width !== null },
    usualWidth,
  ),
  columnAction('only', {}, (id) => lookFor({ parties: [id] })),
  {
    id: 'column.showAll',
    label: (_state, say) => say('action.column.showAll'),
    keys: [],
    isEnabled: (state) => isComparing(state) && useComparisonView.getState().parties !== null,
    perform: () => showColumns(null),
  },
]

function resize(id: PartyId, steps: number): void {
  const drawn = comparisonGrid()?.rectangleOf({ kind: 'party', partyId: id })
  if (drawn) changeColumnWidth(id, drawn.width, steps * widthStep)
}

function usualWidth(id: PartyId): void {
  const { [id]: _given, ...widths } = useComparisonView.getState().layout.widths
  layOut({ widths })
}

/** Every other column by its name, to be shown, hidden, or kept in sight. */
export function columnChoices(columns: readonly Column[], { column: selected }: ActionState): Action[] {
  const { parties } = useComparisonView.getState()
  const choice = (
    id: string,
    label: Action['label'],
    alsoCalled: MessageId,
    perform: () => void,
  ): Action => ({
    id,
    label,
    alsoCalled,
    keys: [],
    isEnabled: ({ opened }) => opened !== null,
    perform() {
      goTo('compare')
      perform()
    },
  })
  return columns.flatMap(({ partyId, name }) => {
    if (partyId === selected?.partyId) return []
    const isShown = parties === null || parties.includes(partyId)
    return isShown
      ? [
          choice(
            `column.hide ${partyId}`,
            (_state, say) => say('action.column.hide', { party: name }),
            'action.column.hide.also',
            () => columnActs.hide(partyId),
          ),
          choice(
            `column.pin ${partyId}`,
            (_state, say) => say('action.column.pin', { party: name }),
            'action.column.pin.also',
            () => columnActs.pin(partyId),
          ),
        ]
      : [
          choice(
            `column.show ${partyId}`,
            (_state, say) => say('layout.show', { party: name }),
            'action.column.showAll',
            () => columnActs.show(partyId),
          ),
        ]
  })
}
