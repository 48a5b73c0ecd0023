import type { CslName } from '../../model/source'
import { authorDateEntry, noteCitation } from '../citation-style'
import type { SourceHead, StatementInContext } from '../evidence-item'
import { numberList } from '../number-list'
import { toTable, type AnnexColumn } from './annex-table'
import { added, line, remarks, type BriefingContext } from './briefing-context'
import type { BriefingSection, Line, Run, Subject } from './briefing-document'

type Row = {
  number: null
  mark: string
  source: SourceHead
  inContext: StatementInContext
  cited: number[]
  about: Subject
}

/** The sources that cited statements stand in: a table with everything known of each, or a short list. */
export function composeSources(context: BriefingContext): BriefingSection | null {
  const { say, edition, citations } = context
  const citedIn = Map.groupBy(citations.statements(), (cited) => cited.inContext.source.id)
  const rows = citations.sources().map(
    ({ number, source, inContext }): Row => ({
      number: null,
      mark: `S${number}`,
      source,
      inContext,
      cited: citedIn.get(source.id)!.map((cited) => cited.number),
      about: { is: 'record', kind: 'source', id: source.id },
    }),
  )
  if (rows.length === 0) return null
  const heading = say(`briefing.sources.${edition}`)
  if (edition === 'summary') {
    const lines = rows.map((row) => compactLine(context, row))
    return { is: 'list', id: 'sources', heading, marker: 'none', lines }
  }
  return { is: 'table', id: 'sources', heading, table: toTable(context, columnsFor(context), rows) }
}

function compactLine(context: BriefingContext, row: Row): Line {
  const { say, dateLabel } = context
  const { source, inContext } = row
  const outlet = inContext.outlet
  if (context.citationStyle !== 'marks') {
    const numbers = say('briefing.statementNumbers', {
      count: row.cited.length,
      numbers: numberList(row.cited),
    })
    return { ...line(...entryRuns(context, row), ...remarks([numbers])), about: row.about }
  }
  const graded = outlet === null || outlet.reliability === 'F' ? 'briefing.outlet' : 'briefing.outletGraded'
  const particulars = [
    outlet === null
      ? say('briefing.noOutlet')
      : say(graded, {
          name: outlet.name,
          kind: say(`outletKind.${outlet.kind}`),
          reliability: outlet.reliability,
        }),
    source.issued !== null && say('briefing.published', { date: dateLabel(source.issued) }),
    source.accessed !== null && say('briefing.accessed', { date: dateLabel(source.accessed) }),
    inContext.origin !== null && inContext.origin.title,
    languageName(context, source.language),
    say('briefing.statementNumbers', { count: row.cited.length, numbers: numberList(row.cited) }),
  ]
  return {
    ...line(added(row.mark, 'strong'), titleRun(context, source), ...remarks(particulars)),
    about: row.about,
  }
}

function titleRun({ language }: BriefingContext, source: SourceHead): Run {
  const own = source.language === language ? null : source.language
  return { is: 'words', text: source.title, tone: 'quotation', language: own }
}

function columnsFor(context: BriefingContext): AnnexColumn<Row>[] {
  const { say, page } = context
  const isWide = page.orientation === 'landscape'
  const title: AnnexColumn<Row> = {
    heading: say('briefing.column.title'),
    min: isWide ? 54 : 44,
    max: 110,
    cell: (row) => titleCell(context, row),
  }
  return [
    {
      heading: say('briefing.column.number'),
      min: 9,
      max: 9,
      cell: ({ mark }) => [line(added(mark, 'strong'))],
    },
    title,
    {
      heading: say('briefing.column.outlet'),
      min: 26,
      max: 44,
      cell: (row) => outletCell(context, row),
    },
    {
      heading: say('briefing.column.reliability'),
      min: 22,
      max: 30,
      cell: (row) => reliabilityCell(context, row),
    },
    {
      heading: say('briefing.column.published'),
      min: 20,
      max: 28,
      cell: ({ source }) => [dateLine(context, source.issued)],
    },
    {
      heading: say('briefing.column.accessed'),
      min: 20,
      max: 28,
      cell: ({ source }) => [dateLine(context, source.accessed)],
    },
    {
      heading: say('briefing.column.origin'),
      min: 17,
      max: 40,
      cell: (row) => originCell(context, row),
    },
    {
      heading: say('briefing.column.statements'),
      min: 22,
      max: 34,
      cell: ({ cited }) => [line(added(numberList(cited)))],
    },
  ]
}

/** The source by its mark, or by author and year, and all that a reader needs to find it. */
function entryRuns(context: BriefingContext, { mark, source, inContext }: Row): Run[] {
  const cited = { source, outlet: inContext.outlet }
  if (context.citationStyle === 'author-date') {
    return [added(authorDateEntry(cited, context.yearLetter(source.id), context))]
  }
  return [added(mark, 'strong'), added(noteCitation(cited, 'full', context))]
}

function titleCell(context: BriefingContext, row: Row): Line[] {
  const { source } = row
  if (context.citationStyle !== 'marks') {
    const [first, ...rest] = entryRuns(context, row)
    return [line(...(context.citationStyle === 'notes' ? rest : [first!, ...rest]))]
  }
  const authors = source.author.map(nameOf).join(', ')
  const particulars = remarks([
    authors !== '' && authors,
    languageName(context, source.language),
    source.URL !== '' && source.URL,
  ])
  return [line(titleRun(context, source), ...particulars)]
}

const nameOf = (name: CslName): string =>
  'literal' in name ? name.literal : [name.given, name.family].filter((part) => part !== '').join(' ')

function outletCell({ say, written }: BriefingContext, { inContext: { outlet } }: Row): Line[] {
  if (outlet === null) return [line(added(say('briefing.noOutlet'), 'quiet'))]
  return [line(written(outlet.name), added(say(`outletKind.${outlet.kind}`), 'quiet'))]
}

function reliabilityCell({ say, written }: BriefingContext, { inContext: { outlet } }: Row): Line[] {
  const reliability = outlet?.reliability ?? 'F'
  const words = say('briefing.reliability', { reliability, words: say(`reliability.${reliability}`) })
  // The outlet's note is where an author says how it was graded.
  const note = outlet === null || outlet.note === '' ? [] : [line(written(outlet.note, 'assessed'))]
  return [line(added(words)), ...note]
}

function originCell({ say, written }: BriefingContext, { inContext: { origin } }: Row): Line[] {
  return [line(origin === null ? added(say('briefing.ownOrigin'), 'quiet') : written(origin.title))]
}

function dateLine({ say, dateLabel }: BriefingContext, date: string | null): Line {
  return line(date === null ? added(say('briefing.notDated'), 'quiet') : added(dateLabel(date)))
}

/** A language by its name; null where nobody knows which it is. */
function languageName({ language }: BriefingContext, code: string): string | null {
  if (code === 'und') return null
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(code) ?? code
}
