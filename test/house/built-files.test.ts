import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { root } from './planted-tree'

const built = (file: string) => join(root, 'out', file)
const read = (file: string) => readFileSync(built(file), 'utf8')

beforeAll(() => {
  if (!existsSync(built('.stamp'))) throw new Error('Nothing is built yet: run npm run build first.')
})

describe('the preload script', () => {
  test('is one CommonJS file that asks for electron and nothing else', () => {
    const code = read('preload/preload.cjs')
    const required = [...code.matchAll(/\brequire\(\s*(['"`])(.*?)\1\s*\)/g)].map(([, , name]) => name)
    expect(readdirSync(built('preload'))).toEqual(['preload.cjs'])
    expect(required).toEqual(['electron'])
    expect(code).not.toMatch(/^\s*(?:import|export)\b/m)
    expect(code).not.toMatch(/\bimport\s*[.(]/)
  })
})

describe.each(['index.html', 'print.html'])('the page %s', (name) => {
  const page = () => read(join('renderer', name))
  const assets = () => readdirSync(built('renderer'), { recursive: true, encoding: 'utf8' })

  test('holds no script, style or address that its policy would refuse', () => {
    const scripts = [...page().matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    expect(scripts).not.toEqual([])
    for (const [, attributes, text] of scripts) {
      expect(attributes).toMatch(/\bsrc="\.\/assets\//)
      expect(text?.trim()).toBe('')
    }
    expect(page()).not.toMatch(/<style\b|\sstyle=|\son\w+=|(?:src|href)="(?!\.\/)/)
  })

  test('takes fonts and pictures from files, never from addresses that hold their content', () => {
    const sheets = assets().filter((file) => file.endsWith('.css'))
    expect(sheets).not.toEqual([])
    for (const sheet of sheets) {
      const addresses = [...read(join('renderer', sheet)).matchAll(/url\(\s*(['"]?)(.*?)\1\s*\)/g)]
      for (const [, , address] of addresses) expect(assets()).toContain(join('assets', address ?? ''))
    }
    expect(assets().filter((file) => file.endsWith('.woff2'))).not.toEqual([])
  })
})

describe('the programs', () => {
  const programs = [
    'main.js',
    'engine-process.js',
    'reader-process.js',
    'demarche.js',
    'engine-worker.js',
    'document-reader.js',
    'build-sample.js',
    'build-schema.js',
  ]
  const chunks = () => readdirSync(built('main/chunks')).map((file) => join('chunks', file))

  test('are all there', () => {
    expect(programs.filter((file) => !existsSync(built(join('main', file))))).toEqual([])
  })

  test('bring everything with them but Node, Electron, SQLite and the printing browser', () => {
    const outside = [...programs, ...chunks()].flatMap((file) =>
      [...read(join('main', file)).matchAll(/^\s*(?:import|export)\b[^'"\n]*?['"]([^'"\n]+)['"];?$/gm)].map(
        ([, name]) => name ?? '',
      ),
    )
    const packages = outside.filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
    expect([...new Set(packages)].filter((name) => !builtinModules.includes(name)).toSorted()).toEqual([
      'better-sqlite3',
      'electron',
    ])
  })

  test('keep Electron out of the command line', () => {
    for (const file of ['demarche.js', 'engine-worker.js', 'document-reader.js', ...chunks()]) {
      expect(read(join('main', file)), file).not.toMatch(/from ['"]electron['"]/)
    }
  })
})

test('the sample is built', () => {
  expect(readFileSync(built('sample/sample.demarche')).subarray(0, 15).toString()).toBe('SQLite format 3')
})
