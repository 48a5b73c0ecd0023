import type { Answer, Condition, Position, PositionId } from '../../model/position'
import type { CellPosition, ComparedIssue } from '../comparison'
import type { ExportContext } from './export-context'
import type { SheetColumn } from './sheet-table'
import { tagNames } from './statement-columns'

/** A position of the rows and columns shown, whether or not it is in force at the day. */
export type PositionRow = { position: Position; issue: ComparedIssue; inForce: CellPosition | null }

export function positionRows({ leaving, cellAt, rows, columns }: ExportContext): PositionRow[] {
  const inForce = new Map<PositionId, CellPosition>()
  const columnsOf = Map.groupBy(columns, ({ party }) => party.id)
  const positions = Map.groupBy(leaving.records.position, ({ issueId }) => issueId)
  for (const { row } of rows) {
    for (const { column } of columns) {
      for (const position of cellAt(row, column).positions) inForce.set(position.id, position)
    }
  }
  return rows.flatMap(({ issue }) => {
    const here = (positions.get(issue.id) ?? []).filter(({ partyId }) => columnsOf.has(partyId))
    const byParty = Map.groupBy(here, ({ partyId }) => partyId)
    return columns.flatMap(({ party }) =>
      (byParty.get(party.id) ?? []).map((position) => ({
        position,
        issue,
        inForce: inForce.get(position.id) ?? null,
      })),
    )
  })
}

type Column = SheetColumn<PositionRow>

/** Positions, one row each with every attribute. */
export function positionColumns(context: ExportContext): Column[] {
  return [
    ...placeColumns(context),
    ...attributeColumns(context),
    ...evidenceColumns(context),
    ...analystColumns(context),
  ]
}

function placeColumns({ say, party }: ExportContext): Column[] {
  return [
    { heading: say('export.column.issueNumber'), width: 10, value: ({ issue }) => issue.number },
    { heading: say('export.column.issue'), width: 30, value: ({ issue }) => issue.title },
    {
      heading: say('export.column.issueStatus'),
      width: 12,
      value: ({ issue }) => say(`status.${issue.status}`),
    },
    {
      heading: say('export.column.party'),
      width: 20,
      value: ({ position }) => party(position.partyId)?.name ?? '',
    },
    {
      heading: say('export.column.partyShort'),
      width: 12,
      value: ({ position }) => party(position.partyId)?.shortName ?? '',
    },
    { heading: say('export.column.kind'), width: 13, value: ({ position }) => say(`kind.${position.kind}`) },
    { heading: say('export.column.position'), width: 60, value: ({ position }) => position.text },
    {
      heading: say('export.column.addressee'),
      width: 16,
      value: ({ position }) => party(position.addresseeId)?.name ?? '',
    },
  ]
}

function attributeColumns(context: ExportContext): Column[] {
  const { say, dateLabel, asOf, leaving } = context
  const conditions = Map.groupBy(leaving.records.condition, ({ positionId }) => positionId)
  const answers = Map.groupBy(leaving.records.answer, ({ positionId }) => positionId)
  return [
    {
      heading: say('export.column.stance'),
      width: 14,
      value: ({ position }) => (position.stance === null ? '' : say(`stance.${position.stance}`)),
    },
    { heading: say('export.column.atLow'), width: 9, value: ({ position }) => position.atLow ?? '' },
    { heading: say('export.column.atHigh'), width: 9, value: ({ position }) => position.atHigh ?? '' },
    {
      heading: say('export.column.firmness'),
      width: 11,
      value: ({ position }) => say(`firmness.${position.firmness}`),
    },
    { heading: say('export.column.salience'), width: 9, value: ({ position }) => position.salience ?? '' },
    {
      heading: say('export.column.basis'),
      width: 10,
      value: ({ position }) => say(`basis.${position.basis}`),
    },
    { heading: say('export.column.from'), width: 12, value: ({ position }) => position.from ?? '' },
    { heading: say('export.column.until'), width: 12, value: ({ position }) => position.until ?? '' },
    {
      heading: say('export.column.inForce', { date: dateLabel(asOf) }),
      width: 10,
      value: ({ inForce }) => say(inForce === null ? 'export.no' : 'export.yes'),
    },
    {
      heading: say('export.column.conditions'),
      width: 36,
      value: ({ position }) =>
        [
          ...(conditions.get(position.id) ?? []).map(conditionWords(context)),
          ...(leaving.lostCondition.has(position.id) ? [say('export.conditionLeftOut')] : []),
        ].join('\n'),
    },
    {
      heading: say('export.column.answers'),
      width: 24,
      value: ({ position }) => (answers.get(position.id) ?? []).map(answerWords(context)).join('\n'),
    },
  ]
}

/** What leaves without the statements behind it says so wherever it stands. */
const marked = (
  { say, leaving }: Pick<ExportContext, 'say' | 'leaving'>,
  id: string,
  words: string,
): string => (leaving.restsOnLeftOut.has(id) ? `${words} [${say('export.sourceLeftOut')}]` : words)

function conditionWords({ say, party, leaving }: ExportContext) {
  return ({ id, relation, text, state, byPartyId }: Condition): string =>
    marked(
      { say, leaving },
      id,
      say(byPartyId === null ? 'export.conditionLine' : 'export.conditionLineMover', {
        relation: say(`relation.${relation}`),
        text,
        state: say(`conditionState.${state}`),
        party: party(byPartyId)?.shortName ?? '',
      }),
    )
}

function answerWords({ say, party, dateLabel, leaving }: ExportContext) {
  return ({ id, partyId, outcome, onDate }: Answer): string =>
    marked(
      { say, leaving },
      id,
      say(onDate === null ? 'export.answerLine' : 'export.answerLineDated', {
        party: party(partyId)?.shortName ?? '',
        outcome: say(`outcome.${outcome}`),
        date: onDate === null ? '' : dateLabel(onDate),
      }),
    )
}

function evidenceColumns({ say, evidenceFor, numberOf, leaving }: ExportContext): Column[] {
  return [
    {
      heading: say('export.column.statementCount'),
      width: 10,
      value: ({ position }) =>
        evidenceFor(position.id).filter(({ relation }) => relation !== 'contradicts').length,
    },
    {
      heading: say('export.column.originCount'),
      width: 9,
      value: ({ inForce }) => inForce?.evidence.origins ?? '',
    },
    {
      heading: say('export.column.newest'),
      width: 12,
      value: ({ inForce }) => inForce?.evidence.newest ?? '',
    },
    {
      heading: say('export.column.bestGrade'),
      width: 8,
      value: ({ inForce }) => inForce?.evidence.bestGrade ?? '',
    },
    {
      heading: say('export.column.contradicted'),
      width: 14,
      value: ({ inForce }) =>
        inForce === null || inForce.contradiction === null
          ? ''
          : say(
              inForce.contradiction === 'own'
                ? 'briefing.contradictedByOwn'
                : 'briefing.contradictedByOthers',
            ),
    },
    {
      heading: say('export.column.statementNumbers'),
      width: 14,
      value: ({ position }) =>
        leaving.restsOnLeftOut.has(position.id)
          ? say('export.sourceLeftOut')
          : evidenceFor(position.id)
              .map(({ statementId }) => numberOf(statementId))
              .toSorted((a, b) => a - b)
              .join(', '),
    },
  ]
}

function analystColumns({ say, leaving }: ExportContext): Column[] {
  const tags = tagNames({ leaving }, 'positionId')
  return [
    {
      heading: say('export.column.needsResearch'),
      width: 10,
      value: ({ position }) => say(position.needsResearch ? 'export.yes' : 'export.no'),
    },
    { heading: say('export.column.whyMoved'), width: 30, value: ({ position }) => position.whyMoved },
    { heading: say('export.column.assessment'), width: 30, value: ({ position }) => position.assessment },
    {
      heading: say('export.column.tags'),
      width: 14,
      value: ({ position }) => (tags.get(position.id) ?? []).join('; '),
    },
    {
      heading: say('export.column.id'),
      width: 36,
      isForPrograms: true,
      value: ({ position }) => position.id,
    },
    {
      heading: say('export.column.issueId'),
      width: 36,
      isForPrograms: true,
      value: ({ position }) => position.issueId,
    },
    {
      heading: say('export.column.partyId'),
      width: 36,
      isForPrograms: true,
      value: ({ position }) => position.partyId,
    },
    {
      heading: say('export.column.supersedes'),
      width: 36,
      isForPrograms: true,
      value: ({ position }) => position.supersedesId ?? '',
    },
  ]
}
