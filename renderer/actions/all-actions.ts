import type { Action } from './action'
import { arrangementActions } from './arrangement-actions'
import { baselineActions } from './baseline-actions'
import { briefingActions } from './briefing-actions'
import { dossierActions } from './dossier-actions'
import { editActions } from './edit-actions'
import { exportActions } from './export-actions'
import { entryActions } from './entry-actions'
import { sideBySideActions } from './side-by-side-actions'
import { presentingActions } from './presenting-actions'
import { sourceActions } from './source-actions'
import { timeActions } from './time-actions'
import { viewActions } from './view-actions'

export const allActions: readonly Action[] = [
  ...editActions,
  ...viewActions,
  ...sideBySideActions,
  ...arrangementActions,
  ...baselineActions,
  ...timeActions,
  ...entryActions,
  ...sourceActions,
  ...presentingActions,
  ...briefingActions,
  ...exportActions,
  ...dossierActions,
]

export function actionOf(id: string): Action {
  const action = allActions.find((candidate) => candidate.id === id)
  if (!action) throw new Error(`No action “${id}”.`)
  return action
}
