import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Bridge } from '../../app/contract/bridge'
import type { Desktop } from '../../engine/desktop'
import { createDispatcher } from '../../engine/dispatch'
import { readDocument } from '../../engine/import/read-document'
import type { ReadApart } from '../../engine/import/read-in-process'
import { createSession } from '../../engine/session'
import { createApi } from '../../renderer/api'

export type TestAppOptions = {
  /** What the person answers to the desktop's questions about files, in turn. */
  chosenPaths?: (string | null)[]
  now?: () => Date
  samplePath?: string
  printPage?: Desktop['printPage']
  endPrinting?: Desktop['endPrinting']
  folder?: string
  /** In this process, unless a test is about the process. */
  readApart?: ReadApart
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'demarche-test-'))
}

/** The whole application without a window: the window's api wired straight to the engine. */
export function startTestApp(options: TestAppOptions = {}) {
  const folder = options.folder ?? temporaryFolder()
  const listeners = new Set<(name: string, payload: unknown) => void>()
  const chosenPaths = [...(options.chosenPaths ?? [])]
  const errors: unknown[] = []
  const choose = async () => chosenPaths.shift() ?? null
  const session = createSession(
    {
      user: 'Ada',
      now: options.now ?? (() => new Date('2025-11-20T09:10:00Z')),
      homeFolder: join(folder, 'home'),
      samplePath: options.samplePath ?? join(folder, 'no-sample.demarche'),
      desktop: {
        chooseFileToOpen: choose,
        chooseFileToSave: choose,
        printPage: options.printPage ?? (async () => new TextEncoder().encode('%PDF-1.7')),
        ...(options.endPrinting === undefined ? {} : { endPrinting: options.endPrinting }),
      },
      readApart:
        options.readApart ??
        (({ bytes, ...request }, { onProgress }) => readDocument(bytes, { ...request, onProgress })),
      announce: (name, payload) => {
        for (const listener of listeners) listener(name, payload)
      },
    },
    (...error) => errors.push(error),
  )
  const dispatch = createDispatcher(session, (...error) => errors.push(error))
  const bridge: Bridge = {
    // Electron clones and the browser shell writes JSON: anything that cannot cross fails here too.
    call: async (name, input) => {
      const reply = await dispatch(name, structuredClone(input))
      // Bytes cross as bytes, into whichever world the window is in.
      if (reply.ok && ArrayBuffer.isView(reply.value)) {
        const { buffer, byteOffset, byteLength } = reply.value
        return { ok: true, value: Uint8Array.from(new Uint8Array(buffer, byteOffset, byteLength)) }
      }
      return JSON.parse(JSON.stringify(reply))
    },
    listen: (wanted, listener) => {
      const relay = (name: string, payload: unknown) => {
        if (name === wanted) listener(payload)
      }
      listeners.add(relay)
      return () => listeners.delete(relay)
    },
  }
  onTestFinished(() => session.close())
  return { api: createApi(bridge), bridge, session, folder, errors }
}

/** The same with an empty dossier open. */
export async function openTestApp(options: TestAppOptions = {}) {
  const app = startTestApp(options)
  const path = join(app.folder, 'test.demarche')
  await app.api.call('dossier.create', { title: 'Test', path })
  return { ...app, path, db: app.session.current().db }
}
