import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname
const at = (path: string) => resolve(root, path)

/** Both shells and the two builders' tools share one set of chunks: engine and db are in `out/main` once. */
const mainEntries = {
  main: at('electron/main.ts'),
  'engine-process': at('electron/engine-process.ts'),
  'reader-process': at('electron/document-reader.ts'),
  demarche: at('cli/main.ts'),
  'engine-worker': at('cli/engine-worker.ts'),
  'document-reader': at('cli/document-reader.ts'),
  'build-sample': at('cli/build-sample.ts'),
  'build-schema': at('cli/build-schema.ts'),
}

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      emptyOutDir: true,
      rolldownOptions: {
        input: mainEntries,
        external: ['better-sqlite3', 'electron', 'playwright-core'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      emptyOutDir: true,
      // A sandboxed preload is one CommonJS file: Electron gives it no module loader beyond `electron` itself.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      // The page's policy is `default-src 'none'` with `'self'` alone: nothing inline, no data addresses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      rolldownOptions: { input: { index: at('renderer/index.html'), print: at('renderer/print.html') } },
    },
  },
})
