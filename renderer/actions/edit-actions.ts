import type { MessageId } from '../../app/messages/en'
import { english } from '../../app/messages/en'
import type { Say } from '../../app/messages/say'
import { attempt } from '../state/notice'
import type { Action } from './action'

/** What an operation is called in the history and beside undo. */
function operationLabel(say: Say, operation: string): string {
  const id = `operation.${operation}`
  return Object.hasOwn(english, id) ? say(id as MessageId) : operation
}

export const editActions: readonly Action[] = [
  {
    id: 'edit.undo',
    label: ({ history }, say) =>
      history.canUndo === null
        ? say('action.undo')
        : say('action.undo.what', { what: operationLabel(say, history.canUndo) }),
    keys: ['Mod+Z'],
    isEnabled: ({ history }) => history.canUndo !== null,
    perform: ({ api }) => attempt(() => api.call('history.undo', {})),
  },
  {
    id: 'edit.redo',
    label: ({ history }, say) =>
      history.canRedo === null
        ? say('action.redo')
        : say('action.redo.what', { what: operationLabel(say, history.canRedo) }),
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    isEnabled: ({ history }) => history.canRedo !== null,
    perform: ({ api }) => attempt(() => api.call('history.redo', {})),
  },
]
