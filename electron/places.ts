import { userInfo } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import type { EngineStart } from '../engine/channel'

/** What the engine is told when it starts; `outFolder` is where the application was built to. */
export function engineStart(outFolder: string): EngineStart {
  return { user: userName(), homeFolder: homeFolder(), samplePath: samplePath(outFolder) }
}

/** The same folder as the command line uses, so that both have one list of recent dossiers. */
function homeFolder(): string {
  const { DEMARCHE_HOME: chosen, XDG_DATA_HOME: shared } = process.env
  if (chosen) return chosen
  if (process.platform !== 'linux') return join(app.getPath('appData'), 'demarche')
  return join(shared || join(app.getPath('home'), '.local', 'share'), 'demarche')
}

/** SQLite opens files only, so the sample is unpacked from the archive that the rest comes in. */
function samplePath(outFolder: string): string {
  return join(outFolder.replace(/app\.asar(?=$|[\\/])/, 'app.asar.unpacked'), 'sample', 'sample.demarche')
}

/** Stands in the journal; a system without a name for its user is no reason not to start. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'user'
  }
}
