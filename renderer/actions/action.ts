import type { MessageId } from '../../app/messages/en'
import type { Say } from '../../app/messages/say'
import type { HistoryState } from '../../app/contract/history-contract'
import type { OpenedDossier } from '../../app/contract/dossier-contract'
import type { Application } from '../state/application'
import { columnOf, useColumns, type Column } from '../state/columns'
import { useCompareView } from '../state/compare-view'
import { useOpened } from '../state/opened'
import { useRoute, type Screen } from '../state/route'

export type ActionState = {
  opened: OpenedDossier | null
  history: HistoryState
  screen: Screen
  /** The party in whose column the selection is. */
  column: Column | null
  /** The party that the others are compared with. */
  baseline: Column | null
}

/** Everything that can be done from a menu, a key or the palette, as data that feeds all three. */
export type Action = {
  id: string
  label: (state: ActionState, say: Say) => string
  /** In a menu that already says what it is about. */
  menuLabel?: (state: ActionState, say: Say) => string
  /** Other words that somebody may type who looks for it. */
  alsoCalled?: MessageId
  /** As in `Mod+Z`, where Mod is Ctrl, or ⌘ on a Mac. The first one is shown. */
  keys: readonly string[]
  isEnabled: (state: ActionState) => boolean
  /** Where it is not enabled, its key is left to what has the focus. */
  leavesKey?: true
  /** A menu may be about another column than the selected one, and then gives that state. */
  perform: (application: Application, state?: ActionState) => Promise<unknown> | void
}

export const named = (id: MessageId) => (_state: ActionState, say: Say) => say(id)
export const always = () => true
export const hasDossier = ({ opened }: ActionState) => opened !== null
export const isComparing = ({ opened, screen }: ActionState) => opened !== null && screen === 'compare'
export const canWrite = ({ opened }: ActionState) => opened !== null && !opened.isReadOnly

export function useActionState(): ActionState {
  const opened = useOpened((state) => state.opened) ?? null
  const history = useOpened((state) => state.history)
  const screen = useRoute((route) => route.screen)
  const columns = useColumns((state) => state.columns)
  const selected = useCompareView((view) => view.selected)
  const baselineId = useCompareView((view) => view.baselineId)
  return {
    opened,
    history,
    screen,
    column: selected && 'partyId' in selected ? columnOf(columns, selected.partyId) : null,
    baseline: columnOf(columns, baselineId),
  }
}

export function currentActionState(): ActionState {
  const { opened, history } = useOpened.getState()
  const { columns } = useColumns.getState()
  const { selected, baselineId } = useCompareView.getState()
  return {
    opened: opened ?? null,
    history,
    screen: useRoute.getState().screen,
    column: selected && 'partyId' in selected ? columnOf(columns, selected.partyId) : null,
    baseline: columnOf(columns, baselineId),
  }
}

const isMac = navigator.platform.startsWith('Mac')

const arrows = { Left: '←', Right: '→', Up: '↑', Down: '↓' }

/** A key as the reader finds it on the keyboard. */
export function keyLabel(key: string): string {
  const named = key.replace(/Arrow(Left|Right|Up|Down)/, (_key, to: keyof typeof arrows) => arrows[to])
  if (isMac) return named.replace('Mod+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥')
  return named.replace('Mod+', 'Ctrl ').replace('Shift+', 'Shift ').replace('Alt+', 'Alt ')
}

/** Whether a key press is the one that `key` names. */
export function matchesKey(event: KeyboardEvent, key: string): boolean {
  const parts = key.split('+')
  const wanted = parts.at(-1)!
  const mod = isMac ? event.metaKey : event.ctrlKey
  const other = isMac ? event.ctrlKey : event.metaKey
  return (
    event.key.toLowerCase() === wanted.toLowerCase() &&
    mod === parts.includes('Mod') &&
    event.altKey === parts.includes('Alt') &&
    (event.shiftKey === parts.includes('Shift') || wanted === '/' || wanted === '?') &&
    !other
  )
}
