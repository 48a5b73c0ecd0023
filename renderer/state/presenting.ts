import { create } from 'zustand'
import type { Input } from '../../app/contract'
import type { PresenterState, WallMove } from '../../app/contract/presenting-contract'
import type { Api } from '../api'
import { attempt, showFailure } from './notice'
import { goTo } from './route'

/** What the engine says of the room that is being led; undefined until it has, null while there is none. */
export const usePresenting = create<{ state: PresenterState | null | undefined }>(() => ({
  state: undefined,
}))

type Sheet = 'keys' | null

/** What the presenter has open beside it; neither saved nor undone. */
export const usePresenterView = create<{
  /** The wall is shown in this window, and the notes are hidden. */
  isWallHere: boolean
  sheet: Sheet
}>(() => ({ isWallHere: false, sheet: null }))

export function followPresenting(api: Api): () => void {
  const stop = api.listen('presenting.changed', (state) => {
    usePresenting.setState({ state })
    if (state === null) usePresenterView.setState({ isWallHere: false, sheet: null })
  })
  api.call('presenting.state', {}).then((state) => usePresenting.setState({ state }), showFailure)
  return stop
}

export const move = (api: Api, to: WallMove | { issue: number; step?: number }): void =>
  void api.call('presenting.move', { to }).catch(showFailure)

export const show = (api: Api, wish: Input<'presenting.show'>): void =>
  void api.call('presenting.show', wish).catch(showFailure)

/** The wall on another display, or, where the shell has none, its page in a window of its own. */
export async function openWall(api: Api): Promise<void> {
  const { address } = await api.call('presenting.openWall', {})
  if (address !== null) window.open(address, '_blank', 'noopener,popup,width=1280,height=720')
}

/** A workshop that is over leaves a record, which is what comes next. */
export async function endPresenting(api: Api): Promise<void> {
  const workshop = usePresenting.getState().state?.workshop
  const ended = await attempt(() => api.call('presenting.end', {}))
  if (ended === null && workshop) goTo('record', { workshop: workshop.id })
}

export const isPresenting = (): boolean => {
  const { state } = usePresenting.getState()
  return state !== null && state !== undefined
}
