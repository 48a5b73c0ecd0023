/// <reference types="vite/client" />
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDispatcher } from '../engine/dispatch'
import { createSession } from '../engine/session'
import { unwrap, type Reply } from '../app/errors'
import { buildSample, sampleAuthor, sampleTitle } from '../sample/content'
import type { SampleApi } from '../sample/sample-api'
import digest from '../sample/digest.txt?raw'

/** Makes the sample anew at `path`, through the same operations as everybody's dossiers. */
export async function buildSampleFile(path: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'demarche-sample-'))
  const decideAgainst = async () => null
  const session = createSession({
    user: sampleAuthor,
    // The day that the sample is read at, so that its history belongs to it.
    now: () => new Date('2025-11-14T09:00:00Z'),
    homeFolder: join(scratch, 'home'),
    samplePath: path,
    desktop: {
      chooseFileToOpen: decideAgainst,
      chooseFileToSave: decideAgainst,
      printPage: () => Promise.reject(new Error('Building the sample prints nothing.')),
    },
    announce: () => {},
  })
  try {
    const dispatch = createDispatcher(session)
    const api: SampleApi = {
      // The dispatcher answers each name with that name's output.
      call: async (name, input) => unwrap((await dispatch(name, input)) as Reply<never>),
    }
    const draft = join(scratch, 'sample.demarche')
    await api.call('dossier.create', { title: sampleTitle, path: draft })
    await buildSample(api, digest)

    mkdirSync(dirname(path), { recursive: true })
    await api.call('dossier.saveAs', { path: `${path}.draft` })
    await api.call('dossier.close', {})
    renameSync(`${path}.draft`, path)
  } finally {
    session.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await buildSampleFile(resolve(process.argv[2] ?? 'out/sample/sample.demarche'))
}
