import { join } from 'node:path'
import type { EngineStart } from '../engine/channel'
import { homeFolder, userName } from '../engine/places'

/** What the engine is told when it starts; `outFolder` is where the application was built to. */
export function engineStart(outFolder: string): EngineStart {
  return { user: userName(), homeFolder: homeFolder(), samplePath: samplePath(outFolder) }
}

/** SQLite opens files only, so the sample is unpacked from the archive that the rest comes in. */
function samplePath(outFolder: string): string {
  return join(outFolder.replace(/app\.asar(?=$|[\\/])/, 'app.asar.unpacked'), 'sample', 'sample.demarche')
}
