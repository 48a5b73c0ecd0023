import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readerHeapMegabytes, type ReaderProcess } from '../engine/import/read-in-process'

const pageBytes = 4_096

/**
 * Starts the reader of one document as a child of this process. It may read its own program and nothing else:
 * no file, no process, no thread, no environment.
 */
export function startReader(readerFile: string): ReaderProcess {
  const child = fork(readerFile, [], {
    execArgv: [
      `--max-old-space-size=${readerHeapMegabytes}`,
      '--permission',
      `--allow-fs-read=${join(dirname(readerFile), '*')}`,
      '--no-warnings',
    ],
    // Windows starts nothing without it.
    env: process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaint = ''
  child.stderr
    ?.setEncoding('utf8')
    .on('data', (text: string) => (complaint = (complaint + text).slice(-4_000)))
  const ended = new Promise<{ isOutOfMemory: boolean }>((resolve) => {
    // After its last words, unlike `exit`.
    child.once('close', () =>
      resolve({ isOutOfMemory: /heap out of memory|allocation failed/iu.test(complaint) }),
    )
    child.once('error', () => resolve({ isOutOfMemory: false }))
  })
  return {
    send: (message) => {
      // What cannot be sent to a process that is ending is answered by its end.
      child.send(message as object, () => {})
    },
    listen: (listener) => void child.on('message', listener),
    onExit: (listener) => void ended.then(listener),
    kill: () => void child.kill('SIGKILL'),
    residentBytes: () => residentBytesOf(child.pid),
  }
}

/** Linux keeps it in a file; elsewhere the limit on the heap has to do. */
function residentBytesOf(pid: number | undefined): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes
  } catch {
    return null
  }
}
