import { resolve } from 'node:path'
import { documentFormat, type BroughtIn } from '../../app/contract/import-contract'
import type { Source } from '../../app/model/source'
import { createSay } from '../../app/messages/say'
import { exitCodes, type Command } from '../command'
import { withDossierToEdit } from '../open-to-read'
import { choiceOf } from '../option-values'
import { plainText, shortened } from '../terminal-text'

const say = createSay('en')

export const importCommand: Command = {
  name: 'import',
  usage: { words: ['FILE', 'INPUT…'], options: '[--as FORMAT] [--dry-run] [--json]' },
  help: 'cli.help.import',
  options: { as: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },

  async run({ words: [file, ...paths], values }, context) {
    const as = choiceOf(values, 'as', documentFormat.options) ?? null
    const isPreview = values['dry-run'] === true
    const inputs = paths.map((path) => ({ path: resolve(path) }))
    const brought = await withDossierToEdit(file!, { isReadOnly: isPreview }, context, (call) =>
      call('source.importAll', { inputs, as, isPreview }),
    )
    context.print(
      values.json
        ? JSON.stringify(
            { isPreview, documents: brought.map((each, index) => summary(each, paths[index]!)) },
            null,
            2,
          )
        : brought.map((each, index) => text(each, paths[index]!, { isPreview })).join('\n\n'),
    )
    return exitCodes.done
  },
}

/** Everything but the text itself, which may be a whole book. */
function summary({ source, document, problems, alreadyHere, alike }: BroughtIn, input: string) {
  const { title, author, issued, URL, language, type, text } = headOf({ source, document })
  return {
    input,
    sourceId: source?.id ?? null,
    alreadyHere,
    ...{ title, author, issued, URL, language, type },
    outletName: document?.outletName ?? null,
    format: document?.format ?? null,
    pages: (document ?? source)?.pages.length ?? 0,
    characters: text.length,
    problems,
    alike,
  }
}

const headOf = ({
  source,
  document,
}: Pick<BroughtIn, 'source' | 'document'>): Source | NonNullable<BroughtIn['document']> =>
  // One of the two is there: a known file has its source, a new one was read.
  (document ?? source)!

function text(brought: BroughtIn, input: string, { isPreview }: { isPreview: boolean }): string {
  const { title, issued, language, pages, text: whole } = headOf(brought)
  if (brought.alreadyHere !== null) {
    return say('cli.import.known', { file: plainText(input), title: shortened(title, 90) })
  }
  return [
    say(isPreview ? 'cli.import.would' : 'cli.import.done', {
      file: plainText(input),
      title: shortened(title, 90),
    }),
    `  ${say('cli.import.facts', {
      issued: issued ?? say('date.unknown'),
      language,
      characters: whole.length,
      pages: pages.length,
    })}`,
    ...brought.problems.map(
      ({ code, count, words }) => `  ${say(`reading.${code}`, { count, words: plainText(words) })}`,
    ),
    ...brought.alike.map(
      (other) =>
        `  ${say('cli.import.alike', { title: shortened(other.title, 70), percent: Math.round(other.likeness * 100) })}`,
    ),
  ].join('\n')
}
