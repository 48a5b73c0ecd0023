import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

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

/** What React Aria says to a screen reader, in English like everything else here; it brings 34 languages. */
const englishAlone: Plugin = {
  name: 'english-alone',
  enforce: 'pre',
  transform(code, id) {
    if (!/react-aria.*intlStrings\.mjs/.test(id)) return null
    const isOther = (line: string) => /^(import .*\/|\s*")(?!en-US)[a-z]{2}-[A-Z]{2}/.test(line)
    const lines = code.split('\n').filter((line) => !isOther(line))
    return { code: lines.join('\n'), map: null }
  },
}

/** Scripts in which every letter is one byte take half the memory: one curled quotation mark doubles them. */
const lettersOfOneByte: Plugin = {
  name: 'letters-of-one-byte',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      // A backslash before a letter says nothing, and before an escape would undo it.
      chunk.code = chunk.code.replace(/(\\*)([^\0-\xff])/g, (_all, slashes: string, letter: string) => {
        const kept = slashes.slice(slashes.length % 2)
        return `${kept}\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
      })
    }
  },
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
    plugins: [react(), englishAlone, lettersOfOneByte],
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
