import { join } from 'node:path'
import { build } from 'vite'

const repository = join(import.meta.dirname, '../..')

/** The reader's program as it is shipped: everything in it, nothing beside it. */
export async function buildReader(name: string): Promise<string> {
  // A folder of its own, as it may read nothing outside it.
  const outDir = join(repository, 'out/test', name)
  await build({
    root: repository,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(repository, 'cli/document-reader.ts'),
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: 'document-reader.mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  return join(outDir, 'document-reader.mjs')
}
