import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

/** Node runs TypeScript, but finds no imports without their endings: the benchmarks are bundled first. */
const root = join(import.meta.dirname, '..')
const outDir = join(root, 'out/bench')
await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: join(import.meta.dirname, 'run.ts'),
    outDir,
    emptyOutDir: true,
    rolldownOptions: {
      external: ['better-sqlite3', 'playwright-core', 'vite'],
      output: { entryFileNames: 'run.js' },
    },
  },
})
await import(pathToFileURL(join(outDir, 'run.js')).href)
