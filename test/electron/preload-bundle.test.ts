import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'

test('the preload becomes one CommonJS file that needs nothing but electron', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      ssr: join(import.meta.dirname, '../../electron/preload.ts'),
      rolldownOptions: { external: ['electron'], output: { format: 'cjs' } },
    },
  })
  // Neither several outputs nor a watch was asked for.
  const { output } = built as Rolldown.RolldownOutput

  expect(output).toHaveLength(1)
  const [{ code, imports, dynamicImports }] = output
  expect(imports).toEqual(['electron'])
  expect(dynamicImports).toEqual([])
  expect([...code.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"'])
})
