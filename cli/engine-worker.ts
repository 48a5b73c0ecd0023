import { parentPort } from 'node:worker_threads'
import { serveEngine } from '../engine/channel'

// This file is only ever started as a worker, and a worker has a parent.
const port = parentPort!

serveEngine(
  {
    send: (message) => port.postMessage(message),
    listen: (listener) => port.on('message', listener),
  },
  () => port.close(),
)
