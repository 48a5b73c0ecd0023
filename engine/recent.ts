import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { RecentDossier } from '../app/contract/dossier-contract'
import { writeWholeFile } from './write-file'

const kept = z.array(z.object({ path: z.string(), title: z.string(), openedAt: z.string() }))
const keptAtMost = 20

/** Newest first. A list that cannot be read is an empty one: it holds nothing that is not elsewhere. */
export function listRecent(homeFolder: string): RecentDossier[] {
  return readKept(homeFolder).map((recent) => ({ ...recent, isMissing: !existsSync(recent.path) }))
}

export function rememberRecent(homeFolder: string, opened: z.infer<typeof kept>[number]): void {
  const others = readKept(homeFolder).filter((recent) => recent.path !== opened.path)
  writeKept(homeFolder, [opened, ...others].slice(0, keptAtMost))
}

export function forgetRecent(homeFolder: string, path: string): void {
  writeKept(
    homeFolder,
    readKept(homeFolder).filter((recent) => recent.path !== path),
  )
}

const fileIn = (homeFolder: string) => join(homeFolder, 'recent.json')

function readKept(homeFolder: string): z.infer<typeof kept> {
  try {
    return kept.parse(JSON.parse(readFileSync(fileIn(homeFolder), 'utf8')))
  } catch {
    return []
  }
}

function writeKept(homeFolder: string, recent: z.infer<typeof kept>): void {
  mkdirSync(homeFolder, { recursive: true })
  writeWholeFile(fileIn(homeFolder), JSON.stringify(recent, null, 2))
}
