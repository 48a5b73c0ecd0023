import type { Gap } from '../../model/position'
import type { SourceHead } from '../evidence-item'
import type { ExportContext } from './export-context'
import type { SheetColumn } from './sheet-table'
import { nameOf, tagNames } from './statement-columns'

/** Sources, one row each, with how they were graded. */
export function sourceColumns({ say, leaving }: ExportContext): SheetColumn<SourceHead>[] {
  const { records } = leaving
  const outlets = new Map(records.outlet.map((outlet) => [outlet.id, outlet]))
  const origins = new Map(records.origin.map((origin) => [origin.id, origin]))
  const counts = new Map<string, number>()
  for (const { sourceId } of records.statement) {
    counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1)
  }
  const tags = tagNames({ leaving }, 'sourceId')
  const outletOf = ({ outletId }: SourceHead) => (outletId === null ? undefined : outlets.get(outletId))
  return [
    { heading: say('export.column.source'), width: 44, value: ({ title }) => title },
    { heading: say('export.column.sourceType'), width: 14, value: ({ type }) => type },
    {
      heading: say('export.column.authors'),
      width: 22,
      value: ({ author }) => author.map(nameOf).join('; '),
    },
    { heading: say('export.column.outlet'), width: 20, value: (source) => outletOf(source)?.name ?? '' },
    {
      heading: say('export.column.outletKind'),
      width: 13,
      value: (source) => {
        const kind = outletOf(source)?.kind
        return kind === undefined ? '' : say(`outletKind.${kind}`)
      },
    },
    {
      heading: say('export.column.reliability'),
      width: 22,
      value: (source) => {
        const reliability = outletOf(source)?.reliability ?? 'F'
        return say('briefing.reliability', { reliability, words: say(`reliability.${reliability}`) })
      },
    },
    { heading: say('export.column.published'), width: 13, value: ({ issued }) => issued ?? '' },
    { heading: say('export.column.accessed'), width: 13, value: ({ accessed }) => accessed ?? '' },
    { heading: say('export.column.url'), width: 36, value: ({ URL }) => URL },
    {
      heading: say('export.column.origin'),
      width: 22,
      value: ({ originId }) => (originId === null ? '' : (origins.get(originId)?.title ?? '')),
    },
    { heading: say('export.column.language'), width: 10, value: ({ language }) => language },
    { heading: say('export.sheet.statements'), width: 12, value: ({ id }) => counts.get(id) ?? 0 },
    { heading: say('export.column.tags'), width: 14, value: ({ id }) => (tags.get(id) ?? []).join('; ') },
    { heading: say('export.column.note'), width: 30, value: ({ note }) => note },
    { heading: say('export.column.id'), width: 36, isForPrograms: true, value: ({ id }) => id },
  ]
}

export type GapRow = { gap: Gap; number: string; title: string }

/** Documented absences of the rows and columns shown, whatever was found since. */
export function gapRows({ leaving, rows, columns }: ExportContext): GapRow[] {
  const shown = new Set(columns.map(({ party }) => party.id))
  const gaps = Map.groupBy(leaving.records.gap, ({ issueId }) => issueId)
  return rows.flatMap(({ issue }) =>
    (gaps.get(issue.id) ?? [])
      .filter(({ partyId }) => shown.has(partyId))
      .map((gap) => ({ gap, number: issue.number, title: issue.title })),
  )
}

export function gapColumns({ say, party }: ExportContext): SheetColumn<GapRow>[] {
  return [
    { heading: say('export.column.issueNumber'), width: 10, value: ({ number }) => number },
    { heading: say('export.column.issue'), width: 40, value: ({ title }) => title },
    { heading: say('export.column.party'), width: 24, value: ({ gap }) => party(gap.partyId)?.name ?? '' },
    { heading: say('export.column.asOf'), width: 14, value: ({ gap }) => gap.asOf },
    { heading: say('export.column.searchedWhere'), width: 50, value: ({ gap }) => gap.searchedWhere },
    { heading: say('export.column.note'), width: 40, value: ({ gap }) => gap.note },
  ]
}
