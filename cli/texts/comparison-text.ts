import { createDateLabel } from '../../app/messages/date-words'
import { createSay, formattingLocale } from '../../app/messages/say'
import { knownMarkings, type Dossier } from '../../app/model/dossier'
import type { Party } from '../../app/model/party'
import type { Cell, CellPosition, ComparedIssue, Comparison } from '../../app/rules/comparison'
import { scalePlace } from '../../app/rules/scale'
import { plainText, wrapText } from '../terminal-text'

const say = createSay('en')
const dateLabel = createDateLabel(say, formattingLocale('en'))

type Around = { dossier: Dossier; parties: readonly Party[] }

/** The comparison for reading on a terminal: party under party below each issue, never a squeezed table. */
export function comparisonText({ asOf, issues, parties, cells }: Comparison, around: Around): string {
  const { dossier } = around
  const head = [
    wrapText(dossier.title),
    dossier.question === '' ? '' : wrapText(dossier.question),
    markingLine(dossier.marking),
    say('cli.show.read-at', { date: dateLabel(asOf, 'long') }),
  ].filter((line) => line !== '')
  const cellAt = new Map(cells.map((cell) => [`${cell.issueId} ${cell.partyId}`, cell]))
  const rows = issues.map((issue) => [
    issueHead(issue),
    ...parties.flatMap((party) => [
      `  ${plainText(party.name)} (${say(`role.${party.role}`)})`,
      cellText(cellAt.get(`${issue.id} ${party.id}`)!, around),
    ]),
    `  ${say('cli.show.landing-zone')}`,
    ...zoneLines(issue),
  ])
  const body = rows.length === 0 ? [say('cli.show.no-issues')] : rows.map((row) => row.join('\n'))
  return [head.join('\n'), ...body].join('\n\n')
}

function markingLine(marking: string): string {
  if (marking === 'none') return ''
  const known = knownMarkings.find((each) => each === marking)
  return plainText(known === undefined ? marking : say(`marking.${known}`))
}

function issueHead({ number, title, status, question }: ComparedIssue): string {
  const head = wrapText(`${number}  ${title} [${say(`status.${status}`)}]`)
  return question === '' ? head : `${head}\n${wrapText(question, '   ')}`
}

function zoneLines({ landingZone, zoneLow, zoneHigh }: ComparedIssue): string[] {
  const place = scalePlace(say, zoneLow, zoneHigh)
  return [
    wrapText(landingZone === '' ? say('cli.show.no-landing-zone') : landingZone, '    '),
    ...(place === null ? [] : [wrapText(say('cli.show.zone-on-scale', { place }), '    ')]),
  ]
}

function cellText({ positions, gap }: Cell, around: Around): string {
  if (positions.length > 0) return positions.map((position) => positionText(position, around)).join('\n')
  if (gap === null) return `    ${say('cellState.unseen')}`
  const { asOf, searchedWhere } = gap
  const where = searchedWhere === '' ? '' : say('cli.show.searched', { where: searchedWhere })
  return wrapText(`${say('cli.show.gap', { date: dateLabel(asOf) })}${where}`, '    ')
}

function positionText(position: CellPosition, { parties }: Around): string {
  const addressee = parties.find(({ id }) => id === position.addresseeId)
  const { stance, firmness } = position
  const head = [
    say(`kind.${position.kind}`) + (addressee === undefined ? '' : ` → ${addressee.name}`),
    ...(stance === null ? [] : [say(`stance.${stance}`)]),
    ...(firmness === 'unstated' ? [] : [say(`firmness.${firmness}`)]),
    ...(position.basis === 'stated' ? [] : [say(`basis.${position.basis}`)]),
  ]
  return [
    wrapText(head.join(' · '), '    '),
    wrapText(position.text, '      '),
    ...position.conditions.map(({ relation, text, state }) =>
      wrapText(`${say(`relation.${relation}`)} ${text} (${say(`conditionState.${state}`)})`, '      '),
    ),
    ...position.answers.map((answer) =>
      wrapText(
        say('cli.show.answer', {
          party: parties.find(({ id }) => id === answer.partyId)?.name ?? '',
          outcome: say(`outcome.${answer.outcome}`),
        }),
        '      ',
      ),
    ),
    wrapText(evidenceLine(position), '      '),
  ].join('\n')
}

function evidenceLine({ evidence, contradiction, isAnonymousOnly, needsResearch }: CellPosition): string {
  const { statements, origins, newest, bestGrade } = evidence
  const behind =
    statements === 0
      ? [say('cli.show.no-statement')]
      : [
          say('count.statements', { count: statements }),
          say('count.origins', { count: origins }),
          ...(newest === null ? [] : [dateLabel(newest)]),
          bestGrade ?? say('cli.show.no-grade'),
        ]
  return [
    ...behind,
    ...(isAnonymousOnly ? [say('cli.show.anonymous-only')] : []),
    ...(contradiction === null ? [] : [say(`cli.show.contradicted-${contradiction}`)]),
    ...(needsResearch ? [say('cli.show.needs-research')] : []),
  ].join(' · ')
}
