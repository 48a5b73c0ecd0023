import { resolve } from 'node:path'
import { edition, orientation, paper } from '../../app/contract/briefing-contract'
import { AppError } from '../../app/errors'
import { createSay, languageFor } from '../../app/messages/say'
import { createDispatcher } from '../../engine/dispatch'
import { createSession } from '../../engine/session'
import { startBrowserShell } from '../browser-shell/browser-shell'
import { exitCodes, type Command, type CommandContext, type Values } from '../command'
import { createCall, withDossierToRead, type Call } from '../open-to-read'
import { choiceOf, dateOf, textOf } from '../option-values'
import { userName } from '../../engine/places'
import { plainText } from '../terminal-text'

const say = createSay('en')
const formats = ['pdf', 'json'] as const
const briefingOnly = ['edition', 'as-of', 'since', 'view', 'lang', 'paper', 'orientation']

export const exportCommand: Command = {
  name: 'export',
  usage: {
    words: ['FILE'],
    options:
      '--to pdf|json -o OUT [--edition summary|sourced] [--as-of DATE] [--since DATE] [--view NAME] [--lang xx] [--paper A4|Letter] [--orientation landscape|portrait]',
  },
  help: 'cli.help.export',
  options: {
    to: { type: 'string' },
    output: { type: 'string', short: 'o' },
    edition: { type: 'string' },
    'as-of': { type: 'string' },
    since: { type: 'string' },
    view: { type: 'string' },
    lang: { type: 'string' },
    paper: { type: 'string' },
    orientation: { type: 'string' },
  },

  async run({ words: [file], values }, context) {
    const format = choiceOf(values, 'to', formats)
    const output = textOf(values, 'output')
    if (format === undefined)
      throw new AppError('usage', { problem: say('cli.missing-option', { option: '--to' }) })
    if (output === undefined)
      throw new AppError('usage', { problem: say('cli.missing-option', { option: '-o' }) })
    const path = resolve(output)

    if (format === 'json') {
      const stray = briefingOnly.find((option) => values[option] !== undefined)
      if (stray !== undefined)
        throw new AppError('usage', { problem: say('cli.pdf-only', { option: stray }) })
      await withDossierToRead(file!, context, (call) => call('dossier.exportJson', { path }))
      context.print(say('cli.saved', { file: plainText(output) }))
      return exitCodes.done
    }

    const options = briefingOptionsOf(values)
    const printed = await withPrinter(file!, context, (call) => call('briefing.print', { ...options, path }))
    context.print(say('cli.saved-pages', { file: plainText(output), count: printed?.pages ?? 0 }))
    return exitCodes.done
  },
}

function briefingOptionsOf(values: Values) {
  return {
    edition: choiceOf(values, 'edition', edition.options),
    asOf: dateOf(values, 'as-of') ?? null,
    since: dateOf(values, 'since') ?? null,
    view: textOf(values, 'view') ?? null,
    paper: choiceOf(values, 'paper', paper.options),
    orientation: choiceOf(values, 'orientation', orientation.options),
    locale: localeOf(values),
  }
}

/** A language that we cannot print in is refused: another one than asked for would be a surprise on paper. */
function localeOf(values: Values): string | undefined {
  const locale = textOf(values, 'lang')
  if (locale === undefined || languageFor(locale) === locale.toLowerCase().split('-')[0]) return locale
  throw new AppError('usage', { problem: say('cli.no-such-language', { language: locale }) })
}

/** The browser shell without a window: the page that a person would print, printed. */
async function withPrinter<T>(
  file: string,
  context: CommandContext,
  ask: (call: Call) => Promise<T>,
): Promise<T> {
  const { places, now } = context
  const shell = await startBrowserShell({
    rendererFolder: places.renderer,
    startEngine({ desktop, announce }) {
      const session = createSession({
        user: userName(),
        now,
        homeFolder: places.home,
        samplePath: places.sample,
        desktop,
        announce,
      })
      session.openPath(resolve(file), { toRead: true })
      return { dispatch: createDispatcher(session), stop: async () => session.close() }
    },
  })
  try {
    return await ask(createCall(shell.dispatch))
  } finally {
    await shell.stop()
  }
}
