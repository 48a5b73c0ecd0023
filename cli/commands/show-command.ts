import { AppError } from '../../app/errors'
import type { Comparison } from '../../app/rules/comparison'
import { findIssue, findParty, narrowComparison, showComparison } from '../../app/rules/show'
import { exitCodes, type Command, type Values } from '../command'
import { withDossierToRead } from '../open-to-read'
import { dateOf, textOf } from '../option-values'
import { comparisonText } from '../texts/comparison-text'

export const showCommand: Command = {
  name: 'show',
  usage: { words: ['FILE'], options: '[--as-of DATE] [--issue N] [--party NAME] [--json]' },
  help: 'cli.help.show',
  options: {
    'as-of': { type: 'string' },
    issue: { type: 'string' },
    party: { type: 'string' },
    json: { type: 'boolean' },
  },

  async run({ words: [file], values }, context) {
    const asOf = dateOf(values, 'as-of') ?? null
    const text = await withDossierToRead(file!, context, async (call) => {
      const comparison = await call('comparison.read', { asOf })
      const narrowed = narrowComparison(comparison, wantedIn(comparison, values))
      if (values.json) {
        const shown = showComparison(comparison)
        return JSON.stringify({ ...shown, ...narrowComparison(shown, wantedIn(comparison, values)) }, null, 2)
      }
      return comparisonText(
        { ...comparison, ...narrowed },
        {
          dossier: await call('dossier.get', {}),
          parties: comparison.parties,
        },
      )
    })
    context.print(text)
    return exitCodes.done
  },
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
