import { globSync, readFileSync } from 'node:fs'
import { configDefaults, defineConfig } from 'vitest/config'

/** A file that sets something in place of the real one (a module, Electron, a page) keeps to itself. */
function keepsToItself(file: string): boolean {
  if (file.startsWith('test/electron/')) return true
  return /^vi\.mock\(|^\/\/ @vitest-environment /m.test(readFileSync(file, 'utf8'))
}

const [apart, together] = [true, false].map((isApart) =>
  globSync('test/**/*.test.{ts,tsx}', { cwd: import.meta.dirname }).filter(
    (file) => keepsToItself(file) === isApart,
  ),
)

export default defineConfig({
  test: {
    exclude: [...configDefaults.exclude, 'test/e2e/**'],
    globalSetup: ['test/own-temporary-folder.ts'],
    testTimeout: 20_000,
    // Two of them even on two cores: much of the time goes to waiting for the disk and for commands.
    maxWorkers: 2,
    projects: [
      // Modules read once for all files of a worker: reading them took longer than many of these tests.
      { extends: true, test: { name: 'together', include: together, isolate: false } },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
})
