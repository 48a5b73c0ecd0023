import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
export const builtCommandLine = join(root, 'out/main/demarche.js')

export type Ran = { code: number | null; stdout: string; stderr: string }

/** The built command line in a process of its own, as a script would run it. */
export async function runDemarche(
  args: readonly string[],
  { folder, uid, stdout }: { folder: string; uid?: number; stdout?: number },
): Promise<Ran> {
  if (!existsSync(builtCommandLine)) throw new Error('The application is not built: run npm run build first.')
  // Runners set the two against each other, and Node complains of that on stderr.
  const { FORCE_COLOR: _forced, NO_COLOR: _none, ...environment } = process.env
  const child = spawn(process.execPath, [builtCommandLine, ...args], {
    cwd: folder,
    env: { ...environment, DEMARCHE_HOME: join(folder, 'home') },
    stdio: ['ignore', stdout ?? 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  const output = { stdout: '', stderr: '' }
  child.stdout?.on('data', (part: Buffer) => (output.stdout += part.toString()))
  child.stderr?.on('data', (part: Buffer) => (output.stderr += part.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...output }))
  })
}
