import { searchKind, type SearchHit, type SearchKind } from '../../app/contract/search-contract'
import { createSay } from '../../app/messages/say'
import { exitCodes, type Command } from '../command'
import { withDossierToRead, type Call } from '../open-to-read'
import { shortened, wrapText } from '../terminal-text'

const say = createSay('en')
const hitsAtMost = 1_000

export const searchCommand: Command = {
  name: 'search',
  usage: { words: ['FILE', 'WORDS…'], options: '[--json]' },
  help: 'cli.help.search',
  options: { json: { type: 'boolean' } },

  async run({ words: [file, ...wanted], values: { json } }, context) {
    const words = wanted.join(' ')
    const text = await withDossierToRead(file!, context, async (call) => {
      const hits = await call('search.find', { words, limit: hitsAtMost })
      return json ? JSON.stringify({ words, hits }, null, 2) : hitsText(hits, await readNames(call))
    })
    context.print(text)
    return exitCodes.done
  },
}

type Names = ReadonlyMap<string, string>

async function readNames(call: Call): Promise<Names> {
  const { issues, parties } = await call('comparison.read', {})
  return new Map<string, string>([
    ...issues.map(({ id, number, title }) => [id, `${number} ${title}`] as const),
    ...parties.map(({ id, name }) => [id, name] as const),
  ])
}

function hitsText(hits: readonly SearchHit[], names: Names): string {
  if (hits.length === 0) return say('cli.search.nothing')
  return searchKind.options
    .map((kind) => ({ kind, found: hits.filter((hit) => hit.kind === kind) }))
    .filter(({ found }) => found.length > 0)
    .map(({ kind, found }) => groupText(kind, found, names))
    .join('\n\n')
}

function groupText(kind: SearchKind, hits: readonly SearchHit[], names: Names): string {
  return [
    say(`cli.search.${kind}`, { count: hits.length }),
    ...hits.map((hit) => {
      const places = [hit.partyId, hit.issueId].flatMap((id) => (id === null ? [] : (names.get(id) ?? [])))
      const isNamed = kind !== 'position' && kind !== 'statement'
      const head = [...(isNamed ? [shortened(hit.title, 90)] : []), ...(isNamed ? [] : places)].join(' · ')
      const excerpt = isNamed && hit.excerpt === hit.title ? [] : [wrapText(hit.excerpt, '    ')]
      return [...(head === '' ? [] : [wrapText(head, '  ')]), ...excerpt].join('\n')
    }),
  ].join('\n')
}
