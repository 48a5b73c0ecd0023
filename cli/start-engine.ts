import { Worker } from 'node:worker_threads'
import { connectEngine, type Announce, type EngineStart } from '../engine/channel'
import type { Desktop } from '../engine/desktop'
import type { RunningEngine } from './browser-shell/browser-shell'

/** Starts the engine in a thread of its own, so that a long import never holds up the window's requests. */
export function startEngine(
  workerFile: string,
  { desktop, announce, start }: { desktop: Desktop; announce: Announce; start: EngineStart },
): RunningEngine {
  const worker = new Worker(workerFile)
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  // An engine that is gone cannot answer; thrown here, it ends the process with the reason.
  worker.once('error', (error) => {
    throw error
  })
  const engine = connectEngine(
    {
      send: (message) => worker.postMessage(message),
      listen: (listener) => void worker.on('message', listener),
    },
    { desktop, announce, start },
  )
  return {
    dispatch: engine.dispatch,
    async stop() {
      await engine.stop()
      await exited
    },
  }
}
