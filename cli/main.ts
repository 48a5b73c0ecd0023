import { createSay } from '../app/messages/say'
import { exitCodes } from './command'
import { runCommandLine } from './command-line'
import { findPlaces } from './places'

// A reader that stops reading, as `head` does, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  process.stderr.write(`${createSay('en')('cli.cannot-print', { code: error.code ?? error.message })}\n`)
  process.exit(exitCodes.refused)
})

process.exitCode = await runCommandLine(process.argv.slice(2), {
  // The built file stands beside the engine's, two folders below the root.
  places: findPlaces(import.meta.dirname),
  print: (text) => process.stdout.write(`${text}\n`),
  warn: (text) => process.stderr.write(`${text}\n`),
  now: () => new Date(),
})
