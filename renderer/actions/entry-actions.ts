import { basis, firmness } from '../../app/model/position'
import { editCell } from '../state/cell-editing'
import { openSheet, useCompareView } from '../state/compare-view'
import { copySelected } from '../state/copying'
import { askForBlock } from '../state/pasting'
import { selectAllShown, selectedPlaces, shownOrder } from '../state/selection'
import { changeSelected, removeSelected, selectedPositions } from '../state/selected-positions'
import { tell } from '../state/notice'
import { canWrite, isComparing, named, type Action, type ActionState } from './action'

/** Keys that the side pane has its own use for are left to it. */
const isOutsidePane = () => document.activeElement?.closest('aside') == null
const hasPositions = (state: ActionState) =>
  isComparing(state) && canWrite(state) && isOutsidePane() && selectedPositions().length > 0
const hasSelectedText = () => window.getSelection()?.isCollapsed === false

/** Typing in cells, and what is done with all that is selected. */
export const entryActions: readonly Action[] = [
  {
    id: 'cell.edit',
    label: named('action.cell.edit'),
    keys: ['F2'],
    isEnabled: (state) => isComparing(state) && canWrite(state) && isEditable(),
    perform() {
      const { selected } = useCompareView.getState()
      if (selected && selected.kind !== 'party') editCell(selected)
    },
  },
  {
    id: 'selection.all',
    label: named('action.selection.all'),
    keys: ['Mod+A'],
    leavesKey: true,
    isEnabled: (state) => isComparing(state) && isOutsidePane(),
    perform: () => selectAllShown(shownOrder()),
  },
  {
    id: 'selection.copy',
    label: named('action.selection.copy'),
    keys: ['Mod+C'],
    leavesKey: true,
    isEnabled: (state) => isComparing(state) && selectedPlaces().length > 0 && !hasSelectedText(),
    perform({ say }) {
      const count = copySelected(say)
      if (count > 0) tell(say('entry.copied', { count }))
    },
  },
  {
    id: 'comparison.paste',
    label: named('action.comparison.paste'),
    keys: [],
    isEnabled: (state) => isComparing(state) && canWrite(state),
    perform: askForBlock,
  },
  {
    id: 'selection.change',
    label: (_state, say) => say('action.selection.change', { count: selectedPositions().length }),
    keys: [],
    isEnabled: hasPositions,
    perform: () => openSheet({ kind: 'many' }),
  },
  ...firmness.options.map(
    (value): Action => ({
      id: `selection.firmness.${value}`,
      label: (_state, say) =>
        say('action.selection.firmness', {
          count: selectedPositions().length,
          firmness: say(`firmness.${value}`),
        }),
      menuLabel: (_state, say) => say(`firmness.${value}`),
      keys: [],
      isEnabled: hasPositions,
      perform: (application) => changeSelected(application, { firmness: value }),
    }),
  ),
  ...basis.options.map(
    (value): Action => ({
      id: `selection.basis.${value}`,
      label: (_state, say) =>
        say('action.selection.basis', { count: selectedPositions().length, basis: say(`basis.${value}`) }),
      menuLabel: (_state, say) => say(`basis.${value}`),
      keys: [],
      isEnabled: hasPositions,
      perform: (application) => changeSelected(application, { basis: value }),
    }),
  ),
  ...[true, false].map(
    (needsResearch): Action => ({
      id: needsResearch ? 'selection.research' : 'selection.researched',
      label: (_state, say) =>
        say(needsResearch ? 'action.selection.research' : 'action.selection.researched', {
          count: selectedPositions().length,
        }),
      menuLabel: (_state, say) => say(needsResearch ? 'pane.yes' : 'pane.no'),
      keys: [],
      isEnabled: hasPositions,
      perform: (application) => changeSelected(application, { needsResearch }),
    }),
  ),
  {
    id: 'selection.remove',
    label: (_state, say) => say('action.selection.remove', { count: selectedPositions().length }),
    keys: ['Delete'],
    leavesKey: true,
    isEnabled: hasPositions,
    perform: removeSelected,
  },
]

function isEditable(): boolean {
  const { selected } = useCompareView.getState()
  return selected !== null && selected.kind !== 'party'
}
