import type { StatementInContext } from '../evidence-item'
import { authorDateLabel, noteCitation, pageWords } from '../citation-style'
import { gradeText } from '../grade'
import { added, line, remarks, type BriefingContext } from './briefing-context'
import type { Line, Run } from './briefing-document'

export type CitedStatement = { number: number; inContext: StatementInContext }

/** The source that the words stand in, in the style chosen: `S1`, a note in full and then in short, or `Anzalone 2025`. */
function sourceWords(context: BriefingContext, { number, inContext }: CitedStatement): string {
  const { source, outlet, spans } = inContext
  const { citations, citationStyle } = context
  const pages = [...new Set(spans.flatMap(({ page }) => (page === null ? [] : [page])))]
  if (citationStyle !== 'notes') {
    const mark =
      citationStyle === 'marks'
        ? citations.sourceMark(source.id)!
        : authorDateLabel({ source, outlet }, context.yearLetter(source.id), context)
    return [mark, ...(pages.length === 0 ? [] : [pageWords(pages, context.say)])].join(
      context.say('cite.comma'),
    )
  }
  const form = citations.nameSource(source.id, number) ? 'full' : 'short'
  return noteCitation({ source, outlet }, form, context, pages)
}

export const numberCell = ({ number }: CitedStatement): Line[] => [line(added(String(number), 'strong'))]

/** The words as the source has them, in its own language. */
function quotationRuns({ say, language }: BriefingContext, { inContext }: CitedStatement): Run[] {
  const { statement, source, isOrphaned } = inContext
  const sourceLanguage = source.language === language ? null : source.language
  const text =
    statement.form === 'verbatim' && !isQuoted(statement.text)
      ? say('briefing.quoted', { words: statement.text })
      : statement.text
  return [
    { is: 'words', text, tone: 'quotation', language: sourceLanguage },
    ...(isOrphaned ? [added(say('briefing.orphaned'), 'strong')] : []),
  ]
}

const translationLines = ({ say }: BriefingContext, { inContext }: CitedStatement): Line[] =>
  inContext.statement.translation === ''
    ? []
    : [line(added(say('briefing.translated', { words: inContext.statement.translation }), 'quiet'))]

export const wordsCell = (context: BriefingContext, row: CitedStatement): Line[] => [
  line(...quotationRuns(context, row), ...remarks([context.say(`form.${row.inContext.statement.form}`)])),
  ...translationLines(context, row),
]

/** Already between marks of its own. */
const isQuoted = (text: string): boolean => /^\s*["“„«「『‘'].*["”“»」』’']\s*$/su.test(text)

/** Who said it, as it is known: a name with the office held, a description, or nobody. */
function speakerRuns({ say, written }: BriefingContext, { inContext }: CitedStatement): Run[] {
  const { speaker, affiliation } = inContext
  if (speaker === null) return [added(say('briefing.noSpeaker'), 'quiet')]
  if (speaker.name === null) return [written(speaker.description)]
  const office = affiliation?.office || speaker.description
  return [
    written(
      office === '' ? speaker.name : say('briefing.speakerWithOffice', { speaker: speaker.name, office }),
    ),
  ]
}

const anonymity = ({ say }: BriefingContext, { inContext }: CitedStatement): string | null =>
  inContext.speaker?.isAnonymous ? say('briefing.anonymous') : null

function partyWords({ say }: BriefingContext, { inContext }: CitedStatement): string {
  const party = inContext.onBehalfOf
  return party === null ? say('briefing.noParty') : say('briefing.forParty', { party: party.shortName })
}

export const saidByCell = (context: BriefingContext, row: CitedStatement): Line[] => [
  line(...speakerRuns(context, row), ...remarks([anonymity(context, row)])),
]

export function forCell({ say, written }: BriefingContext, { inContext }: CitedStatement): Line[] {
  const party = inContext.onBehalfOf
  return [line(party === null ? added(say('briefing.noParty'), 'quiet') : written(party.shortName))]
}

export function throughCell(context: BriefingContext, row: CitedStatement): Line[] {
  const { say } = context
  const { relayedBy } = row.inContext
  const mark = sourceWords(context, row)
  const words =
    relayedBy === null ? mark : say('briefing.throughSource', { outlet: relayedBy.name, source: mark })
  return [line(added(words))]
}

/** For whom and through what, where they have no columns of their own. */
export function partyAndSourceLines(context: BriefingContext, row: CitedStatement): Line[] {
  const { say } = context
  const { relayedBy } = row.inContext
  const through = relayedBy === null ? [] : [say('briefing.throughLine', { outlet: relayedBy.name })]
  const inSource = say('briefing.inSource', { source: sourceWords(context, row) })
  return [
    line(added(partyWords(context, row), 'quiet')),
    line(added([...through, inSource].join(', '), 'quiet')),
  ]
}

function dateRun({ say, dateLabel }: BriefingContext, { inContext }: CitedStatement): Run {
  const { saidOn } = inContext.statement
  return saidOn === null ? added(say('briefing.noDate'), 'quiet') : added(dateLabel(saidOn))
}

/** With the words of the source that the date was worked out from. */
export function saidOnWithWordsCell(context: BriefingContext, row: CitedStatement): Line[] {
  const words = row.inContext.statement.saidOnWords
  return [
    line(
      dateRun(context, row),
      ...remarks([words !== '' && context.say('briefing.workedOutFrom', { words })]),
    ),
  ]
}

export function gradeCell({ say }: BriefingContext, { inContext }: CitedStatement): Line[] {
  const reliability = inContext.outlet?.reliability ?? 'F'
  const grade = gradeText({ reliability, credibility: inContext.statement.credibility })
  return [line(grade === null ? added(say('briefing.ungraded'), 'quiet') : added(grade, 'strong'))]
}

/** What it is evidence for; a statement may be cited for a point alone. */
export function bearsOnCell(
  { say, records }: BriefingContext,
  bearings: readonly string[],
  { inContext }: CitedStatement,
): Line[] {
  const isAboutPoint = records.points.some((point) => point.statementId === inContext.statement.id)
  if (bearings.length === 0 && isAboutPoint) return [line(added(say('briefing.bearsOn.point'), 'quiet'))]
  return [line(added(bearings.join('; ')))]
}

/** All of it as one note: the words, then who said them, for whom, when, and through what. */
export function noteLine(context: BriefingContext, row: CitedStatement): Line {
  const { say } = context
  const { relayedBy, onBehalfOf, statement } = row.inContext
  const date = statement.saidOn === null ? say('briefing.noDate') : context.dateLabel(statement.saidOn)
  return line(
    ...quotationRuns(context, row),
    ...translationLines(context, row).flatMap(({ runs }) => runs),
    ...speakerRuns(context, row),
    added('·', 'quiet'),
    ...remarks([
      anonymity(context, row),
      say(`form.${statement.form}`),
      onBehalfOf !== null && partyWords(context, row),
      date,
      relayedBy !== null && say('briefing.throughLine', { outlet: relayedBy.name }),
      sourceWords(context, row),
    ]),
  )
}
