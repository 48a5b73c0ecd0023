import type { Action } from './action'
import { baselineActions } from './baseline-actions'
import { briefingActions } from './briefing-actions'
import { dossierActions } from './dossier-actions'
import { editActions } from './edit-actions'
import { presentingActions } from './presenting-actions'
import { sourceActions } from './source-actions'
import { viewActions } from './view-actions'

export const allActions: readonly Action[] = [
  ...editActions,
  ...viewActions,
  ...baselineActions,
  ...sourceActions,
  ...presentingActions,
  ...briefingActions,
  ...dossierActions,
]

export function actionOf(id: string): Action {
  const action = allActions.find((candidate) => candidate.id === id)
  if (!action) throw new Error(`No action “${id}”.`)
  return action
}
