import { useEffect } from 'react'
import { useApi, useApplication } from '../state/application'
import { currentActionState, matchesKey, type Action } from './action'
import { allActions } from './all-actions'

/** Lets keys and the shell's menu do what the actions say. A text being typed keeps its own undo and its letters. */
export function useActionKeys(): void {
  const application = useApplication()
  const api = useApi()

  useEffect(() => {
    const perform = (action: Action | undefined) => {
      if (action?.isEnabled(currentActionState())) void action.perform(application)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const meant = allActions.filter(({ keys }) => keys.some((key) => matchesKey(event, key)))
      const state = currentActionState()
      const action = meant.find((each) => each.isEnabled(state)) ?? meant[0]
      if (!action || (isTyping(event.target) && !worksWhileTyping(action))) return
      if (action.leavesKey && !action.isEnabled(state)) return
      if (event.key === ' ' && pressesItself(event.target)) return
      event.preventDefault()
      perform(action)
    }
    const stopMenu = api.listen('menu.chosen', ({ action: id }) => {
      if (isTyping(document.activeElement) && (id === 'edit.undo' || id === 'edit.redo')) {
        document.execCommand(id === 'edit.undo' ? 'undo' : 'redo')
        return
      }
      perform(allActions.find((action) => action.id === id))
    })
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      stopMenu()
    }
  }, [application, api])
}

const worksWhileTyping = (action: Action) =>
  action.id.startsWith('view.') || ['palette.open', 'briefing.print', 'pair.print'].includes(action.id)

/** A button or link under the focus answers the space bar itself. */
const pressesItself = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('button, a[href], summary, [role=checkbox], input')

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  )
}
