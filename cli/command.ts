import type { MessageId } from '../app/messages/en'
import type { Places } from './places'

/** The exit codes that scripts build on. */
export const exitCodes = { done: 0, answerIsNo: 1, wrongUsage: 2, refused: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** What a command may touch of the world outside. */
export type CommandContext = {
  places: Places
  /** A whole line, or several, to standard output. */
  print: (text: string) => void
  /** To standard error. */
  warn: (text: string) => void
  now: () => Date
}

type OptionSpec = { type: 'string'; short?: string; multiple?: boolean } | { type: 'boolean' }
export type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>

export type Command = {
  name: string
  /** What may follow the name. Words without brackets have to be there; one with dots may be several. */
  usage: { words: readonly string[]; options: string }
  options: Readonly<Record<string, OptionSpec>>
  help: MessageId
  run: (given: { words: readonly string[]; values: Values }, context: CommandContext) => Promise<ExitCode>
}
