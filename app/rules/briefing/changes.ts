import type { Position } from '../../model/position'
import { changeSigns, changeWords, recordedWords, timingWords } from '../change-words'
import type { CellChange } from '../changes'
import { readableDifferences } from '../readable-differences'
import type { ChangesReading, RecordedChange } from '../recorded-changes'
import { cellKey } from '../whole-dossier'
import { wordDifferences } from '../word-differences'
import { toTable } from './annex-table'
import { added, line, remarks, sourceLeftOut, type BriefingContext } from './briefing-context'
import type { BriefingSection, Line, Run } from './briefing-document'

/** Everything that became of one position, or of a party's silence; or what was recorded without a date of its own. */
type Row = { number: null; place: string; what: Line[]; words: Line[] }

/** What changed since a date, issue by issue; none where nobody asked. */
export function composeChanges(context: BriefingContext): BriefingSection[] {
  const section = changesSection(context)
  return section === null ? [] : [section, ...cautions(context)]
}

/** What seems to have appeared or gone may only be told of in what was left out. */
function cautions({ say, records }: BriefingContext): BriefingSection[] {
  if (!records.comparison.cells.some((cell) => records.withheldCells.has(cellKey(cell)))) return []
  const lines = [line(added(say('briefing.changes.cut'), 'quiet'))]
  return [{ is: 'note', id: 'changes-cut', heading: '', lines }]
}

function changesSection(context: BriefingContext): BriefingSection | null {
  const { say, dateLabel, records } = context
  const reading = records.changes
  if (reading === null) return null
  const days = { since: dateLabel(reading.since, 'long'), asOf: dateLabel(reading.asOf, 'long') }
  const heading = say('briefing.changes', days)
  const rows = [...changedRows(context, reading), ...recordedRows(context, reading.recorded)]
  if (rows.length === 0) {
    const sentence = say(
      reading.since > reading.asOf ? 'briefing.changes.later' : 'briefing.changes.none',
      days,
    )
    return { is: 'note', id: 'changes', heading, lines: [line(added(sentence))] }
  }
  const columns = [
    {
      heading: say('briefing.column.place'),
      min: 30,
      max: 52,
      cell: (row: Row) => [line(context.written(row.place, 'strong'))],
    },
    { heading: say('briefing.column.change'), min: 34, max: 60, cell: (row: Row) => row.what },
    { heading: say('briefing.column.changedWords'), min: 70, max: 200, cell: (row: Row) => row.words },
  ]
  return { is: 'table', id: 'changes', heading, table: toTable(context, columns, rows) }
}

function changedRows(context: BriefingContext, reading: ChangesReading): Row[] {
  const columns = new Set(context.records.comparison.parties.map(({ id }) => id))
  // A briefing of a part of the comparison tells the changes of that part.
  const shown = reading.changes.filter(
    ({ issueId, partyId }) => context.issue(issueId) !== undefined && columns.has(partyId),
  )
  const became = Map.groupBy(
    shown,
    ({ issueId, partyId, before, after }) => `${issueId} ${partyId} ${before?.id} ${after?.id}`,
  )
  return [...became.values()].map((changes) => changedRow(context, changes, reading))
}

function changedRow(context: BriefingContext, changes: readonly CellChange[], reading: ChangesReading): Row {
  const { issueId, partyId, before, after, timing } = changes[0]!
  const issue = context.issue(issueId)
  const doubt = timingWords(timing, reading, context)
  const wording = { say: context.say, nameOf: context.partyName }
  const position = after ?? before
  return {
    number: null,
    place: `${issue?.number ?? ''} ${issue?.title ?? ''} · ${context.partyName(partyId)}`,
    what: [
      ...changes.map((change) => line(added(`${changeSigns[change.what]} ${changeWords(change, wording)}`))),
      ...(doubt === null ? [] : [line(added(doubt, 'quiet'))]),
    ],
    words: [
      line(
        kindOf(context, position),
        wordsOf(context, before, after),
        ...context.cite(context.evidenceFor(position.id)),
        ...remarks([sourceLeftOut(context, position.id)]),
      ),
      ...whyMoved(context, before, after),
    ],
  }
}

const kindOf = ({ say }: BriefingContext, { kind }: Position): Run => ({
  is: 'kind',
  kind,
  letter: say(`kindLetter.${kind}`),
  word: say(`kind.${kind}`),
})

function wordsOf({ written }: BriefingContext, before: Position | null, after: Position | null): Run {
  const { language } = written('')
  if (before !== null && after !== null && before.text !== after.text) {
    return {
      is: 'differences',
      parts: readableDifferences(wordDifferences(before.text, after.text)),
      language,
    }
  }
  if (after !== null) return written(after.text)
  return { is: 'differences', parts: [{ kind: 'removed', text: before!.text }], language }
}

function whyMoved(
  { say, written }: BriefingContext,
  before: Position | null,
  after: Position | null,
): Line[] {
  if (before === null || after === null || after === before || after.whyMoved.trim() === '') return []
  return [line(added(say('briefing.changes.why'), 'quiet'), written(after.whyMoved, 'assessed'))]
}

/** By the day of recording, which the row says. */
function recordedRows(context: BriefingContext, recorded: readonly RecordedChange[]): Row[] {
  const { say, dateLabel, records, written } = context
  return recorded.flatMap((change): Row[] => {
    const condition =
      change.what === 'condition' ? records.conditions.find(({ id }) => id === change.recordId) : undefined
    const cell =
      condition === undefined
        ? undefined
        : records.comparison.cells.find(({ positions }) =>
            positions.some(({ id }) => id === condition.positionId),
          )
    const issue =
      change.what === 'condition' ? cell && context.issue(cell.issueId) : context.issue(change.recordId)
    if (issue === undefined) return []
    const party = cell === undefined ? '' : ` · ${context.partyName(cell.partyId)}`
    const when = dateLabel(change.at.slice(0, 10))
    return [
      {
        number: null,
        place: `${issue.number} ${issue.title}${party}`,
        what: [
          line(added(recordedWords(change, say))),
          line(
            added(
              change.by === ''
                ? say('briefing.changes.recordedOn', { when })
                : say('briefing.changes.recorded', { when, by: change.by }),
              'quiet',
            ),
          ),
        ],
        words: [
          ...(condition === undefined
            ? []
            : [
                line(
                  added(say(`relation.${condition.relation}`), 'relation'),
                  written(condition.text),
                  ...remarks([sourceLeftOut(context, condition.id)]),
                ),
              ]),
          ...(change.what === 'landing zone'
            ? [
                line({
                  is: 'differences',
                  parts: readableDifferences(wordDifferences(change.before, change.after)),
                  language: written('').language,
                }),
              ]
            : []),
        ],
      },
    ]
  })
}
