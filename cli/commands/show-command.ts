import { AppError } from '../../app/errors'
import { createSay } from '../../app/messages/say'
import type { IssueId } from '../../app/model/issue'
import type { PartyId } from '../../app/model/party'
import type { Comparison } from '../../app/rules/comparison'
import { findIssue, findParty, narrowComparison, showComparison } from '../../app/rules/show'
import type { ChangesReading } from '../../app/rules/recorded-changes'
import { showChanges } from '../../app/rules/show-changes'
import { exitCodes, type Command, type Values } from '../command'
import { withDossierToRead } from '../open-to-read'
import { dateOf, textOf } from '../option-values'
import { changesText } from '../texts/changes-text'
import { comparisonText } from '../texts/comparison-text'

const say = createSay('en')

export const showCommand: Command = {
  name: 'show',
  usage: { words: ['FILE'], options: '[--as-of DATE] [--since DATE] [--issue N] [--party NAME] [--json]' },
  help: 'cli.help.show',
  options: {
    'as-of': { type: 'string' },
    since: { type: 'string' },
    issue: { type: 'string' },
    party: { type: 'string' },
    json: { type: 'boolean' },
  },

  async run({ words: [file], values }, context) {
    const asOf = dateOf(values, 'as-of') ?? null
    const since = dateOf(values, 'since')
    const text = await withDossierToRead(file!, context, async (call) => {
      const comparison = await call('comparison.read', { asOf })
      const wanted = wantedIn(comparison, values)
      const narrowed = narrowComparison(comparison, wanted)
      const changes =
        since === undefined
          ? null
          : narrowChanges(await call('comparison.changes', { since, asOf }), comparison, wanted)
      if (changes !== null && changes.since > changes.asOf) {
        throw new AppError('usage', { problem: say('cli.show.since-later', { asOf: changes.asOf }) })
      }
      if (values.json) {
        const shown = showComparison(comparison)
        const told = changes === null ? {} : { changes: showChanges(changes, comparison.parties) }
        return JSON.stringify({ ...shown, ...narrowComparison(shown, wanted), ...told }, null, 2)
      }
      const table = comparisonText(
        { ...comparison, ...narrowed },
        {
          dossier: await call('dossier.get', {}),
          parties: comparison.parties,
        },
      )
      return changes === null ? table : `${table}\n\n${changesText(changes, comparison)}`
    })
    context.print(text)
    return exitCodes.done
  },
}

/** The part of the changes that is about one issue, one party, or both. */
function narrowChanges(
  reading: ChangesReading,
  { cells }: Comparison,
  { issueId, partyId }: ReturnType<typeof wantedIn>,
): ChangesReading {
  const isWanted = (cell: { issueId: IssueId; partyId: PartyId | null }) =>
    (issueId === undefined || cell.issueId === issueId) &&
    (partyId === undefined || cell.partyId === null || cell.partyId === partyId)
  const conditions = new Map(
    cells.flatMap((cell) =>
      cell.positions.flatMap((position) => position.conditions.map(({ id }) => [id, cell] as const)),
    ),
  )
  return {
    ...reading,
    changes: reading.changes.filter(isWanted),
    recorded: reading.recorded.filter((change) => {
      if (change.what !== 'condition') return isWanted({ issueId: change.recordId, partyId: null })
      const cell = conditions.get(change.recordId)
      return cell === undefined ? issueId === undefined && partyId === undefined : isWanted(cell)
    }),
  }
}

/** The issue and party asked for; `issue-not-found` and `party-not-found` with those that there are. */
function wantedIn({ issues, parties }: Comparison, values: Values) {
  const issueName = textOf(values, 'issue')
  const partyName = textOf(values, 'party')
  const issue = issueName === undefined ? undefined : findIssue(issues, issueName)
  const party = partyName === undefined ? undefined : findParty(parties, partyName)
  if (issueName !== undefined && issue === undefined) {
    const known = issues.map(({ number, title }) => `${number} ${title}`).join(', ')
    throw new AppError('issue-not-found', { name: issueName, issues: known })
  }
  if (partyName !== undefined && party === undefined) {
    const known = parties.map(({ name }) => name).join(', ')
    throw new AppError('party-not-found', { name: partyName, parties: known })
  }
  return { issueId: issue?.id, partyId: party?.id }
}
