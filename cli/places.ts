import { dirname, join } from 'node:path'
import { homeFolder } from '../engine/places'

/** Where things are on this machine. */
export type Places = {
  /** The folder that holds package.json, or the packaged application. */
  root: string
  renderer: string
  engineWorker: string
  documentReader: string
  /** The sample as it was built. */
  sample: string
  /** Where recent dossiers and copies of the sample are kept. */
  home: string
}

/** `built` is the folder of the built command line, `out/main`. */
export function findPlaces(built: string, environment: NodeJS.ProcessEnv = process.env): Places {
  const out = dirname(built)
  return {
    root: dirname(out),
    renderer: join(out, 'renderer'),
    engineWorker: join(built, 'engine-worker.js'),
    documentReader: join(built, 'document-reader.js'),
    sample: join(out, 'sample', 'sample.demarche'),
    home: homeFolder(environment),
  }
}
