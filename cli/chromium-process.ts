import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type ChromiumProcess = {
  child: ChildProcess
  /** Its exit code, null where a signal ended it; or why it could not be started. */
  ended: Promise<number | null | Error>
  /** Ends it, and takes its profile away. */
  stop(): Promise<void>
}

/**
 * A Chromium with a profile of its own, where it keeps whatever else it writes. One that is `detached` has a group of
 * its own, which ends at once and whole: where a script starts Chromium, the script alone is our child.
 */
export async function startChromium(
  executable: string,
  args: readonly string[],
  { stdio, detached = false }: Pick<SpawnOptions, 'stdio' | 'detached'>,
): Promise<ChromiumProcess> {
  const profile = await mkdtemp(join(tmpdir(), 'demarche-chromium-'))
  const child = spawn(executable, [`--user-data-dir=${profile}`, ...args], {
    stdio,
    detached,
    env: { ...process.env, TMPDIR: profile },
  })
  const ended = new Promise<number | null | Error>((resolve) => {
    child.once('exit', resolve)
    child.once('error', resolve)
  })
  return {
    child,
    ended,
    async stop() {
      if (detached) endGroupOf(child)
      else child.kill()
      await ended
      // Its last processes may still be writing while the folder is emptied.
      await rm(profile, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

function endGroupOf({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
