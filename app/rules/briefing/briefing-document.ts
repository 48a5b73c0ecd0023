import type { IssueId, RowStatus } from '../../model/issue'
import type { RecordKind } from '../../model/records'
import type { PartyColour, PartyId } from '../../model/party'
import type { PositionKind } from '../../model/position'
import type { Difference } from '../word-differences'
import type { Page } from './page-layout'

/** A number in the text that leads to a statement in the annex, and back from there to the first of its kind. */
export type Cite = { number: number; isFirst: boolean }

/**
 * `relation` is set in small capitals, `quotation` are the words of a source, `assessed` is what no party said
 * and the analyst thinks.
 */
export type Tone = 'plain' | 'strong' | 'quiet' | 'relation' | 'red line' | 'quotation' | 'assessed'

export type Words = {
  is: 'words'
  text: string
  tone: Tone
  /** Null where it is the briefing's own. */
  language: string | null
  /** The briefing's own sentence around a name that runs the other way: it keeps the sentence's direction. */
  isSentence?: true
  /** What it says instead where notes stand at the foot of each page. */
  atFoot?: string
}

/** Words with what was added and what was left out; set without spaces between its parts. */
export type Differences = {
  is: 'differences'
  parts: readonly Difference[]
  language: string | null
}

export type Run =
  | Words
  | Differences
  | { is: 'kind'; kind: PositionKind; letter: string; word: string }
  | { is: 'status'; status: RowStatus; word: string }
  | { is: 'cites'; cites: Cite[] }

/** The record that a line speaks of, or the cell in which it stands. */
export type Subject =
  | { is: 'cell'; issueId: IssueId; partyId: PartyId }
  | { is: 'record'; kind: RecordKind; id: string }

/** Set with a space between its runs, except before a figure. */
export type Line = { is: 'line' | 'position' | 'condition'; runs: Run[]; about?: Subject }

/** The three silences stay apart: `gap` was searched, `unseen` was not, and a neutral party is `held`. */
export type ComparisonCell = { state: 'held' | 'gap' | 'unseen'; lines: Line[] }

export type ComparisonRow = {
  issueId: IssueId
  depth: number
  number: string
  heading: Line[]
  cells: ComparisonCell[]
  landingZone: Line[]
}

export type PrintedColumnGroup = {
  from: number
  to: number
  hasLandingZone: boolean
  /** The issue column, the parties' and, in the last group, the landing zone's; millimetres. */
  widthsMm: number[]
}

export type ComparisonTable = {
  heading: string
  issueHeading: string
  zoneHeading: string
  parties: { id: PartyId; name: string; role: string; colour: PartyColour }[]
  rows: ComparisonRow[]
  groups: PrintedColumnGroup[]
  key: Run[][]
}

export type AnnexTable = {
  columns: { heading: string; widthMm: number }[]
  /** The first cell heads the row; `number` is that of the statement, where the row is one. */
  rows: { number: number | null; cells: Line[][]; about?: Subject }[]
}

/** A statement by its number, where that is a footnote's. */
export type BriefingNote = { number: number; line: Line; about?: Subject }

/**
 * What stands under one heading; an empty heading is not printed. `comparison` is the place of the document's
 * comparison and of its assessments; `assessment` is set in a ruled box; a `group` holds sections that each begin
 * a page, or stand side by side.
 */
export type BriefingSection =
  | { is: 'comparison'; id: string; heading: string }
  | {
      is: 'group'
      id: string
      heading: string
      layout: 'pages' | 'columns' | 'flow'
      sections: BriefingSection[]
    }
  | { is: 'assessment'; id: string; heading: string; lines: Line[] }
  | { is: 'table'; id: string; heading: string; table: AnnexTable }
  | { is: 'notes'; id: string; heading: string; notes: BriefingNote[] }
  | { is: 'list'; id: string; heading: string; marker: 'none' | 'box'; lines: Line[] }
  | { is: 'note'; id: string; heading: string; lines: Line[] }

/** Which piece of a briefing this is, where it is too long to be printed at once. */
export type Band = { index: number }

/** A briefing as data and finished words, for whatever sets it: a page, a word processor's file, Markdown. */
export type BriefingDocument = {
  band?: Band
  edition: 'summary' | 'sourced'
  page: Page
  /** Of the words that the briefing itself adds. */
  language: string
  /** What the file is called by whoever opens it. */
  documentTitle: string
  title: Words
  question: Words | null
  /** Stand on every page; `pageOf` holds `{page}` and `{pages}`. */
  running: { title: string; marking: string; asOf: string; recordedOn: string; pageOf: string }
  particulars: { term: string; text: string }[]
  /** Null while there is nothing to compare; `emptiness` then says so. */
  comparison: ComparisonTable | null
  emptiness: string | null
  assessments: { heading: string; lines: Line[] } | null
  /** Its parts, in the order in which they are read; the comparison has its place among them. */
  sections: BriefingSection[]
}
