import type { DateLabel } from '../../messages/date-words'
import type { Say } from '../../messages/say'
import type { CitationStyle, NotesAt } from '../../model/briefing'
import type { Dossier } from '../../model/dossier'
import { firstDayOf } from '../../model/edtf-date'
import type { Event, Participation } from '../../model/event'
import type { Finding } from '../../model/finding'
import type { IssueId } from '../../model/issue'
import type { PartyId } from '../../model/party'
import type { Point } from '../../model/point'
import type { Condition } from '../../model/position'
import type { SourceId } from '../../model/source'
import type { Speaker } from '../../model/speaker'
import { createCitations, type Citations } from '../citation'
import { yearLetters } from '../citation-style'
import type { ComparedIssue, Comparison } from '../comparison'
import type { EvidenceItem, StatementInContext } from '../evidence-item'
import { targetOf } from '../export-cascade'
import { itemsBy } from '../items-by'
import type { LeftOut } from '../left-out'
import type { WorkshopRecord } from '../presenting/workshop-record'
import type { ChangesReading } from '../recorded-changes'
import type { Line, Run, Tone, Words } from './briefing-document'
import type { Page } from './page-layout'
import type { BriefingPart } from './parts'

/** What a briefing is made from. */
export type BriefingRecords = {
  dossier: Dossier
  comparison: Comparison
  /** Every link from a statement to what it is evidence for. */
  evidence: readonly EvidenceItem[]
  /** The statements that points are about, whether or not they are evidence for anything. */
  pointStatements: readonly StatementInContext[]
  conditions: readonly Condition[]
  events: readonly Event[]
  participations: readonly Participation[]
  speakers: readonly Speaker[]
  points: readonly Point[]
  sourceTitles: ReadonlyMap<SourceId, string>
  findings: readonly Finding[]
  /** Read only where that part is asked for. */
  workshops: () => readonly WorkshopRecord[]
  /** Null where changes are not asked for. */
  changes: ChangesReading | null
  /** Where the comparison shows a part: the name of the saved view that it is, if it is one, and the whole. */
  part: { view: string | null; whole: Pick<Comparison, 'issues' | 'parties'> } | null
  /** Cells that something was left out of, as `cellKey` has them. */
  withheldCells: ReadonlySet<string>
  /** Positions, conditions, answers and events whose statements were all left out. */
  restsOnLeftOut: ReadonlySet<string>
  /** Positions that a condition was left out of. */
  lostCondition: ReadonlySet<string>
  /** What stayed here, where the last page is to say so. */
  leftOut: LeftOut | null
}

export type BriefingWish = {
  edition: 'summary' | 'sourced'
  /** In the order in which they are read. */
  parts: readonly BriefingPart[]
  notesAt: NotesAt
  citationStyle: CitationStyle
  /** Changes are shown since this ISO day or EDTF date; null where nobody chose one. */
  since: string | null
  page: Page
  /**
   * Whether the rows of tables are kept, or made each time they are read: a long document then takes no more memory than
   * its records. Such rows can be read but not sent, and no figure in them is known as the first.
   */
  rows: 'kept' | 'made as read'
  /** The language that `say` speaks. */
  language: string
  say: Say
  dateLabel: DateLabel
  /** When the briefing is made, on the reader's own clock: an ISO day and a time as `09:10`. */
  recordedOn: { day: string; time: string }
}

export type BriefingContext = BriefingWish & {
  records: BriefingRecords
  citations: Citations
  partyName(id: PartyId): string
  issue(id: IssueId): ComparedIssue | undefined
  /** The evidence for a position, condition, answer or event, without what was said after the as-of date. */
  evidenceFor(id: string): readonly EvidenceItem[]
  /** The figures for statements, without those said after the as-of date. */
  cite(cited: readonly StatementInContext[]): Run[]
  /** What tells a source from others of the same author and year. */
  yearLetter(id: SourceId): string
  /** Words of the dossier's author, in the dossier's language. */
  written(text: string, tone?: Tone): Words
}

export function createBriefingContext(records: BriefingRecords, wish: BriefingWish): BriefingContext {
  const { comparison, dossier } = records
  const citations = createCitations()
  // What is shown may name a party that is not.
  const whole = records.part?.whole ?? comparison
  const partyNames = new Map(whole.parties.map((party) => [party.id, party.shortName]))
  const issues = new Map(whole.issues.map((issue) => [issue.id, issue]))
  const wasSaid = createWasSaidBy(comparison.asOf)
  const known = records.evidence.filter(wasSaid)
  const evidenceFor = itemsBy(known, ({ evidence }) => targetOf(evidence))
  const hasNotes = wish.parts.includes('annex') || wish.notesAt === 'issue'
  let letters: Map<SourceId, string> | null = null
  const dossierLanguage = dossier.language === wish.language ? null : dossier.language

  return {
    ...wish,
    records,
    citations,
    partyName: (id) => partyNames.get(id) ?? '',
    issue: (id) => issues.get(id),
    evidenceFor,
    yearLetter(id) {
      letters ??= yearLetters(distinctSources(known), wish)
      return letters.get(id) ?? ''
    },
    cite(cited) {
      // A figure that leads to no note would be a promise broken.
      if (!hasNotes || cited.length === 0) return []
      const cites = citations.cite(cited.filter(wasSaid))
      return cites.length === 0 ? [] : [{ is: 'cites', cites }]
    },
    written: (text, tone = 'plain') => ({ is: 'words', text, tone, language: dossierLanguage }),
  }
}

const distinctSources = (items: readonly EvidenceItem[]) => [
  ...new Map(items.map(({ source, outlet }) => [source.id, { source, outlet }])).values(),
]

/** Whether a date had not begun on the ISO day; an unknown date had. */
export function isAfter(day: string, date: string | null): boolean {
  const first = firstDayOf(date)
  return first !== null && first > day
}

const createWasSaidBy =
  (day: string) =>
  ({ statement, source }: StatementInContext): boolean =>
    !isAfter(day, statement.saidOn ?? source.issued)

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Words that the briefing adds, in its own language. */
export const added = (text: string, tone: Tone = 'plain'): Words => ({
  is: 'words',
  text,
  tone,
  language: null,
  ...(rightToLeft.test(text) ? { isSentence: true } : {}),
})

export const line = (...runs: Run[]): Line => ({ is: 'line', runs })

/** Several quiet remarks as one run; none where there is nothing to remark. */
export function remarks(texts: readonly (string | false | null)[]): Run[] {
  const given = texts.filter((text) => typeof text === 'string')
  return given.length === 0 ? [] : [added(given.join('; '), 'quiet')]
}

/** Of a position, condition, answer or event that leaves without what it rests on. */
export const sourceLeftOut = ({ say, records }: BriefingContext, id: string): string | null =>
  records.restsOnLeftOut.has(id) ? say('export.sourceLeftOut') : null

/** How much room a line asks for, in characters. */
export const lengthOf = (lines: readonly Line[]): number =>
  lines.reduce((total, { runs }) => total + runs.reduce((sum, run) => sum + runLength(run), 0), 0)

function runLength(run: Run): number {
  if (run.is === 'differences') return run.parts.reduce((sum, { text }) => sum + text.length, 1)
  return run.is === 'words' ? run.text.length + 1 : 3
}
