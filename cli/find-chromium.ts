import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import candidates from '../scripts/chromium-candidates.json'

/** A Chromium that is here: the one DEMARCHE_CHROMIUM names, else an installed one, else Playwright's own. */
export async function findChromium(environment: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const named = environment.DEMARCHE_CHROMIUM
  if (named) return isExecutable(named) ? named : null
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = candidates.names.flatMap((name) => folders.map((folder) => join(folder, name)))
  const installed = [...onPath, ...candidates.paths].find(isExecutable)
  return installed ?? (await playwrightsOwn())
}

async function playwrightsOwn(): Promise<string | null> {
  try {
    const { chromium } = await import('playwright-core')
    const path = chromium.executablePath()
    return isExecutable(path) ? path : null
  } catch {
    return null
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
