import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { exitCodes, type ExitCode } from './command'

const binaries: Readonly<Record<string, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}

/** Electron's binary, which is fetched apart from its package; null where it was not. */
export function findElectron(root: string): string | null {
  try {
    const folder = dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'))
    const binary = join(folder, 'dist', binaries[process.platform] ?? 'electron')
    return existsSync(binary) ? binary : null
  } catch {
    return null
  }
}

/** Runs it until its last window is closed, passing on being told to end. */
export function runElectron(binary: string, args: string[]): Promise<ExitCode> {
  const electron = spawn(binary, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => electron.kill(signal))
  }
  return new Promise((resolve, reject) => {
    electron.once('error', reject)
    electron.once('exit', (code) => resolve(code === 0 || code === null ? exitCodes.done : exitCodes.refused))
  })
}
