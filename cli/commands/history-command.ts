import { createSay } from '../../app/messages/say'
import { edtfBounds } from '../../app/model/edtf-date'
import { exitCodes, type Command } from '../command'
import { withDossierToRead } from '../open-to-read'
import { dateOf } from '../option-values'
import { historyText } from '../texts/history-text'

const say = createSay('en')
const changesAtMost = 100_000

export const historyCommand: Command = {
  name: 'history',
  usage: { words: ['FILE'], options: '[--since DATE] [--json]' },
  help: 'cli.help.history',
  options: { since: { type: 'string' }, json: { type: 'boolean' } },

  async run({ words: [file], values }, context) {
    const date = dateOf(values, 'since')
    const since = date === undefined ? undefined : (edtfBounds(date).first ?? undefined)
    const changes = await withDossierToRead(file!, context, (call) =>
      call('history.list', { since, limit: changesAtMost }),
    )
    if (values.json) context.print(JSON.stringify({ changes }, null, 2))
    else context.print(changes.length === 0 ? say('cli.history.nothing') : historyText(changes))
    return exitCodes.done
  },
}
