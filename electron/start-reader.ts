import { app, utilityProcess } from 'electron'
import { readerHeapMegabytes, type ReaderProcess } from '../engine/import/read-in-process'

/** Starts the reader of one document; only this process may start another, so the engine asks here. */
export function startReader(readerPath: string): ReaderProcess {
  const child = utilityProcess.fork(readerPath, [], {
    serviceName: 'Démarche reader',
    execArgv: [`--max-old-space-size=${readerHeapMegabytes}`],
    stdio: 'ignore',
  })
  let isOver = false
  return {
    send: (message) => {
      if (!isOver) child.postMessage(message)
    },
    listen: (listener) => void child.on('message', listener),
    onExit: (listener) =>
      void child.once('exit', (code) => {
        isOver = true
        // How V8 ends a process whose heap is full: by abort, or by a trap.
        listener({ isOutOfMemory: code === 134 || code === 133 || code === 6 || code === 5 })
      }),
    kill: () => void child.kill(),
    residentBytes: () => {
      const metric = app.getAppMetrics().find(({ pid }) => pid === child.pid)
      return metric === undefined ? null : metric.memory.workingSetSize * 1024
    },
  }
}
