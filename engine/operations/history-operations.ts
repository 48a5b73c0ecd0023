import type { historyContract } from '../../app/contract/history-contract'
import { listChanges } from '../../db/journal'
import type { Handlers } from '../handlers'

export const historyOperations: Handlers<keyof typeof historyContract> = {
  'history.state': (_db, _input, { history }) => history?.state() ?? { canUndo: null, canRedo: null },
  'history.list': (db, input) => listChanges(db, input),
  async 'history.undo'(session) {
    const history = session.currentHistory()
    history.undo()
    return history.state()
  },
  async 'history.redo'(session) {
    const history = session.currentHistory()
    history.redo()
    return history.state()
  },
}
