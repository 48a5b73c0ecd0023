import { parseArgs } from 'node:util'
import { AppError } from '../app/errors'
import { createSay } from '../app/messages/say'
import { exitCodes, type Command, type CommandContext, type ExitCode, type Values } from './command'
import { checkCommand } from './commands/check-command'
import { exportCommand } from './commands/export-command'
import { historyCommand } from './commands/history-command'
import { importCommand } from './commands/import-command'
import { newCommand } from './commands/new-command'
import { openCommand } from './commands/open-command'
import { searchCommand } from './commands/search-command'
import { showCommand } from './commands/show-command'
import { suggestCommand } from './commands/suggest-command'
import { helpFor, helpForAll, usageOf, usageOfAll } from './help'
import { plainText } from './terminal-text'
import packageFile from '../package.json'

export const commands: readonly Command[] = [
  openCommand,
  newCommand,
  showCommand,
  searchCommand,
  importCommand,
  exportCommand,
  checkCommand,
  historyCommand,
  suggestCommand,
]

const say = createSay('en')

/** Answers one command line with its exit code. Everything that can go wrong is said here, in one sentence. */
export async function runCommandLine(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === '--version') {
    context.print(packageFile.version)
    return exitCodes.done
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    context.print(helpForAll(commands))
    return exitCodes.done
  }
  const command = commands.find((each) => each.name === name)
  if (command === undefined) {
    const problem =
      name === undefined ? say('cli.no-command') : say('cli.unknown-command', { name: plainText(name) })
    context.warn(`${problem}\n${usageOfAll(commands)}`)
    return exitCodes.wrongUsage
  }
  return runCommand(command, rest, context)
}

async function runCommand(command: Command, args: string[], context: CommandContext): Promise<ExitCode> {
  if (args.includes('--help') || args.includes('-h')) {
    context.print(helpFor(command))
    return exitCodes.done
  }
  try {
    return await command.run(parse(command, args), context)
  } catch (error) {
    if (!(error instanceof AppError)) {
      context.warn(`${say('error.unexpected')}\n${error instanceof Error ? error.stack : String(error)}`)
      return exitCodes.refused
    }
    context.warn(plainText(say(`error.${error.code}`, error.details)))
    if (error.code !== 'usage') return exitCodes.refused
    context.warn(usageOf(command))
    return exitCodes.wrongUsage
  }
}

function parse(command: Command, args: string[]): { words: string[]; values: Values } {
  const { values, positionals } = parseOptions(command, args)
  const { words } = command.usage
  const missing = words.filter((word) => !word.startsWith('['))[positionals.length]
  if (missing !== undefined)
    throw new AppError('usage', { problem: say('cli.missing-word', { word: missing }) })
  const unexpected = words.at(-1)?.endsWith('…') ? undefined : positionals[words.length]
  if (unexpected !== undefined) {
    throw new AppError('usage', { problem: say('cli.unexpected-word', { word: unexpected }) })
  }
  return { words: positionals, values }
}

function parseOptions(command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: { ...command.options }, allowPositionals: true, strict: true })
  } catch (error) {
    // Node's own sentence ends with advice on `--` that only sometimes fits.
    const problem = error instanceof Error ? error.message.split('. ', 1)[0]! : String(error)
    throw new AppError('usage', { problem: `${problem.replace(/\.$/, '')}.` })
  }
}
