import { readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { desktopContract, FolderEntry } from '../../app/contract/desktop-contract'
import type { Handlers } from '../handlers'

export const desktopOperations: Handlers<keyof typeof desktopContract> = {
  async 'desktop.answer'(session, answer) {
    await session.desktop.answer?.(answer)
    return null
  },

  async 'desktop.listFolder'(_session, { folder, extension }) {
    const whole = resolve(folder)
    const parent = dirname(whole)
    return { folder: whole, parent: parent === whole ? null : parent, entries: readFolder(whole, extension) }
  },
}

function readFolder(folder: string, extension: string): FolderEntry[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .flatMap((name) => {
        const path = join(folder, name)
        const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
        return isFolder || name.endsWith(`.${extension}`) ? [{ name, path, isFolder }] : []
      })
      .toSorted((a, b) => Number(b.isFolder) - Number(a.isFolder) || a.name.localeCompare(b.name))
  } catch {
    return []
  }
}
