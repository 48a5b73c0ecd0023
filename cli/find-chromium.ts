import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import candidates from '../scripts/chromium-candidates.json'

/** A Chromium that is here: the one DEMARCHE_CHROMIUM names, else an installed one, else Playwright's own. */
export async function findChromium(environment: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const named = environment.DEMARCHE_CHROMIUM
  if (named) return isExecutable(named) ? named : null
  const installed = [...onPath(candidates.names, environment), ...candidates.paths].find(isExecutable)
  return installed ?? (await playwrightsOwn())
}

/**
 * The one that prints: the same engine without a browser around it where it is installed, which starts in half the
 * time and takes two thirds of the memory, else the one that shows windows.
 */
export async function findPrinter(environment: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  if (environment.DEMARCHE_CHROMIUM) return findChromium(environment)
  return onPath(candidates.printers, environment).find(isExecutable) ?? (await findChromium(environment))
}

function onPath(names: readonly string[], { PATH = '' }: NodeJS.ProcessEnv): string[] {
  const folders = PATH.split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
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
