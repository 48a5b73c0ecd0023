import { positionKind } from '../../model/position'
import type { Answer, Condition } from '../../model/position'
import type { Cell, CellPosition, ComparedIssue } from '../comparison'
import type { EvidenceItem } from '../evidence-item'
import { cellKey } from '../whole-dossier'
import type { ComparisonCell, ComparisonRow, ComparisonTable, Line, Run } from './briefing-document'
import {
  added,
  isAfter,
  lengthOf,
  line,
  remarks,
  sourceLeftOut,
  type BriefingContext,
} from './briefing-context'
import { scalePlace } from '../scale'
import { columnGroups, comparisonWidths } from './page-layout'

/** The comparison as a table; cites row by row, each cell from top to bottom, whatever the paper. */
export function composeComparison(context: BriefingContext): ComparisonTable {
  const { say, records, page } = context
  const { parties, issues, cells } = records.comparison
  const rows = issues.map((issue, index) => {
    const held = cells.slice(index * parties.length, (index + 1) * parties.length)
    return context.rows === 'kept'
      ? composeRow(context, issue, held)
      : comparisonRowAsRead(context, issue, held)
  })
  // Those that are made as they are read cite in the order in which they stand, whichever is read first.
  if (context.rows === 'made as read') for (const cell of cells) citeCell(context, cell)
  const lengths = lengthsOf(rows, parties.length)

  return {
    heading: headingOf(context),
    issueHeading: say('briefing.issue'),
    zoneHeading: say('briefing.landingZone'),
    parties: parties.map(({ id, shortName, role, colour }) => ({
      id,
      name: shortName,
      role: say(`role.${role}`),
      colour,
    })),
    rows,
    groups: columnGroups(parties.length, page).map((group) => ({
      ...group,
      widthsMm: comparisonWidths(group, lengths, page),
    })),
    key: composeKey(context),
  }
}

/** A part that leaves something out says so where it is read. */
function headingOf({ say, records: { part, comparison } }: BriefingContext): string {
  const [issues, parties] = [comparison.issues.length, comparison.parties.length]
  const [allIssues, allParties] = [part?.whole.issues.length, part?.whole.parties.length]
  if (part === null || (issues === allIssues && parties === allParties)) return say('briefing.comparison')
  return say('briefing.comparisonOf', {
    issues,
    allIssues: part.whole.issues.length,
    parties,
    allParties: part.whole.parties.length,
  })
}

/** As many rows as tell how wide the parties' columns are to be. */
const enoughToWeigh = 250

/** How much stands in each column; for those of the parties some of many rows are read, from the first to the last. */
function lengthsOf(rows: readonly ComparisonRow[], parties: number) {
  const lengths = { issues: 0, parties: Array.from({ length: parties }, () => 0), zone: 0 }
  const step = Math.ceil(rows.length / enoughToWeigh)
  let longest = 0
  for (const [at, row] of rows.entries()) {
    longest = Math.max(longest, lengthOf(row.heading))
    lengths.zone += lengthOf(row.landingZone)
    if (at % step !== 0) continue
    for (const [column, { lines }] of row.cells.entries()) lengths.parties[column]! += lengthOf(lines) * step
  }
  return { ...lengths, issues: longest * rows.length }
}

function composeRow(context: BriefingContext, issue: ComparedIssue, cells: readonly Cell[]): ComparisonRow {
  return {
    issueId: issue.id,
    depth: issue.depth,
    number: issue.number,
    heading: composeHeading(context, issue),
    cells: cells.map((cell) => composeCell(context, cell)),
    landingZone: composeZone(context, issue),
  }
}

function comparisonRowAsRead(
  context: BriefingContext,
  issue: ComparedIssue,
  cells: readonly Cell[],
): ComparisonRow {
  return {
    issueId: issue.id,
    depth: issue.depth,
    number: issue.number,
    get heading() {
      return composeHeading(context, issue)
    },
    // Most readers want a few of many columns.
    get cells() {
      return cells.map((cell) => new CellAsRead(context, cell))
    },
    get landingZone() {
      return composeZone(context, issue)
    },
  }
}

class CellAsRead implements ComparisonCell {
  readonly #context: BriefingContext
  readonly #cell: Cell
  constructor(context: BriefingContext, cell: Cell) {
    this.#context = context
    this.#cell = cell
  }
  get state() {
    return stateOf(this.#context, this.#cell)
  }
  get lines() {
    return composeCell(this.#context, this.#cell).lines
  }
}

function composeHeading(context: BriefingContext, issue: ComparedIssue): Line[] {
  const { say, written, edition } = context
  const heading = line(written(issue.title, 'strong'), {
    is: 'status',
    status: issue.status,
    word: say(`status.${issue.status}`),
  })
  const question =
    edition === 'sourced' && issue.question !== '' ? [line(written(issue.question, 'quiet'))] : []
  return [heading, ...question]
}

function composeZone({ say, written }: BriefingContext, issue: ComparedIssue): Line[] {
  const { landingZone, zoneLow, zoneHigh } = issue
  const place = scalePlace(say, zoneLow, zoneHigh)
  return [
    ...(landingZone === '' ? [] : [line(written(landingZone, 'assessed'))]),
    ...(place === null ? [] : [line(added(say('briefing.zoneOnScale', { place }), 'quiet'))]),
  ]
}

export function composeCell(context: BriefingContext, cell: Cell): ComparisonCell {
  const { say, dateLabel } = context
  const state = stateOf(context, cell)
  if (state === 'held') {
    return { state, lines: cell.positions.flatMap((position) => composePosition(context, position)) }
  }
  if (state === 'gap') {
    return { state, lines: [line(added(say('briefing.gapCell', { date: dateLabel(cell.gap!.asOf) })))] }
  }
  const words = isWithheld(context, cell) ? 'export.withheld' : 'briefing.unseenCell'
  return { state, lines: [line(added(say(words)))] }
}

const isWithheld = ({ records }: BriefingContext, cell: Cell): boolean =>
  records.withheldCells.size > 0 && records.withheldCells.has(cellKey(cell))

function stateOf(context: BriefingContext, cell: Cell): ComparisonCell['state'] {
  if (cell.positions.length > 0) return 'held'
  return cell.gap === null || isWithheld(context, cell) ? 'unseen' : 'gap'
}

/** Cites what the lines of a cell cite, in the order in which they are read. */
function citeCell(context: BriefingContext, { positions }: Cell): void {
  for (const position of positions) {
    const { behind, own, others } = evidenceOf(context, position)
    context.cite(behind)
    context.cite(own)
    context.cite(others)
    for (const answer of answersOf(context, position)) context.cite(context.evidenceFor(answer.id))
    for (const condition of position.conditions) context.cite(context.evidenceFor(condition.id))
  }
}

/** What stands behind a position, what its own party says against it, and what others do. */
function evidenceOf(context: BriefingContext, { id, partyId }: CellPosition) {
  const items = context.evidenceFor(id)
  const against = items.filter((item) => item.evidence.relation === 'contradicts')
  if (against.length === 0) return { behind: items, own: none, others: none }
  return {
    behind: items.filter((item) => item.evidence.relation !== 'contradicts'),
    own: against.filter((item) => item.statement.onBehalfOfId === partyId),
    others: against.filter((item) => item.statement.onBehalfOfId !== partyId),
  }
}

const none: readonly EvidenceItem[] = []

const answersOf = ({ records }: BriefingContext, { answers }: CellPosition): readonly Answer[] =>
  answers.filter((answer) => !isAfter(records.comparison.asOf, answer.onDate))

function composePosition(context: BriefingContext, position: CellPosition): Line[] {
  const { say, written, records } = context
  const { behind, own, others } = evidenceOf(context, position)
  const isInferred = position.basis === 'inferred'
  const runs: Run[] = [
    {
      is: 'kind',
      kind: position.kind,
      letter: say(`kindLetter.${position.kind}`),
      word: say(`kind.${position.kind}`),
    },
    written(position.text, isInferred ? 'assessed' : 'plain'),
    ...(position.addresseeId === null
      ? []
      : [added(say('briefing.to', { party: context.partyName(position.addresseeId) }), 'quiet')]),
    ...context.cite(behind),
    ...contradictionRuns(context, 'briefing.contradictedByOwn', own),
    ...contradictionRuns(context, 'briefing.contradictedByOthers', others),
    ...(position.firmness === 'red line' ? [added(say('firmness.red line'), 'red line')] : []),
    ...remarks([
      position.stance !== null && say(`stance.${position.stance}`),
      (position.firmness === 'firm' || position.firmness === 'flexible') &&
        say(`firmness.${position.firmness}`),
      position.basis !== 'stated' && say(`basis.${position.basis}`),
      sourceLeftOut(context, position.id) ??
        (behind.length === 0 && !isInferred && say('briefing.noStatementCited')),
      records.lostCondition.has(position.id) && say('export.conditionLeftOut'),
      position.isAnonymousOnly && say('briefing.anonymousOnly'),
      position.needsResearch && say('briefing.needsResearch'),
    ]),
    ...answersOf(context, position).flatMap((answer) => composeAnswer(context, answer)),
  ]
  return [
    { is: 'position', runs },
    ...position.conditions.map((condition) => composeCondition(context, condition)),
  ]
}

function contradictionRuns(
  { say, cite }: BriefingContext,
  words: 'briefing.contradictedByOwn' | 'briefing.contradictedByOthers',
  items: readonly EvidenceItem[],
): Run[] {
  return items.length === 0 ? [] : [added(say(words), 'quiet'), ...cite(items)]
}

export function composeCondition(context: BriefingContext, condition: Condition): Line {
  const { say, written } = context
  const mover = condition.byPartyId
  return {
    is: 'condition',
    runs: [
      added(say(`relation.${condition.relation}`), 'relation'),
      written(condition.text),
      ...context.cite(context.evidenceFor(condition.id)),
      ...remarks([
        say(`conditionState.${condition.state}`),
        mover !== null && say('briefing.toMove', { party: context.partyName(mover) }),
        sourceLeftOut(context, condition.id),
      ]),
    ],
  }
}

function composeAnswer(context: BriefingContext, answer: Answer): Run[] {
  const { say, dateLabel } = context
  const party = context.partyName(answer.partyId)
  return [
    added(say('briefing.answer', { party, outcome: say(`outcome.${answer.outcome}`) })),
    ...context.cite(context.evidenceFor(answer.id)),
    ...remarks([answer.onDate !== null && dateLabel(answer.onDate), sourceLeftOut(context, answer.id)]),
  ]
}

/** Explains what is in this comparison and nothing else. */
function composeKey(context: BriefingContext): Run[][] {
  const { say, records, citations, notesAt } = context
  const { cells, issues } = records.comparison
  const positions = cells.flatMap((cell) => cell.positions)
  const kinds = positionKind.options.filter((kind) => positions.some((position) => position.kind === kind))
  const hasItalic =
    positions.some((position) => position.basis === 'inferred') || issues.some((issue) => issue.landingZone)
  const hasGaps = cells.some((cell) => cell.gap !== null)
  const entry = (term: string, meaning: string): Run[] => [added(term, 'strong'), added(meaning)]

  return [
    ...kinds.map((kind) => entry(say(`kindLetter.${kind}`), say(`kind.${kind}`))),
    ...(positions.some((position) => position.addresseeId !== null)
      ? [entry(say('briefing.to', { party: '' }).trim(), say('briefing.key.addressee'))]
      : []),
    ...(hasGaps ? [entry(say('briefing.key.hatched'), say('briefing.key.hatchedMeans'))] : []),
    ...(citations.statements().length > 0
      ? [
          [
            added(say('briefing.key.figures'), 'strong'),
            { ...added(say(`briefing.key.notesAt.${notesAt}`)), atFoot: say('briefing.key.notesAtFoot') },
          ],
        ]
      : []),
    ...(hasItalic ? [entry(say('briefing.key.italic'), say('briefing.key.italicMeans'))] : []),
  ]
}
