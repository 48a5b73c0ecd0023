import { homedir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'

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
    home: environment.DEMARCHE_HOME || join(folderForApplications(environment), 'demarche'),
  }
}

function folderForApplications(environment: NodeJS.ProcessEnv): string {
  switch (process.platform) {
    case 'win32':
      return environment.APPDATA || join(homedir(), 'AppData', 'Roaming')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support')
    default:
      return environment.XDG_DATA_HOME || join(homedir(), '.local', 'share')
  }
}

/** Who edits, as the journal calls them. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    // A user number without a name, as in a container.
    return `${process.getuid?.() ?? 'user'}`
  }
}
