import { createSay } from '../app/messages/say'
import type { Command } from './command'

const say = createSay('en')

export function usageOf({ name, usage }: Command): string {
  return ['demarche', name, ...usage.words, usage.options].filter((part) => part !== '').join(' ')
}

export function usageOfAll(commands: readonly Command[]): string {
  return `demarche ${commands.map(({ name }) => name).join('|')} … | --help | --version`
}

export function helpForAll(commands: readonly Command[]): string {
  return [
    say('cli.summary'),
    '',
    ...commands.flatMap((command) => [`  ${usageOf(command)}`, `      ${firstSentence(say(command.help))}`]),
    '',
    say('cli.help.more'),
  ].join('\n')
}

export function helpFor(command: Command): string {
  return `${usageOf(command)}\n\n${say(command.help)}\n\n${say('cli.help.exits')}`
}

const firstSentence = (text: string) => text.split(/(?<=\.)\s/, 1)[0]!
