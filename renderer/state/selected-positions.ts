import type { Input } from '../../app/contract'
import type { PositionId } from '../../app/model/position'
import type { CellPosition } from '../../app/rules/comparison'
import { AppError } from '../../app/errors'
import type { Application } from './application'
import { positionsAt } from './cell-editing'
import { attempt, tell } from './notice'
import { selectedPlaces } from './selection'

export type ManyChanges = Input<'position.changeMany'>['changes']

/** The positions in force in every selected cell. */
export const selectedPositions = (): readonly CellPosition[] =>
  selectedPlaces().flatMap((place) => (place.kind === 'cell' ? positionsAt(place) : []))

/** The same change to all of them, as one step. */
export async function changeSelected({ api, say }: Application, changes: ManyChanges): Promise<void> {
  const ids = selectedPositions().map(({ id }) => id)
  if (ids.length === 0) return
  const done = await attempt(() => api.call('position.changeMany', { ids, changes }))
  if (done) tell(say(done.changed === 0 ? 'entry.nothingOther' : 'entry.changed', { count: done.changed }))
}

export async function removeSelected({ api, say }: Application): Promise<void> {
  const ids = selectedPositions().map(({ id }) => id)
  if (ids.length === 0) return
  const done = await attempt(() => api.call('position.removeMany', { ids }))
  if (done) tell(say('entry.removed', { count: done.removed }))
}

/** A refusal names a position by its id; the person knows it by its words. */
export function inWords(error: AppError, positions: readonly { id: PositionId; text: string }[]): AppError {
  const position = positions.find(({ id }) => id === error.details.cell)
  if (position === undefined) return error
  const cell = position.text.length <= 60 ? position.text : `${position.text.slice(0, 60).toWellFormed()}…`
  return new AppError(error.code, { ...error.details, cell: `“${cell}”` }, { cause: error })
}
