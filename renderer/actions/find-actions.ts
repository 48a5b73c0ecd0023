import type { Say } from '../../app/messages/say'
import { foldText } from '../../app/rules/fold-text'
import type { Action, ActionState } from './action'

export type FoundAction = { action: Action; label: string; isEnabled: boolean }

/** The actions whose name, name in a menu, or other names hold all that was typed; those that can be done now first. */
export function findActions(
  actions: readonly Action[],
  words: string,
  { state, say }: { state: ActionState; say: Say },
): FoundAction[] {
  const terms = foldText(words).split(/\s+/)
  return actions
    .map((action) => ({ action, label: action.label(state, say), isEnabled: action.isEnabled(state) }))
    .filter(({ action, label }) => {
      const named = [label, action.menuLabel?.(state, say), action.alsoCalled && say(action.alsoCalled)]
      const names = foldText(named.join('\n'))
      return terms.every((term) => names.includes(term))
    })
    .toSorted((a, b) => Number(b.isEnabled) - Number(a.isEnabled))
}
