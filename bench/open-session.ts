import { join } from 'node:path'
import { unwrap } from '../app/errors'
import { createDispatcher } from '../engine/dispatch'
import { createSession, type SessionOptions } from '../engine/session'

const nobody = async () => null

/** The engine without a window, on a new dossier in the folder. */
export async function openSession(
  folder: string,
  options: Pick<Partial<SessionOptions>, 'announce' | 'readApart'> = {},
) {
  const session = createSession({
    user: 'bench',
    now: () => new Date(),
    homeFolder: join(folder, 'home'),
    samplePath: '',
    desktop: {
      chooseFileToOpen: nobody,
      chooseFileToSave: nobody,
      printPage: () => Promise.reject(new Error('Nothing is printed here.')),
    },
    announce: () => {},
    ...options,
  })
  const dispatch = createDispatcher(session)
  unwrap(await dispatch('dossier.create', { title: 'Bench', path: join(folder, 'ours.demarche') }))
  return { session, dispatch }
}
