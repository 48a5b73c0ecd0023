import { cellFlag, rowOrder } from '../../app/model/comparison-view'
import { currentArrangement } from '../state/arrangement'
import { useCompareView } from '../state/compare-view'
import { layOut, useComparisonView } from '../state/comparison-view'
import {
  beginFinding,
  foldIssue,
  leadTo,
  leaveFinding,
  openLayout,
  useFinding,
  walkFound,
} from '../state/finding'
import { goTo } from '../state/route'
import { plainView, showSavedView, showView, useSavedViews } from '../state/saved-views'
import { hasDossier, isComparing, named, type Action } from './action'
import { columnActions } from './column-actions'

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
    alsoCalled: 'action.layout.open.also',
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
      alsoCalled: 'action.layout.sort.also',
      keys: [`Alt+${at + 1}`],
      isEnabled: isComparing,
      perform: () => layOut({ rowOrder: order }),
    }),
  ),
  {
    id: 'layout.group',
    label: (_state, say) =>
      say(useComparisonView.getState().layout.isGrouped ? 'action.layout.ungroup' : 'action.layout.group'),
    alsoCalled: 'action.layout.group.also',
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
    alsoCalled: 'action.layout.transpose.also',
    keys: ['Alt+T'],
    isEnabled: isComparing,
    perform: () => layOut({ isTransposed: !useComparisonView.getState().layout.isTransposed }),
  },
  {
    id: 'layout.foldRow',
    label: named('action.layout.foldRow'),
    alsoCalled: 'action.layout.fold.also',
    keys: ['-'],
    isEnabled: (state) => isComparing(state) && selectedBranch() !== null,
    perform: foldSelected,
  },
  {
    id: 'layout.foldAll',
    label: named('action.layout.foldAll'),
    alsoCalled: 'action.layout.fold.also',
    keys: ['Alt+-'],
    isEnabled: (state) => isComparing(state) && branches().length > 0,
    perform: () => layOut({ foldedIssues: branches() }),
  },
  {
    id: 'layout.unfoldAll',
    label: named('action.layout.unfoldAll'),
    alsoCalled: 'action.layout.fold.also',
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

export const arrangementActions: readonly Action[] = [
  ...finding,
  ...layout,
  ...columnActions,
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
