import { join } from 'node:path'
import { unwrap } from '../app/errors'
import type { AllRecords, RecordKind } from '../app/model/records'
import { startBrowserShell } from '../cli/browser-shell/browser-shell'
import { insertRecord } from '../db/tables/records'
import { createDispatcher } from '../engine/dispatch'
import { createSession, type Session } from '../engine/session'
import { wideDossier } from './wide-records'

/** The engine behind the browser shell, without a window, on a dossier with a comparison of that size. */
export async function openWideDossier(
  folder: string,
  size: { issues: number; parties: number; statements: number },
  rendererFolder: string,
  onAnnounce: (name: string, payload: unknown) => void = () => {},
) {
  let session: Session | null = null
  const shell = await startBrowserShell({
    rendererFolder,
    startEngine({ desktop, announce }) {
      const started = createSession({
        user: 'bench',
        now: () => new Date(),
        homeFolder: join(folder, 'home'),
        samplePath: '',
        desktop,
        announce(name, payload) {
          announce(name, payload)
          onAnnounce(name, payload)
        },
      })
      session = started
      return { dispatch: createDispatcher(started), stop: async () => started.close() }
    },
  })
  unwrap(
    await shell.dispatch('dossier.create', {
      title: 'A very wide comparison',
      path: join(folder, 'wide.demarche'),
    }),
  )
  fill(session!, size)
  return shell
}

function fill(session: Session, size: Parameters<typeof wideDossier>[0]): void {
  const { records } = wideDossier(size)
  session.currentHistory().record('bench', () => {
    const { db } = session.current()
    for (const [kind, list] of Object.entries(records)) {
      for (const record of list) {
        insertRecord(db, kind as RecordKind, record as AllRecords[RecordKind][number])
      }
    }
  })
}
