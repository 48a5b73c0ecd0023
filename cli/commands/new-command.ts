import { basename, extname, resolve } from 'node:path'
import { AppError } from '../../app/errors'
import { createSay } from '../../app/messages/say'
import { copySample } from '../../engine/operations/dossier-operations'
import { createDispatcher } from '../../engine/dispatch'
import { exitCodes, type Command } from '../command'
import { createCall, createSessionHere } from '../open-to-read'
import { textOf } from '../option-values'
import { plainText } from '../terminal-text'

const say = createSay('en')

export const newCommand: Command = {
  name: 'new',
  usage: { words: ['FILE'], options: '[--title T | --sample | --from DOSSIER.json]' },
  help: 'cli.help.new',
  options: { title: { type: 'string' }, sample: { type: 'boolean' }, from: { type: 'string' } },

  async run({ words: [file], values }, context) {
    const title = textOf(values, 'title')
    const from = textOf(values, 'from')
    if ([values.sample === true, title !== undefined, from !== undefined].filter(Boolean).length > 1) {
      throw new AppError('usage', { problem: say('cli.one-beginning') })
    }
    const path = resolve(file!)
    if (values.sample) {
      copySample(context.places.sample, path)
    } else {
      const session = createSessionHere(context)
      try {
        const call = createCall(createDispatcher(session))
        if (from === undefined) {
          await call('dossier.create', { title: title ?? basename(path, extname(path)), path })
        } else await call('dossier.createFromJson', { from: resolve(from), path })
      } finally {
        session.close()
      }
    }
    context.print(say('cli.saved', { file: plainText(file!) }))
    return exitCodes.done
  },
}
