import type { Say } from '../../messages/say'
import type { RowStatus } from '../../model/issue'
import { isRecordKind } from '../../model/records'
import type { RecordedChange, WorkshopRecord } from '../presenting/workshop-record'
import { added, line } from './briefing-context'
import type { BriefingSection, Line, Words } from './briefing-document'

/**
 * What a workshop agreed, changed, counted and parked, as parts of a briefing or of a page of their own. Nothing in it
 * cites a statement, so it can stand anywhere. `language` is the dossier's, or null where it is the briefing's own.
 */
export function composeWorkshopSections(
  record: WorkshopRecord,
  { say, language, prefix = '' }: { say: Say; language: string | null; prefix?: string },
): BriefingSection[] {
  const written = (text: string): Words => ({ is: 'words', text, tone: 'plain', language })
  const list = (id: string, lines: Line[], marker: 'none' | 'box' = 'none'): BriefingSection[] =>
    lines.length === 0
      ? []
      : [
          {
            is: 'list',
            id: `${prefix}workshop-${id}`,
            heading: say(`record.${id}` as 'record.agreed'),
            marker,
            lines,
          },
        ]
  const agreed = record.changed.filter(isAgreed)
  const sections = [
    ...list(
      'agreed',
      agreed.map((change) =>
        line(
          added(`${change.number} ${change.title}`, 'strong'),
          added(say(`record.field.${change.field}`), 'quiet'),
          change.field === 'status' ? added(valueWords(change, 'after', say)) : written(change.after),
        ),
      ),
    ),
    ...changedTable(record, { say, written, prefix }),
    ...list(
      'hands',
      record.hands.map(({ question, options, issue }) =>
        line(
          ...(issue === null ? [] : [added(issue, 'strong')]),
          written(question),
          added(
            options.map(({ wording, count }) => say('record.option', { wording, count })).join('; '),
            'quiet',
          ),
        ),
      ),
    ),
    ...list(
      'parked',
      record.parked.map(({ text, issue }) =>
        line(written(text), ...(issue === null ? [] : [added(issue, 'quiet')])),
      ),
      'box',
    ),
    ...list(
      'others',
      record.others.flatMap(({ recordKind, count }) =>
        isRecordKind(recordKind)
          ? [line(added(say('record.other', { kind: say(`record.${recordKind}`), count })))]
          : [],
      ),
    ),
  ]
  if (sections.length > 0) return sections
  const nothing = line(added(say('record.nothing')))
  return [{ is: 'note', id: `${prefix}workshop-nothing`, heading: say('record.heading'), lines: [nothing] }]
}

/** Wording that the room left standing, and rows that it called agreed. */
const isAgreed = ({ field, after }: RecordedChange) =>
  field === 'status' ? after === 'agreed' : after !== ''

function changedTable(
  { changed }: WorkshopRecord,
  { say, written, prefix }: { say: Say; written: (text: string) => Words; prefix: string },
): BriefingSection[] {
  if (changed.length === 0) return []
  const value = (change: RecordedChange, which: 'before' | 'after') => {
    const text = valueWords(change, which, say)
    if (text === '') return [line(added(say('record.empty'), 'quiet'))]
    return [line(change.field === 'status' ? added(text) : written(text))]
  }
  return [
    {
      is: 'table',
      id: `${prefix}workshop-changed`,
      heading: say('record.changed'),
      table: {
        columns: [
          { heading: say('record.issue'), widthMm: 48 },
          { heading: say('record.what'), widthMm: 30 },
          { heading: say('record.before'), widthMm: 85 },
          { heading: say('record.after'), widthMm: 85 },
        ],
        rows: changed.map((change) => ({
          number: null,
          cells: [
            [line(added(`${change.number} ${change.title}`))],
            [line(added(say(`record.field.${change.field}`)))],
            value(change, 'before'),
            value(change, 'after'),
          ],
        })),
      },
    },
  ]
}

function valueWords({ field, ...change }: RecordedChange, which: 'before' | 'after', say: Say): string {
  const text = change[which]
  // The journal holds what the model allows.
  return field === 'status' && text !== '' ? say(`status.${text as RowStatus}`) : text
}
