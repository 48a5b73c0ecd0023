import { resolve } from 'node:path'

/** What a person wants to see in a window. */
export type Wanted = { kind: 'file'; path: string } | { kind: 'sample' }

export const wantedFile = (path: string): Wanted => ({ kind: 'file', path: resolve(path) })

/** From a command line of ours; Electron's own options, and the application's folder as it is run unpackaged, are not files. */
export function wantedIn(argv: readonly string[], { folder, appPath }: { folder: string; appPath: string }) {
  const words = argv.slice(1)
  const files = words
    .filter((word) => word !== '' && !word.startsWith('-'))
    .map((word) => resolve(folder, word))
    .filter((path) => path !== resolve(appPath))
  const sample: Wanted[] = words.includes('--sample') ? [{ kind: 'sample' }] : []
  return [...sample, ...files.map(wantedFile)]
}
