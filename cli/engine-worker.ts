import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { serveEngine } from '../engine/channel'
import { readInProcess } from '../engine/import/read-in-process'
import { startReader } from './start-reader'

// This file is only ever started as a worker, and a worker has a parent.
const port = parentPort!

serveEngine(
  {
    send: (message) => port.postMessage(message),
    listen: (listener) => port.on('message', listener),
  },
  () => port.close(),
  // Both are built to the same folder.
  { readApart: readInProcess(() => startReader(join(import.meta.dirname, 'document-reader.js'))) },
)
