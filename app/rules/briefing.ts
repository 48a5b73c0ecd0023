import { knownMarkings } from '../model/dossier'
import type { BriefingDocument, BriefingSection, Line } from './briefing/briefing-document'
import {
  added,
  createBriefingContext,
  line,
  type BriefingContext,
  type BriefingRecords,
  type BriefingWish,
} from './briefing/briefing-context'
import { composeChanges } from './briefing/changes'
import { composeComparison } from './briefing/comparison-table'
import { emptinessOf } from './briefing/emptiness'
import { composeEvents, composePoints } from './briefing/events-and-points'
import { composeFindings } from './briefing/findings'
import { composeRowNotes } from './briefing/issue-notes'
import { composeLeftOut } from './briefing/left-out-page'
import type { BriefingPart } from './briefing/parts'
import { composeSilences } from './briefing/silences'
import { composeIssuePages, composePartyPages } from './briefing/single-pages'
import { composeSources } from './briefing/source-annex'
import { composeStatements } from './briefing/statement-annex'
import { composeWorkshopSections } from './briefing/workshop-record'
import { composeWaiting } from './briefing/who-moves-first'

/** Characters of a title that a running line has room for, on the narrowest paper. */
const runningTitleLength = 70

type Composer = (context: BriefingContext) => BriefingSection[]

/** The parts that stand by themselves; the comparison and the annex depend on the others. */
const composers: { [Part in BriefingPart]?: Composer } = {
  findings: composeFindings,
  changes: composeChanges,
  conditions: composeWaiting,
  issues: composeIssuePages,
  parties: composePartyPages,
  timeline: (context) => [composeEvents(context)].filter((section) => section !== null),
  gaps: (context) => [...composeSilences(context), ...composePoints(context)],
  workshop: composeWorkshops,
  method: (context) => methodNote(context),
}

/**
 * A briefing as data and finished words. Statements are numbered in the order of their first figure, part by part
 * as these are read; on any paper and in both editions the same parts give the same numbers.
 */
export function composeBriefing(records: BriefingRecords, wish: BriefingWish): BriefingDocument {
  const context = createBriefingContext(records, wish)
  const { dossier, comparison, part } = records
  const { say, edition } = wish
  const emptiness = emptinessOf(say, {
    issues: comparison.issues.length,
    parties: comparison.parties.length,
    allIssues: part?.whole.issues.length ?? 0,
    view: part?.view ?? null,
  })
  const isCompared = emptiness === null && wish.parts.includes('comparison')
  const { table, sections } = composeParts(context, isCompared)

  return {
    edition,
    page: wish.page,
    language: wish.language,
    documentTitle: say('briefing.documentTitle', {
      title: dossier.title,
      date: wish.dateLabel(comparison.asOf, 'long'),
    }),
    title: context.written(dossier.title),
    question: dossier.question === '' ? null : context.written(dossier.question),
    running: runningLines(context),
    particulars: [
      { term: say('briefing.term.edition'), text: say(`briefing.edition.${edition}`) },
      { term: say('briefing.term.asOf'), text: wish.dateLabel(comparison.asOf, 'long') },
      ...(records.changes === null
        ? []
        : [{ term: say('briefing.term.since'), text: wish.dateLabel(records.changes.since, 'long') }]),
      ...partOf(context),
      { term: say('briefing.term.marking'), text: markingOf(context) },
      // Without notes nothing is cited, and “no statements” would be said of what rests on many.
      ...(context.citations.statements().length === 0 && records.evidence.length > 0
        ? []
        : [{ term: say('briefing.term.basedOn'), text: basedOn(context) }]),
    ],
    comparison: table,
    emptiness,
    assessments: isCompared ? composeAssessments(context) : null,
    sections,
  }
}

/** Each part cites in its turn; the annex comes when all have, and is put where it is read. */
function composeParts(context: BriefingContext, isCompared: boolean) {
  const { parts, say } = context
  let table: BriefingDocument['comparison'] = null
  const composed = new Map<BriefingPart, BriefingSection[]>()
  for (const part of parts) {
    if (part === 'comparison' && isCompared) {
      table = composeComparison(context)
      const place: BriefingSection = {
        is: 'comparison',
        id: 'comparison',
        heading: say('briefing.comparison'),
      }
      const notes = parts.includes('issues') ? [] : composeRowNotes(context, table.rows)
      composed.set(part, [place, ...notes])
    } else {
      composed.set(part, composers[part]?.(context) ?? [])
    }
  }
  // The method is told only where there are statements, whatever is read before it.
  if (parts.includes('method')) composed.set('method', methodNote(context))
  if (parts.includes('annex')) {
    const annex = [composeStatements(context), composeSources(context)]
    composed.set(
      'annex',
      annex.filter((section) => section !== null),
    )
  }
  return {
    table,
    sections: [...parts.flatMap((part) => composed.get(part)!), ...composeLeftOut(context)],
  }
}
/** Whoever reads a part is told so, and how much there is besides. */
function partOf({ say, records: { part, comparison } }: BriefingContext): BriefingDocument['particulars'] {
  if (part === null) return []
  const counts = {
    issues: comparison.issues.length,
    allIssues: part.whole.issues.length,
    parties: comparison.parties.length,
    allParties: part.whole.parties.length,
  }
  return [
    ...(part.view === null ? [] : [{ term: say('briefing.term.view'), text: part.view }]),
    { term: say('briefing.term.shown'), text: say('briefing.shown', counts) },
  ]
}

function markingOf({ say, records }: BriefingContext): string {
  const { marking } = records.dossier
  const known = knownMarkings.find((each) => each === marking)
  return known === undefined ? marking : say(`marking.${known}`)
}

function runningLines(context: BriefingContext): BriefingDocument['running'] {
  const { say, dateLabel, records, recordedOn, language } = context
  const { marking } = records.dossier
  const isShouted = marking === 'internal' || marking === 'confidential'
  const words = markingOf(context)
  return {
    title: shortened(records.dossier.title, runningTitleLength),
    // The author's own marking may be case-sensitive, and "no marking" is none.
    marking: isShouted ? words.toLocaleUpperCase(language) : words,
    asOf: say('briefing.asOf', { date: dateLabel(records.comparison.asOf, 'long') }),
    recordedOn: say('briefing.recordedOn', {
      date: dateLabel(recordedOn.day, 'long'),
      time: recordedOn.time,
    }),
    pageOf: say('briefing.pageOf', { page: '{page}', pages: '{pages}' }),
  }
}

/** Cut at a word, with an ellipsis; only where the whole stands elsewhere. */
function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit)
  const atWord = cut.lastIndexOf(' ')
  return `${(atWord > limit / 2 ? cut.slice(0, atWord) : cut).toWellFormed().replace(/[\s,;:\uFFFD]+$/u, '')} …`
}

function basedOn({ say, citations }: BriefingContext): string {
  const statements = citations.statements()
  const origins = new Set(statements.map(({ inContext }) => inContext.origin?.id ?? inContext.source.id))
  return say('briefing.basedOn', {
    statements: statements.length,
    sources: citations.sources().length,
    origins: origins.size,
  })
}

/** What the analyst thinks of positions in force, away from what the parties say. */
function composeAssessments(context: BriefingContext): BriefingDocument['assessments'] {
  const { say, written, records } = context
  const lines = records.comparison.cells.flatMap((cell) =>
    cell.positions
      .filter((position) => position.assessment.trim() !== '')
      .map((position): Line => {
        const issue = context.issue(cell.issueId)?.title ?? ''
        const about = say('briefing.assessed', { issue, party: context.partyName(cell.partyId) })
        return {
          ...line(added(about, 'strong'), written(position.assessment, 'assessed')),
          about: { is: 'cell', issueId: cell.issueId, partyId: cell.partyId },
        }
      }),
  )
  return lines.length === 0 ? null : { heading: say('briefing.assessments'), lines }
}

/** What each room decided, counted and put aside, one workshop after the other. */
function composeWorkshops({ say, language, records }: BriefingContext): BriefingSection[] {
  const dossierLanguage = records.dossier.language === language ? null : records.dossier.language
  return records.workshops().map((record) => ({
    is: 'group',
    id: `workshop-${record.workshop.id}`,
    heading: say('briefing.workshop', { name: record.workshop.name }),
    layout: 'flow',
    sections: composeWorkshopSections(record, {
      say,
      language: dossierLanguage,
      prefix: `${record.workshop.id}-`,
    }),
  }))
}

function methodNote({ say, edition, citations }: BriefingContext): BriefingSection[] {
  if (edition === 'summary' || citations.statements().length === 0) return []
  const paragraphs = ['briefing.method.silence', 'briefing.method.dates', 'briefing.method.grades'] as const
  const text = paragraphs.map((id) => say(id)).join(' ')
  return [{ is: 'note', id: 'method', heading: say('briefing.method'), lines: [line(added(text))] }]
}
