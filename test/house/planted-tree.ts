import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'

export const root = dirname(dirname(import.meta.dirname))

export const rooms = ['app', 'db', 'engine', 'renderer', 'electron', 'cli', 'sample', 'scripts'] as const
export type Room = (typeof rooms)[number]

export type Finding = { file: string; rule: string }

/** The house's rules over an otherwise empty house, so that planting disturbs nobody who works in the real one. */
export function plantTree(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-planted-'))
  for (const config of ['.oxlintrc.json', 'tsconfig.base.json', 'package.json']) {
    cpSync(join(root, config), join(folder, config))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const room of [...rooms, 'test', 'bench']) {
    mkdirSync(join(folder, room))
    cpSync(join(root, room, 'tsconfig.json'), join(folder, room, 'tsconfig.json'))
    writeFileSync(join(folder, room, 'anything.ts'), 'export const anything = 1\n')
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

const oxlintReport = z.object({
  diagnostics: z.array(z.object({ filename: z.string(), code: z.string() })),
})

export function lintFindings(folder: string): Finding[] {
  const ran = runTool('oxlint/bin/oxlint', ['--type-aware', '--format', 'json', ...rooms, 'test'], folder)
  return oxlintReport
    .parse(JSON.parse(ran))
    .diagnostics.map(({ filename, code }) => ({ file: filename, rule: code.replace(/^.*\(|\)$/g, '') }))
}

/** The compiler's complaints about one room. */
export function typeErrors(folder: string, room: Room): string {
  return runTool('typescript/bin/tsc', ['-p', room], folder)
}

export function runTool(script: string, args: string[], folder: string): string {
  const ran = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 32 * 1024 * 1024,
  })
  if (ran.error) throw ran.error
  return `${ran.stdout}${ran.stderr}`
}

/** Files below folders of the house, relative to its root. */
export function filesOf(folders: readonly string[], isWanted: (file: string) => boolean): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter(isWanted),
  )
}
