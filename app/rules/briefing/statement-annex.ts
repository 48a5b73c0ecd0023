import type { StatementInContext } from '../evidence-item'
import { gradeText } from '../grade'
import { toTable, type AnnexColumn } from './annex-table'
import { bearingsOf } from './bearing'
import { added, line, remarks, type BriefingContext } from './briefing-context'
import type { BriefingSection, Line } from './briefing-document'

type Row = { number: number; inContext: StatementInContext }
type Column = AnnexColumn<Row>
type Bearings = ReturnType<typeof bearingsOf>

/** Every statement cited so far with its own words; null where none is. Call when all else has cited. */
export function composeStatements(context: BriefingContext): BriefingSection | null {
  const { say, edition, citations } = context
  const rows = citations.statements()
  if (rows.length === 0) return null
  return {
    is: 'table',
    id: 'statements',
    heading: say(`briefing.statements.${edition}`),
    table: toTable(context.page, columnsFor(context), rows),
  }
}

function columnsFor(context: BriefingContext): Column[] {
  const bearings = bearingsOf(context)
  const { say, edition, page } = context
  const number = { heading: say('briefing.column.number'), min: 9, max: 9, cell: numberCell }
  const words = {
    heading: say('briefing.column.words'),
    min: 60,
    max: 160,
    cell: (row: Row) => wordsCell(context, row),
  }
  const saidOn = {
    heading: say('briefing.column.saidOn'),
    min: 23,
    max: 30,
    cell: (row: Row) => saidOnCell(context, row),
  }
  const saidBy = (cell: Column['cell']) => ({
    heading: say('briefing.column.saidBy'),
    min: 32,
    max: 46,
    cell,
  })
  if (edition === 'summary') {
    const source = {
      heading: say('briefing.column.source'),
      min: 14,
      max: 30,
      cell: (row: Row) => throughCell(context, row),
    }
    return [
      number,
      words,
      saidBy((row) => [...saidByCell(context, row), ...forLine(context, row)]),
      saidOn,
      source,
    ]
  }

  const grade = {
    heading: say('briefing.column.grade'),
    min: 18,
    max: 18,
    cell: (row: Row) => gradeCell(context, row),
  }
  const bearsOn = {
    heading: say('briefing.column.bearsOn'),
    min: 25,
    max: 42,
    cell: (row: Row) => bearsOnCell(context, bearings, row),
  }
  if (page.orientation === 'portrait') {
    const all = (row: Row) => [
      ...saidByCell(context, row),
      ...forLine(context, row),
      ...throughLines(context, row),
    ]
    return [number, words, saidBy(all), saidOn, grade, bearsOn]
  }
  return [
    number,
    words,
    saidBy((row) => saidByCell(context, row)),
    { heading: say('briefing.column.for'), min: 17, max: 26, cell: (row) => [forCell(context, row)] },
    {
      heading: say('briefing.column.through'),
      min: 17,
      max: 30,
      cell: (row) => throughCell(context, row),
    },
    saidOn,
    grade,
    bearsOn,
  ]
}

const numberCell = ({ number }: Row): Line[] => [line(added(String(number), 'strong'))]

function wordsCell({ say, language }: BriefingContext, { inContext }: Row): Line[] {
  const { statement, source, isOrphaned } = inContext
  const sourceLanguage = source.language === language ? null : source.language
  const text =
    statement.form === 'verbatim' && !isQuoted(statement.text)
      ? say('briefing.quoted', { words: statement.text })
      : statement.text
  const remark = remarks([say(`form.${statement.form}`), isOrphaned && say('briefing.orphaned')])
  const words = line({ is: 'words', text, tone: 'quotation', language: sourceLanguage }, ...remark)
  if (statement.translation === '') return [words]
  return [words, line(added(say('briefing.translated', { words: statement.translation }), 'quiet'))]
}

/** Already between marks of its own. */
const isQuoted = (text: string): boolean => /^\s*["“„«「『‘'].*["”“»」』’']\s*$/su.test(text)

function saidByCell({ say, written }: BriefingContext, { inContext }: Row): Line[] {
  const { speaker, affiliation } = inContext
  if (speaker === null) return [line(added(say('briefing.noSpeaker'), 'quiet'))]
  if (speaker.isAnonymous || speaker.name === null) {
    return [
      line(written(speaker.description), ...remarks([speaker.isAnonymous && say('briefing.anonymous')])),
    ]
  }
  const office = affiliation?.office || speaker.description
  const name =
    office === '' ? speaker.name : say('briefing.speakerWithOffice', { speaker: speaker.name, office })
  return [line(written(name))]
}

function forCell({ say, written }: BriefingContext, { inContext }: Row): Line {
  const party = inContext.onBehalfOf
  return line(party === null ? added(say('briefing.noParty'), 'quiet') : written(party.shortName))
}

function forLine({ say }: BriefingContext, { inContext }: Row): Line[] {
  const party = inContext.onBehalfOf
  return [
    line(
      added(
        party === null ? say('briefing.noParty') : say('briefing.forParty', { party: party.shortName }),
        'quiet',
      ),
    ),
  ]
}

function throughCell({ say, citations }: BriefingContext, { inContext }: Row): Line[] {
  const { relayedBy, source } = inContext
  const mark = citations.sourceMark(source.id)!
  return [
    line(
      added(
        relayedBy === null ? mark : say('briefing.throughSource', { outlet: relayedBy.name, source: mark }),
      ),
    ),
  ]
}

function throughLines({ say, citations }: BriefingContext, { inContext }: Row): Line[] {
  const { relayedBy, source } = inContext
  const through = relayedBy === null ? [] : [say('briefing.throughLine', { outlet: relayedBy.name })]
  const inSource = say('briefing.inSource', { source: citations.sourceMark(source.id)! })
  return [line(added([...through, inSource].join(', '), 'quiet'))]
}

function saidOnCell({ say, dateLabel }: BriefingContext, { inContext }: Row): Line[] {
  const { saidOn, saidOnWords } = inContext.statement
  const date = saidOn === null ? added(say('briefing.noDate'), 'quiet') : added(dateLabel(saidOn))
  return [
    line(date, ...remarks([saidOnWords !== '' && say('briefing.workedOutFrom', { words: saidOnWords })])),
  ]
}

function gradeCell({ say }: BriefingContext, { inContext }: Row): Line[] {
  const reliability = inContext.outlet?.reliability ?? 'F'
  const grade = gradeText({ reliability, credibility: inContext.statement.credibility })
  return [line(grade === null ? added(say('briefing.ungraded'), 'quiet') : added(grade, 'strong'))]
}

function bearsOnCell(context: BriefingContext, bearings: Bearings, { inContext }: Row): Line[] {
  const { id } = inContext.statement
  const words = bearings.get(id) ?? []
  const isAboutPoint = context.records.points.some((point) => point.statementId === id)
  if (words.length === 0 && isAboutPoint) return [line(added(context.say('briefing.bearsOn.point'), 'quiet'))]
  return [line(added(words.join('; ')))]
}
