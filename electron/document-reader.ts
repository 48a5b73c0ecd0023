import type { ParentPort } from 'electron'
import { serveReader } from '../engine/import/serve-reader'

const port: ParentPort = process.parentPort

serveReader({
  send: (message) => port.postMessage(message),
  listen: (listener) => port.on('message', ({ data }) => listener(data)),
})
