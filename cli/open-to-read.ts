import { resolve } from 'node:path'
import type { Input, OperationName, Output } from '../app/contract'
import { unwrap, type Reply } from '../app/errors'
import { createDispatcher, type Dispatch } from '../engine/dispatch'
import { readInProcess } from '../engine/import/read-in-process'
import { createSession } from '../engine/session'
import type { CommandContext } from './command'
import { userName } from '../engine/places'
import { startReader } from './start-reader'

export type Call = <Name extends OperationName>(name: Name, input: Input<Name>) => Promise<Output<Name>>

/** Asks the engine, in this process, about a dossier that stays as it is. */
export async function withDossierToRead<T>(
  file: string,
  context: CommandContext,
  ask: (call: Call) => Promise<T>,
): Promise<T> {
  const session = createSessionHere(context)
  try {
    session.openPath(resolve(file), { toRead: true })
    return await ask(createCall(createDispatcher(session)))
  } finally {
    session.close()
  }
}

/** The same, for a dossier that is changed unless it is only looked at. */
export async function withDossierToEdit<T>(
  file: string,
  { isReadOnly }: { isReadOnly: boolean },
  context: CommandContext,
  ask: (call: Call) => Promise<T>,
): Promise<T> {
  const session = createSessionHere(context)
  try {
    session.openPath(resolve(file), { toRead: isReadOnly })
    return await ask(createCall(createDispatcher(session)))
  } finally {
    session.close()
  }
}

/** The engine in this process, with nobody to ask about files and nothing to print with. */
export function createSessionHere({ places, now }: CommandContext) {
  const decideAgainst = async () => null
  return createSession({
    user: userName(),
    now,
    homeFolder: places.home,
    samplePath: places.sample,
    desktop: {
      chooseFileToOpen: decideAgainst,
      chooseFileToSave: decideAgainst,
      printPage: () => Promise.reject(new Error('Nothing is printed here.')),
    },
    announce: () => {},
    readApart: readInProcess(() => startReader(places.documentReader)),
  })
}

export function createCall(dispatch: Dispatch): Call {
  // The dispatcher answers each name with that name's output.
  return async (name, input) => unwrap((await dispatch(name, input)) as Reply<never>)
}
