import type { Party } from '../../model/party'
import type { Cell, ComparedIssue } from '../comparison'
import { cellKey } from '../whole-dossier'
import { toTable } from './annex-table'
import { added, line, remarks, type BriefingContext } from './briefing-context'
import type { BriefingSection, Line } from './briefing-document'
import { composeCell } from './comparison-table'
import { composeNotes } from './issue-notes'

/** One page for each issue: everything that each party puts forward on it. */
export function composeIssuePages(context: BriefingContext): BriefingSection[] {
  const { say, records } = context
  const { issues, parties, cells } = records.comparison
  const pages = issues.map((issue, row) =>
    issuePage(context, issue, cells.slice(row * parties.length, (row + 1) * parties.length)),
  )
  return pages.length === 0 || parties.length === 0
    ? []
    : [{ is: 'group', id: 'issues', heading: say('briefing.issuePages'), layout: 'pages', sections: pages }]
}

function issuePage(context: BriefingContext, issue: ComparedIssue, cells: readonly Cell[]): BriefingSection {
  const { say, written } = context
  const id = `issue-${issue.id}`
  const rows = cells.map((cell) => ({ number: null, cell, about: aboutCell(cell) }))
  const table = toTable(
    context,
    [
      {
        heading: say('briefing.column.party'),
        min: 28,
        max: 44,
        cell: ({ cell }) => [partyLine(context, cell)],
      },
      {
        heading: say('briefing.column.putsForward'),
        min: 100,
        max: 300,
        cell: ({ cell }) => composeCell(context, cell).lines,
      },
    ],
    rows,
  )
  const about: Line[] = [
    line(
      { is: 'status', status: issue.status, word: say(`status.${issue.status}`) },
      ...(issue.question === '' ? [] : [written(issue.question)]),
      ...remarks([issue.marks.map((mark) => `${mark.at}: ${mark.wording}`).join(' · ') || null]),
    ),
    ...(issue.landingZone === ''
      ? []
      : [line(added(say('briefing.landingZone'), 'strong'), written(issue.landingZone, 'assessed'))]),
  ]
  return {
    is: 'group',
    id,
    heading: say('briefing.numberedIssue', { number: issue.number, title: issue.title }),
    layout: 'flow',
    sections: [
      { is: 'note', id: `${id}-about`, heading: '', lines: about },
      { is: 'table', id: `${id}-parties`, heading: '', table },
      ...assessmentsOf(context, `${id}-assessment`, cells, ({ partyId }) => context.partyName(partyId)),
      ...composeNotes(
        context,
        `${id}-notes`,
        table.rows.flatMap((row) => row.cells.flat()),
      ),
    ],
  }
}

/** One page for each party: what it puts forward, issue by issue, and where nothing of it is known. */
export function composePartyPages(context: BriefingContext): BriefingSection[] {
  const { say, records } = context
  const { issues, parties, cells } = records.comparison
  const pages = parties.map((party, column) =>
    partyPage(
      context,
      party,
      issues.map((_issue, row) => cells[row * parties.length + column]!),
    ),
  )
  return pages.length === 0 || issues.length === 0
    ? []
    : [{ is: 'group', id: 'parties', heading: say('briefing.partyPages'), layout: 'pages', sections: pages }]
}

function partyPage(context: BriefingContext, party: Party, cells: readonly Cell[]): BriefingSection {
  const { say, written, records } = context
  const id = `party-${party.id}`
  const spoken = cells.filter(({ positions }) => positions.length > 0)
  const rows = spoken.map((cell) => ({ number: null, cell, about: aboutCell(cell) }))
  const table = toTable(
    context,
    [
      {
        heading: say('briefing.issue'),
        min: 34,
        max: 60,
        cell: ({ cell }) => {
          const issue = context.issue(cell.issueId)!
          return [line(added(issue.number, 'quiet'), written(issue.title, 'strong'))]
        },
      },
      {
        heading: say('briefing.column.putsForward'),
        min: 100,
        max: 300,
        cell: ({ cell }) => composeCell(context, cell).lines,
      },
    ],
    rows,
  )
  const silent = (state: 'gap' | 'unseen') =>
    cells
      // Something was left out of a withheld cell, so it is not silent.
      .filter((cell) => cell.state === state && !records.withheldCells.has(cellKey(cell)))
      .map((cell) => context.issue(cell.issueId)!.number)
  const withheld = cells
    .filter((cell) => cell.positions.length === 0 && records.withheldCells.has(cellKey(cell)))
    .map((cell) => context.issue(cell.issueId)!.number)
  const silences = [
    ...silenceLine(say('briefing.gaps'), silent('gap')),
    ...silenceLine(say('briefing.unseen'), silent('unseen')),
    ...silenceLine(say('briefing.withheld'), withheld),
  ]
  return {
    is: 'group',
    id,
    heading: say('briefing.partyWithRole', { party: party.name, role: say(`role.${party.role}`) }),
    layout: 'flow',
    sections: [
      ...(rows.length === 0 ? [] : [{ is: 'table' as const, id: `${id}-issues`, heading: '', table }]),
      ...assessmentsOf(
        context,
        `${id}-assessment`,
        cells,
        ({ issueId }) => context.issue(issueId)?.title ?? '',
      ),
      ...(silences.length === 0
        ? []
        : [{ is: 'note' as const, id: `${id}-silences`, heading: '', lines: silences }]),
    ],
  }
}

const silenceLine = (words: string, numbers: readonly string[]): Line[] =>
  numbers.length === 0 ? [] : [line(added(words, 'strong'), added(numbers.join(', ')))]

function partyLine({ say, written, partyName, records }: BriefingContext, { partyId }: Cell): Line {
  const role = records.comparison.parties.find(({ id }) => id === partyId)?.role
  return line(
    written(partyName(partyId), 'strong'),
    ...remarks([role === undefined ? null : say(`role.${role}`)]),
  )
}

const aboutCell = ({ issueId, partyId }: Cell) => ({ is: 'cell', issueId, partyId }) as const

/** What the analyst thinks of positions in force, away from what the parties say. */
function assessmentsOf(
  context: BriefingContext,
  id: string,
  cells: readonly Cell[],
  nameOf: (cell: Cell) => string,
): BriefingSection[] {
  const lines = cells.flatMap((cell) =>
    cell.positions
      .filter((position) => position.assessment.trim() !== '')
      .map((position) => ({
        ...line(added(nameOf(cell), 'strong'), context.written(position.assessment, 'assessed')),
        about: aboutCell(cell),
      })),
  )
  return lines.length === 0
    ? []
    : [{ is: 'assessment', id, heading: context.say('briefing.assessments'), lines }]
}
