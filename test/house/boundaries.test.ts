import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Finding, lintFindings, plantTree, type Room, rooms, typeErrors } from './planted-tree'

const others = (...known: Room[]) =>
  [...rooms, 'test' as const, 'bench' as const].filter((room) => !known.some((one) => one === room))

/** What each room may not know: the other rooms, and packages that belong elsewhere. */
const forbidden: Record<Room, string[]> = {
  app: [...besides('app'), 'node:fs', 'fs', 'better-sqlite3', 'react', 'electron', 'zustand'],
  db: [...besides('db', 'app'), 'react', 'electron', 'playwright-core'],
  engine: [...besides('engine', 'app', 'db'), 'better-sqlite3', 'electron', 'react', 'playwright-core'],
  renderer: [...besides('renderer', 'app'), 'node:fs', 'node:fs/promises', 'better-sqlite3', 'electron'],
  electron: [...besides('electron', 'app', 'engine'), 'better-sqlite3', 'react', 'playwright-core'],
  cli: [...besides('cli', 'app', 'engine', 'sample', 'scripts'), 'better-sqlite3', 'electron', 'react'],
  sample: [...besides('sample', 'app'), 'node:fs', 'better-sqlite3'],
  scripts: [...besides('scripts'), 'better-sqlite3', 'react', 'zod'],
}

const allowed: Record<Room, string[]> = {
  app: ['zod', 'intl-messageformat', '../anything'],
  db: ['../app/anything', 'better-sqlite3', 'node:path', 'node:fs/promises'],
  engine: ['../app/anything', '../db/anything', '../../db/tables/records', 'zod', 'node:fs'],
  renderer: [
    '../app/anything',
    'react',
    'react-dom/client',
    'react-aria-components',
    '@tanstack/react-virtual',
    'zustand',
  ],
  electron: ['../app/anything', '../engine/anything', 'electron', 'node:path'],
  cli: ['../app/anything', '../engine/anything', '../sample/anything', 'playwright-core', 'node:http'],
  sample: ['../app/anything', './frame'],
  scripts: ['node:fs', './setup/run.mjs'],
}

function besides(...known: Room[]): string[] {
  return others(...known).flatMap((room) => [`../${room}/anything`, `../../${room}/anything`])
}

const imported = (from: string) => `import '${from}'\n`
const fileFor = (room: Room, as: string, index: number) => `${room}/${as}-${index}.ts`

describe('a forbidden import is found by lint', () => {
  let findings: Finding[] = []
  beforeAll(() => {
    const files = rooms.flatMap((room) => [
      ...forbidden[room].map((from, index) => [fileFor(room, 'forbidden', index), imported(from)] as const),
      ...allowed[room].map((from, index) => [fileFor(room, 'allowed', index), imported(from)] as const),
      [`${room}/typed.ts`, `export type { Anything } from '../${firstOther(room)}/anything'\n`] as const,
      [`${room}/late.ts`, `export const late = () => import('../${firstOther(room)}/anything')\n`] as const,
    ])
    const tree = plantTree(Object.fromEntries(files))
    findings = lintFindings(tree.folder).filter(({ rule }) => rule === 'no-restricted-imports')
    tree.remove()
  })

  const isFound = (file: string) => findings.some((finding) => finding.file === file)

  test.each(rooms)('in %s, and what belongs there is not', (room) => {
    const missed = forbidden[room].filter((_, index) => !isFound(fileFor(room, 'forbidden', index)))
    const refused = allowed[room].filter((_, index) => isFound(fileFor(room, 'allowed', index)))
    expect({ missed, refused }).toEqual({ missed: [], refused: [] })
  })

  test.each(rooms)('in %s, as a type and at run time too', (room) => {
    expect({ asType: isFound(`${room}/typed.ts`), late: isFound(`${room}/late.ts`) }).toEqual({
      asType: true,
      late: true,
    })
  })
})

function firstOther(room: Room): string {
  return room === 'renderer' ? 'engine' : 'renderer'
}

describe('what a room may not touch is unknown to its compiler', () => {
  const usesNode = `import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n`
  const usesPage = 'export const title = document.title\n'
  let tree: ReturnType<typeof plantTree>
  beforeAll(() => {
    const noPage = ['app', 'db', 'engine', 'electron', 'cli', 'sample'].map(
      (room) => [`${room}/uses-page.ts`, usesPage] as const,
    )
    const noNode = ['app', 'renderer', 'sample'].map((room) => [`${room}/uses-node.ts`, usesNode] as const)
    tree = plantTree(Object.fromEntries([...noPage, ...noNode]))
  })
  afterAll(() => tree.remove())

  test.each(['app', 'renderer', 'sample'] as const)('Node in %s', (room) => {
    expect(typeErrors(tree.folder, room)).toContain(`${room}/uses-node.ts`)
  })

  test.each(['app', 'db', 'engine', 'electron', 'cli', 'sample'] as const)('the page in %s', (room) => {
    expect(typeErrors(tree.folder, room)).toContain(`${room}/uses-page.ts`)
  })
})
