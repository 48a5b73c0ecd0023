import { serveReader } from '../engine/import/serve-reader'

// This file is only ever started by `fork`, which gives it a way to send.
const send = process.send!.bind(process)

serveReader({
  send: (message) => void send(message),
  listen: (listener) => void process.on('message', listener),
})
process.once('disconnect', () => process.exit(0))
