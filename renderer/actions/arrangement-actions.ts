import { cellFlag, rowOrder } from '../../app/model/comparison-view'
import { currentArrangement } from '../state/arrangement'
import { useCompareView } from '../state/compare-view'
import { layOut, showColumns, useComparisonView } from '../state/comparison-view'
import {
  beginFinding,
  columnActs,
  foldIssue,
  leadTo,
  leaveFinding,
  openLayout,
  useFinding,
  walkFound,
} from '../state/finding'
import { goTo } from '../state/route'
import { plainView, showSavedView, showView, useSavedViews } from '../state/saved-views'
import { currentActionState, hasDossier, named, type Action, type ActionState } from './action'

const isComparing = ({ opened, screen }: ActionState) => opened !== null && screen === 'compare'
const hasColumn = (state: ActionState) => isComparing(state) && state.column !== null
const isLooking = () => currentArrangement()?.arrangement.isLookingFor === true

const finding: readonly Action[] = [
  {
    id: 'finding.open',
    label: named('action.finding.open'),
    keys: ['Mod+Shift+F'],
    isEnabled: hasDossier,
    perform() {
      goTo('compare')
      beginFinding()
    },
  },
  {
    id: 'finding.showAll',
    label: named('action.finding.showAll'),
    keys: ['Mod+Shift+X'],
    isEnabled: (state) => isComparing(state) && (isLooking() || useFinding.getState().isOpen),
    perform: leaveFinding,
  },
  {
    id: 'finding.next',
    label: (_state, say) => say(isLooking() ? 'action.finding.next' : 'action.finding.nextGap'),
    keys: ['F8'],
    isEnabled: isComparing,
    perform: () => walkFound(1),
  },
  {
    id: 'finding.previous',
    label: (_state, say) => say(isLooking() ? 'action.finding.previous' : 'action.finding.previousGap'),
    keys: ['Shift+F8'],
    isEnabled: isComparing,
    perform: () => walkFound(-1),
  },
  ...cellFlag.options.map(
    (flag): Action => ({
      id: `finding.flag.${flag}`,
      label: named(`action.finding.flag.${flag}`),
      keys: [],
      isEnabled: (state) =>
        hasDossier(state) && (flag !== 'changed' || useCompareView.getState().since !== null),
      perform: () => leadTo(flag),
    }),
  ),
]

const layout: readonly Action[] = [
  {
    id: 'layout.open',
    label: named('action.layout.open'),
    keys: ['Mod+Shift+L'],
    isEnabled: hasDossier,
    perform() {
      goTo('compare')
      openLayout(true)
    },
  },
  ...rowOrder.options.map(
    (order, at): Action => ({
      id: `layout.sort.${order}`,
      label: named(`action.layout.sort.${order}`),
      keys: [`Alt+${at + 1}`],
      isEnabled: isComparing,
      perform: () => layOut({ rowOrder: order }),
    }),
  ),
  {
    id: 'layout.group',
    label: (_state, say) =>
      say(useComparisonView.getState().layout.isGrouped ? 'action.layout.ungroup' : 'action.layout.group'),
    keys: ['Alt+G'],
    isEnabled: isComparing,
    perform: () => layOut({ isGrouped: !useComparisonView.getState().layout.isGrouped }),
  },
  {
    id: 'layout.transpose',
    label: (_state, say) =>
      say(
        useComparisonView.getState().layout.isTransposed
          ? 'action.layout.turnBack'
          : 'action.layout.transpose',
      ),
    keys: ['Alt+T'],
    isEnabled: isComparing,
    perform: () => layOut({ isTransposed: !useComparisonView.getState().layout.isTransposed }),
  },
  {
    id: 'layout.foldRow',
    label: named('action.layout.foldRow'),
    keys: ['-'],
    isEnabled: (state) => isComparing(state) && selectedBranch() !== null,
    perform: foldSelected,
  },
  {
    id: 'layout.foldAll',
    label: named('action.layout.foldAll'),
    keys: ['Alt+-'],
    isEnabled: (state) => isComparing(state) && branches().length > 0,
    perform: () => layOut({ foldedIssues: branches() }),
  },
  {
    id: 'layout.unfoldAll',
    label: named('action.layout.unfoldAll'),
    keys: ['Alt+='],
    isEnabled: (state) => isComparing(state) && useComparisonView.getState().layout.foldedIssues.length > 0,
    perform: () => layOut({ foldedIssues: [] }),
  },
]

/** Every issue that others nest in. */
function branches() {
  const issues = currentArrangement()?.reading.issues ?? []
  const parents = new Set(issues.map(({ parentId }) => parentId))
  return issues.filter(({ id }) => parents.has(id)).map(({ id }) => id)
}

function selectedBranch() {
  const { selected } = useCompareView.getState()
  if (selected === null || !('issueId' in selected)) return null
  const row = currentArrangement()?.arrangement.rows.find(({ issue }) => issue.id === selected.issueId)
  return row && row.branch > 0 ? row : null
}

function foldSelected(): void {
  const row = selectedBranch()
  if (row !== null) foldIssue(row.issue.id)
}

type ColumnActId = 'hide' | 'pin' | 'earlier' | 'later' | 'fold'

const columnAction = (
  id: ColumnActId,
  key: string,
  perform: (partyId: NonNullable<ActionState['column']>['partyId']) => void,
): Action => ({
  id: `column.${id}`,
  label: ({ column }, say) => say(`action.column.${id}`, { party: column?.name ?? say('action.column.any') }),
  keys: [key],
  isEnabled: hasColumn,
  perform() {
    const { column } = currentActionState()
    if (column) perform(column.partyId)
  },
})

const columns: readonly Action[] = [
  columnAction('hide', 'Alt+H', columnActs.hide),
  columnAction('pin', 'Alt+P', columnActs.pin),
  columnAction('earlier', 'Alt+Shift+ArrowLeft', (id) => columnActs.step(id, -1)),
  columnAction('later', 'Alt+Shift+ArrowRight', (id) => columnActs.step(id, 1)),
  {
    ...columnAction('fold', 'Alt+M', columnActs.fold),
    isEnabled: (state) => hasColumn(state) && isCoalition(state),
  },
  {
    id: 'column.showAll',
    label: named('action.column.showAll'),
    keys: [],
    isEnabled: (state) => isComparing(state) && useComparisonView.getState().parties !== null,
    perform: () => showColumns(null),
  },
]

function isCoalition({ column }: ActionState): boolean {
  const shown = currentArrangement()?.arrangement.columns
  return shown?.some(({ party, members }) => party.id === column?.partyId && members.length > 0) ?? false
}

export const arrangementActions: readonly Action[] = [
  ...finding,
  ...layout,
  ...columns,
  {
    id: 'view.plain',
    label: named('action.view.plain'),
    keys: [],
    isEnabled: isComparing,
    perform: () => showView(plainView),
  },
]

/** One for each saved view, for where it is chosen by its name. */
export const savedViewChoices = (): Action[] =>
  useSavedViews.getState().views.map((saved) => ({
    id: `view.saved ${saved.id}`,
    label: (_state, say) => say('action.view.saved', { name: saved.name }),
    keys: [],
    isEnabled: hasDossier,
    perform() {
      goTo('compare')
      showSavedView(saved)
    },
  }))
