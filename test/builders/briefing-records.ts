import { createDateLabel } from '../../app/messages/date-words'
import { createSay } from '../../app/messages/say'
import type { Dossier } from '../../app/model/dossier'
import { dossier } from '../../app/model/dossier'
import type { Issue } from '../../app/model/issue'
import type { Party } from '../../app/model/party'
import type { Answer, Condition, Gap, Position } from '../../app/model/position'
import type { Statement } from '../../app/model/statement'
import type { BriefingDocument, Differences, Line, Run } from '../../app/rules/briefing/briefing-document'
import type { BriefingRecords, BriefingWish } from '../../app/rules/briefing/briefing-context'
import { usualParts } from '../../app/rules/briefing/parts'
import { compare } from '../../app/rules/comparison'
import type { EvidenceItem, StatementInContext } from '../../app/rules/evidence-item'
import { nextId, noRecords, recordOf } from './compared-records'

const hash = '0'.repeat(64)

export const theDossier = (given: Partial<Dossier> = {}): Dossier =>
  dossier.parse({
    id: nextId(),
    title: 'Fishing quotas',
    question: 'Who gives way?',
    language: 'en',
    marking: 'internal',
    author: 'Ada',
    created: '2025-11-14T09:00:00Z',
    asOf: null,
    ...given,
  })

/** A statement with a source of its own, and nobody who said it. */
export function statementInContext(
  given: Partial<Statement> = {},
  context: Partial<StatementInContext> = {},
): StatementInContext {
  const source = recordOf('source', { title: 'Minutes', language: 'en', textHash: hash })
  const words = { form: 'verbatim', text: 'We insist.', textHash: hash }
  return {
    statement: recordOf('statement', { sourceId: context.source?.id ?? source.id, ...words, ...given }),
    spans: [],
    isOrphaned: false,
    source,
    outlet: null,
    origin: null,
    speaker: null,
    affiliation: null,
    onBehalfOf: null,
    relayedBy: null,
    event: null,
    ...context,
  }
}

export const evidenceFor = (
  inContext: StatementInContext,
  target: Partial<EvidenceItem['evidence']>,
): EvidenceItem => ({
  ...inContext,
  evidence: recordOf('evidence', { statementId: inContext.statement.id, ...target }),
})

type Compared = {
  parties?: Party[]
  issues?: Issue[]
  positions?: Position[]
  gaps?: Gap[]
  conditions?: Condition[]
  answers?: Answer[]
}

/** What a briefing is made from, read on 14 November 2025; what is not given is empty. */
export function briefingRecords(
  compared: Compared = {},
  given: Partial<BriefingRecords> = {},
): BriefingRecords {
  return {
    dossier: theDossier(),
    comparison: compare({ ...noRecords, ...compared }, '2025-11-14'),
    evidence: [],
    pointStatements: [],
    conditions: compared.conditions ?? [],
    events: [],
    participations: [],
    speakers: [],
    points: [],
    sourceTitles: new Map(),
    findings: [],
    workshops: () => [],
    withheldCells: new Set(),
    restsOnLeftOut: new Set(),
    lostCondition: new Set(),
    leftOut: null,
    changes: null,
    part: null,
    ...given,
  }
}

export function briefingWish(given: Partial<BriefingWish> = {}): BriefingWish {
  const say = createSay('en')
  return {
    edition: 'sourced',
    parts: usualParts[given.edition ?? 'sourced'],
    notesAt: 'annex',
    citationStyle: 'marks',
    since: null,
    page: { paper: 'A4', orientation: 'landscape' },
    language: 'en',
    rows: 'kept',
    say,
    dateLabel: createDateLabel(say, 'en'),
    recordedOn: { day: '2025-11-20', time: '09:10' },
    ...given,
  }
}

/** As in `cod [-and-]{+or+} herring`. */
function markedPart({ kind, text }: Differences['parts'][number]): string {
  if (kind === 'same') return text
  return kind === 'added' ? `{+${text}+}` : `[-${text}-]`
}

export const wordsOf = (runs: readonly Run[]): string =>
  runs
    .map((run) => {
      if (run.is === 'words') return run.text
      if (run.is === 'differences') return run.parts.map(markedPart).join('')
      return run.is === 'cites' ? run.cites.map((cite) => `[${cite.number}]`).join('') : run.word
    })
    .join(' ')

export const linesToWords = (lines: readonly Line[]): string =>
  lines.map(({ runs }) => wordsOf(runs)).join('\n')

/** Every line of the table of positions, in reading order. */
export const factLines = (document: BriefingDocument): Line[] =>
  (document.comparison?.rows ?? []).flatMap((row) => row.cells.flatMap((cell) => cell.lines))

export function sectionLines(document: BriefingDocument, id: string): Line[] {
  const section = document.sections.find((each) => each.id === id)
  if (section === undefined) return []
  if (section.is === 'table') return section.table.rows.flatMap((row) => row.cells.flat())
  if (section.is === 'notes') return section.notes.map(({ line }) => line)
  return 'lines' in section ? section.lines : []
}
