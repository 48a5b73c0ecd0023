import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '../../app/errors'
import { createSay } from '../../app/messages/say'
import type { Suggestion } from '../../engine/capture/suggestion'
import { suggestStatements } from '../../engine/capture/suggest'
import { exitCodes, type Command } from '../command'
import { dateOf, textOf } from '../option-values'
import { plainText, shortened, wrapText } from '../terminal-text'

const say = createSay('en')

export const suggestCommand: Command = {
  name: 'suggest',
  usage: { words: ['TEXT'], options: '[--json] [--lang xx] [--issued DATE]' },
  help: 'cli.help.suggest',
  options: { json: { type: 'boolean' }, lang: { type: 'string' }, issued: { type: 'string' } },

  async run({ words: [file], values }, context) {
    const text = readText(file!)
    const language = textOf(values, 'lang')
    const suggestions = suggestStatements(text, {
      ...(language === undefined ? {} : { language }),
      issued: dateOf(values, 'issued') ?? null,
    })
    if (values.json) context.print(JSON.stringify({ suggestions: suggestions.map(asJson) }, null, 2))
    else context.print(suggestions.length === 0 ? say('cli.suggest.nothing') : suggestionsText(suggestions))
    return exitCodes.done
  },
}

function readText(file: string): string {
  try {
    const bytes = readFileSync(file === '-' ? 0 : resolve(file))
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const name = plainText(file)
    if (code === 'ENOENT') throw new AppError('text-missing', { file: name }, { cause: error })
    if (code === 'EISDIR') throw new AppError('text-missing', { file: name }, { cause: error })
    if (error instanceof TypeError) throw new AppError('text-not-utf8', { file: name }, { cause: error })
    throw new AppError('file-unreadable', { file: name }, { cause: error })
  }
}

/** A pronoun or a title gives way to the name that it was followed back to, where the text has it. */
function asJson({ form, cue, speaker, spans }: Suggestion) {
  return {
    form,
    cue: cue?.text ?? null,
    speaker: speaker === null ? null : namedSpeaker(speaker),
    spans: spans.map(({ text, start, end }) => ({ text, start, end })),
  }
}

function namedSpeaker({ text, start, end, name, nameAt }: NonNullable<Suggestion['speaker']>) {
  const isInName = name === null || nameAt === null || sharesWord(text, name)
  return isInName ? { text, start, end } : { text: name, ...nameAt }
}

/** "Peskov" and "President Putin" name somebody already. */
function sharesWord(text: string, name: string): boolean {
  const words = new Set(name.split(/[\s’']+/u).filter((word) => /^\p{Lu}/u.test(word)))
  return text.split(/[\s’']+/u).some((word) => words.has(word))
}

function suggestionsText(suggestions: readonly Suggestion[]): string {
  return suggestions
    .map(({ form, speaker, spans, saidOn }) => {
      const named = speaker === null ? say('cli.suggest.nobody') : namedSpeaker(speaker).text
      const said = saidOn === null ? [] : [saidOn.edtf]
      const head = [shortened(named, 60), say(`form.${form}`), ...said].join(' · ')
      return [wrapText(head, ''), wrapText(spans.map(({ text }) => text).join(' … '), '    ')].join('\n')
    })
    .join('\n\n')
}
