import type { CslName } from '../../model/source'
import { bearingsOf } from './bearings'
import type { ExportContext, NumberedStatement } from './export-context'
import type { SheetColumn } from './sheet-table'

type Column = SheetColumn<NumberedStatement>

/** Statements, one row each with everything known of them. */
export function statementColumns(context: ExportContext): Column[] {
  return [...sayingColumns(context), ...anchorColumns(context), ...sourceOfStatementColumns(context)]
}

function sayingColumns(context: ExportContext): Column[] {
  const { say } = context
  const bearings = bearingsOf(context)
  return [
    { heading: say('export.column.number'), width: 7, value: ({ number }) => number },
    { heading: say('export.column.words'), width: 60, value: ({ inContext }) => inContext.statement.text },
    {
      heading: say('export.column.translation'),
      width: 30,
      value: ({ inContext }) => inContext.statement.translation,
    },
    {
      heading: say('export.column.form'),
      width: 12,
      value: ({ inContext }) => say(`form.${inContext.statement.form}`),
    },
    {
      heading: say('export.column.speaker'),
      width: 22,
      value: ({ inContext: { speaker } }) =>
        speaker === null ? say('briefing.noSpeaker') : (speaker.name ?? speaker.description),
    },
    {
      heading: say('export.column.anonymous'),
      width: 11,
      value: ({ inContext: { speaker } }) => say(speaker?.isAnonymous ? 'export.yes' : 'export.no'),
    },
    {
      heading: say('export.column.office'),
      width: 20,
      value: ({ inContext: { affiliation } }) => affiliation?.office ?? '',
    },
    {
      heading: say('export.column.onBehalfOf'),
      width: 16,
      value: ({ inContext: { onBehalfOf } }) => onBehalfOf?.name ?? say('briefing.noParty'),
    },
    {
      heading: say('export.column.relayedBy'),
      width: 16,
      value: ({ inContext: { relayedBy } }) => relayedBy?.name ?? '',
    },
    {
      heading: say('export.column.saidOn'),
      width: 13,
      value: ({ inContext }) => inContext.statement.saidOn ?? '',
    },
    {
      heading: say('export.column.saidOnWords'),
      width: 16,
      value: ({ inContext }) => inContext.statement.saidOnWords,
    },
    { heading: say('export.column.place'), width: 14, value: ({ inContext }) => inContext.statement.place },
    {
      heading: say('export.column.event'),
      width: 18,
      value: ({ inContext: { event } }) => event?.title ?? '',
    },
    {
      heading: say('export.column.bearsOn'),
      width: 30,
      value: ({ inContext }) => bearings(inContext.statement.id).join('\n'),
    },
  ]
}

function anchorColumns({ say }: ExportContext): Column[] {
  return [
    {
      heading: say('export.column.passage'),
      width: 40,
      value: ({ inContext: { statement, spans } }) => {
        const passage = spans.map(({ exact }) => exact).join(' […] ')
        return passage === statement.text ? '' : passage
      },
    },
    {
      heading: say('export.column.page'),
      width: 7,
      value: ({ inContext: { spans } }) =>
        [...new Set(spans.flatMap(({ page }) => (page === null ? [] : [page])))].join(', '),
    },
    {
      heading: say('export.column.found'),
      width: 11,
      value: ({ inContext: { isOrphaned, spans } }) =>
        spans.length === 0 ? '' : say(isOrphaned ? 'export.no' : 'export.yes'),
    },
  ]
}

function sourceOfStatementColumns({ say, leaving }: ExportContext): Column[] {
  const tags = tagNames({ leaving }, 'statementId')
  return [
    { heading: say('export.column.source'), width: 30, value: ({ inContext: { source } }) => source.title },
    {
      heading: say('export.column.authors'),
      width: 20,
      value: ({ inContext: { source } }) => source.author.map(nameOf).join('; '),
    },
    {
      heading: say('export.column.outlet'),
      width: 18,
      value: ({ inContext: { outlet } }) => outlet?.name ?? '',
    },
    {
      heading: say('export.column.published'),
      width: 13,
      value: ({ inContext: { source } }) => source.issued ?? '',
    },
    { heading: say('export.column.url'), width: 30, value: ({ inContext: { source } }) => source.URL },
    {
      heading: say('export.column.language'),
      width: 10,
      value: ({ inContext: { source } }) => source.language,
    },
    {
      heading: say('export.column.origin'),
      width: 18,
      value: ({ inContext: { origin } }) => origin?.title ?? '',
    },
    {
      heading: say('export.column.reliability'),
      width: 12,
      value: ({ inContext: { outlet } }) => outlet?.reliability ?? 'F',
    },
    {
      heading: say('export.column.credibility'),
      width: 12,
      value: ({ inContext: { statement } }) => statement.credibility,
    },
    {
      heading: say('export.column.tags'),
      width: 14,
      value: ({ inContext: { statement } }) => (tags.get(statement.id) ?? []).join('; '),
    },
    { heading: say('export.column.note'), width: 24, value: ({ inContext }) => inContext.statement.note },
    {
      heading: say('export.column.id'),
      width: 36,
      isForPrograms: true,
      value: ({ inContext }) => inContext.statement.id,
    },
    {
      heading: say('export.column.sourceId'),
      width: 36,
      isForPrograms: true,
      value: ({ inContext: { source } }) => source.id,
    },
  ]
}

/** A name in the order in which it is spoken. */
export const nameOf = (name: CslName): string =>
  'literal' in name ? name.literal : [name.given, name.family].filter((part) => part !== '').join(' ')

/** The names of the tags on each record of one kind. */
export function tagNames(
  { leaving: { records } }: Pick<ExportContext, 'leaving'>,
  field: 'statementId' | 'positionId' | 'sourceId',
): ReadonlyMap<string, string[]> {
  const names = new Map(records.tag.map(({ id, name }) => [id, name]))
  const found = new Map<string, string[]>()
  for (const tagging of records.tagging) {
    const id = tagging[field]
    if (id !== null) found.set(id, [...(found.get(id) ?? []), names.get(tagging.tagId) ?? ''])
  }
  return found
}
