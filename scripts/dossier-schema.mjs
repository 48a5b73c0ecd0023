import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { at, tell } from './setup/run.mjs'

/** Writes the JSON Schema of an exported dossier from its models. Node finds no imports without endings, so it is bundled first. */
// The packages are there by the time that somebody changes a model.
const { build } = await import('vite')
const outDir = mkdtempSync(at('node_modules/.dossier-schema-'))
try {
  await build({
    root: at('.'),
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: at('engine/export/dossier-schema.ts'),
      outDir,
      rolldownOptions: { output: { entryFileNames: 'schema.mjs' } },
    },
  })
  const { dossierSchema } = await import(pathToFileURL(join(outDir, 'schema.mjs')).href)
  writeFileSync(at('docs/dossier.schema.json'), dossierSchema())
  tell('docs/dossier.schema.json is written.')
} finally {
  rmSync(outDir, { recursive: true, force: true })
}
