import type { Gap } from '../../model/position'
import type { PartyId } from '../../model/party'
import type { Cell } from '../comparison'
import { cellKey } from '../whole-dossier'
import { toTable, type AnnexColumn } from './annex-table'
import { added, line, remarks, type BriefingContext } from './briefing-context'
import type { BriefingSection, Line } from './briefing-document'

/** Gaps as gaps, and apart from them what nobody has looked at yet. */
export function composeSilences(context: BriefingContext): BriefingSection[] {
  const { comparison, withheldCells } = context.records
  // Something was left out of them, so they are not silent.
  const cells = comparison.cells.filter((cell) => !withheldCells.has(cellKey(cell)))
  const gaps = cells.filter((cell) => cell.state === 'gap')
  const unseen = cells.filter((cell) => cell.state === 'unseen')
  return [
    ...(gaps.length === 0 ? [] : [composeGaps(context, gaps)]),
    ...(unseen.length === 0 ? [] : [composeUnseen(context, unseen)]),
  ]
}

function composeGaps(context: BriefingContext, cells: readonly Cell[]): BriefingSection {
  const { say, edition } = context
  const heading = say('briefing.gaps')
  if (edition === 'summary') {
    return { is: 'list', id: 'gaps', heading, marker: 'none', lines: gapLines(context, cells) }
  }
  const rows = cells.map((cell) => ({
    number: null,
    cell,
    gap: cell.gap!,
    about: { is: 'cell', issueId: cell.issueId, partyId: cell.partyId } as const,
  }))
  return { is: 'table', id: 'gaps', heading, table: toTable(context, gapColumns(context), rows) }
}

/** Party by party where all was searched alike, else each search by itself. */
function gapLines(context: BriefingContext, cells: readonly Cell[]): Line[] {
  const { say } = context
  const searches = Map.groupBy(cells, ({ gap }) => searchKey(gap!))
  if (searches.size === 1) {
    return [
      ...partyLines(context, 'briefing.gapGroup', cells),
      line(added(searchOf(context, cells[0]!.gap!, 'all'), 'quiet')),
    ]
  }
  return [...searches.values()].flatMap((alike) =>
    [...Map.groupBy(alike, (cell) => cell.partyId)].map(([partyId, ofParty]) =>
      line(
        added(say('briefing.gapGroup', issuesOf(context, partyId, ofParty))),
        ...remarks([searchOf(context, ofParty[0]!.gap!, 'one')]),
      ),
    ),
  )
}

const searchKey = (gap: Gap): string => `${gap.asOf} ${gap.searchedWhere}`

function searchOf({ say, dateLabel }: BriefingContext, gap: Gap, scope: 'all' | 'one'): string {
  const date = dateLabel(gap.asOf)
  const where = gap.searchedWhere.trim()
  if (where === '') {
    return say(scope === 'all' ? 'briefing.gapAllSearchNowhere' : 'briefing.gapSearchNowhere', { date })
  }
  return say(scope === 'all' ? 'briefing.gapAllSearch' : 'briefing.gapSearch', { date, where })
}

function gapColumns(context: BriefingContext): AnnexColumn<{ number: null; cell: Cell; gap: Gap }>[] {
  const { say, written, dateLabel } = context
  return [
    {
      heading: say('briefing.column.party'),
      min: 30,
      max: 46,
      cell: ({ cell }) => [line(written(context.partyName(cell.partyId)))],
    },
    {
      heading: say('briefing.issue'),
      min: 44,
      max: 80,
      cell: ({ cell }) => {
        const issue = context.issue(cell.issueId)!
        return [line(added(issue.number, 'quiet'), written(issue.title))]
      },
    },
    {
      heading: say('briefing.column.asOf'),
      min: 24,
      max: 32,
      cell: ({ gap }) => [line(added(dateLabel(gap.asOf)))],
    },
    {
      heading: say('briefing.column.searchedWhere'),
      min: 50,
      max: 160,
      cell: ({ gap }) => [
        line(
          gap.searchedWhere === '' ? added(say('briefing.notDated'), 'quiet') : written(gap.searchedWhere),
          ...(gap.note === '' ? [] : [written(gap.note, 'assessed')]),
        ),
      ],
    },
  ]
}

function composeUnseen(context: BriefingContext, cells: readonly Cell[]): BriefingSection {
  return {
    is: 'list',
    id: 'unseen',
    heading: context.say('briefing.unseen'),
    marker: 'none',
    lines: partyLines(context, 'briefing.unseenGroup', cells),
  }
}

function partyLines(
  context: BriefingContext,
  words: 'briefing.gapGroup' | 'briefing.unseenGroup',
  cells: readonly Cell[],
): Line[] {
  return [...Map.groupBy(cells, (cell) => cell.partyId)].map(([partyId, ofParty]) =>
    line(added(context.say(words, issuesOf(context, partyId, ofParty)))),
  )
}

function issuesOf(context: BriefingContext, partyId: PartyId, cells: readonly Cell[]) {
  const issues = cells.map((cell) => context.issue(cell.issueId)?.number ?? '').join(', ')
  return { party: context.partyName(partyId), count: cells.length, issues }
}
