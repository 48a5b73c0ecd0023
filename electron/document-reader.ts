import type { ParentPort } from 'electron'
import { closeWaysOut, serveReader } from '../engine/import/serve-reader'

const port: ParentPort = process.parentPort

closeWaysOut()
serveReader({
  send: (message) => port.postMessage(message),
  listen: (listener) => port.on('message', ({ data }) => listener(data)),
})
