import { wallDoors } from '../app/contract/presenting-contract'
import type { Events } from '../app/contract'
import { AppError, toReplyError } from '../app/errors'
import type { Dispatch } from './dispatch'

/** The engine as the wall's page may ask it: anything else is as if it were not there. */
export function dispatchForWall(dispatch: Dispatch): Dispatch {
  return async (name, input) => {
    const mayAsk = wallDoors.calls.some((call) => call === name)
    return mayAsk ? dispatch(name, input) : toReplyError(new AppError('unknown-operation', { name }))
  }
}

export const wallMayHear = (name: keyof Events): boolean => wallDoors.events.some((event) => event === name)
