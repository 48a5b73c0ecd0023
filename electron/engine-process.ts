import type { ParentPort } from 'electron'
import { serveEngine } from '../engine/channel'

const port: ParentPort = process.parentPort

serveEngine(
  {
    send: (message) => port.postMessage(message),
    listen: (listener) => port.on('message', ({ data }) => listener(data)),
  },
  () => process.exit(0),
)
