import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOf, root, rooms } from './planted-tree'

/** Right-to-left and other languages come without rework only while no layout names a side of the screen. */
const sides = [
  /(?:^|[\s;{])(?:(?:scroll-)?(?:margin|padding)-(?:left|right)|border(?:-(?:top|bottom))?-(?:left|right)[\w-]*|left|right)\s*:/,
  /(?:text-align|float|clear)\s*:\s*(?:left|right)\b/,
]
const fourSides = /(?:^|[\s;{])(margin|padding|inset|border-radius)\s*:\s*([^;}]+)/

function namesASide(line: string): boolean {
  if (sides.some((side) => side.test(line))) return true
  const [, , values] = fourSides.exec(line) ?? []
  const [, right, , left] = values?.trim().split(/\s+(?![^(]*\))/) ?? []
  return left !== undefined && left !== right
}

test.each([
  ['margin-left: 1px', true],
  ['  padding-right: var(--space)', true],
  ['.mark { left: 0 }', true],
  ['border-top-left-radius: 2px', true],
  ['text-align: right;', true],
  ['margin: 0 1px 0 2px;', true],
  ['margin: 0 1px 0 1px;', false],
  ['margin: 0 calc(1px + 2px)', false],
  ['margin-inline-start: 1px', false],
  ['inset-inline-end: 0', false],
  ['--space-left: 1px', false],
  ['text-align: start', false],
])('%s names a side: %s', (line, isSide) => {
  expect(namesASide(line)).toBe(isSide)
})

test('no style sheet names a side of the screen', () => {
  const sheets = filesOf(['renderer'], (file) => file.endsWith('.css'))
  expect(sheets).not.toEqual([])
  expect(linesWhere(sheets, namesASide)).toEqual([])
})

test('no element is placed by a side of the screen', () => {
  const components = filesOf(['renderer'], (file) => file.endsWith('.tsx'))
  const placed = /\b(?:margin|padding|border)(?:Left|Right)\b|style=\{\{[^}]*\b(?:left|right)\s*:/
  expect(components).not.toEqual([])
  expect(linesWhere(components, (line) => placed.test(line))).toEqual([])
})

/** Names that stand for nothing on the network: namespaces, and this machine. */
// The first four only name the vocabularies of XML.
const harmlessHosts = [
  'www.w3.org',
  'schemas.openxmlformats.org',
  'schemas.microsoft.com',
  'purl.org',
  '127.0.0.1',
  'localhost',
]

test('no source names a place on the network', () => {
  const sources = filesOf([...rooms, 'bench'], (file) => /\.(?:m?ts|tsx|mjs|css|html|json|svg)$/.test(file))
  const configs = [
    'electron.vite.config.ts',
    'playwright.config.ts',
    'vitest.config.ts',
    'electron-builder.yml',
  ]
  const strangers = linesWhere([...sources, ...configs], (line) =>
    [...line.matchAll(/(?:https?|wss?):\/\/([\w.-]+)/g)].some(
      ([, host]) => !harmlessHosts.includes(host ?? ''),
    ),
  )
  expect(sources.length).toBeGreaterThan(100)
  expect(strangers).toEqual([])
})

function linesWhere(files: string[], isWrong: (line: string) => boolean): string[] {
  return files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (isWrong(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  )
}
