import { createDateLabel } from '../../app/messages/date-words'
import { createSay, formattingLocale } from '../../app/messages/say'
import type { Party, PartyId } from '../../app/model/party'
import { changeSigns, changeWords, recordedWords, timingWords } from '../../app/rules/change-words'
import type { CellChange } from '../../app/rules/changes'
import type { ComparedIssue } from '../../app/rules/comparison'
import type { ChangesReading, RecordedChange } from '../../app/rules/recorded-changes'
import { plainText, wrapText } from '../terminal-text'

const say = createSay('en')
const dateLabel = createDateLabel(say, formattingLocale('en'))

type Around = { issues: readonly ComparedIssue[]; parties: readonly Party[] }

/** What changed since a date, for reading on a terminal, issue by issue. */
export function changesText(reading: ChangesReading, around: Around): string {
  const { since, asOf, changes, recorded } = reading
  const days = { since: dateLabel(since, 'long'), asOf: dateLabel(asOf, 'long') }
  if (changes.length + recorded.length === 0) return say('cli.show.no-changes', days)
  const byIssue = Map.groupBy(changes, ({ issueId }) => issueId)
  const issues = around.issues.flatMap(({ id, number, title }) => {
    const inIssue = byIssue.get(id)
    return inIssue
      ? [[wrapText(`${number}  ${title}`), ...changedCells(inIssue, reading, around)].join('\n')]
      : []
  })
  return [say('cli.show.changes', days), ...issues, ...recordedText(recorded, around)].join('\n\n')
}

function changedCells(changes: readonly CellChange[], reading: ChangesReading, around: Around): string[] {
  const nameOf = (id: PartyId) => around.parties.find((party) => party.id === id)?.name ?? ''
  const became = Map.groupBy(changes, ({ partyId, before, after }) => `${partyId} ${before?.id} ${after?.id}`)
  return [...became.values()].map((each) => {
    const { partyId, before, after, timing } = each[0]!
    const doubt = timingWords(timing, reading, { say, dateLabel })
    const what = each.map((change) => `${changeSigns[change.what]} ${changeWords(change, { say, nameOf })}`)
    const isReworded = before !== null && after !== null && before.text !== after.text
    return [
      `  ${plainText(nameOf(partyId))}`,
      wrapText([...what, ...(doubt === null ? [] : [doubt])].join(' · '), '    '),
      ...(isReworded ? [wrapText(say('cli.show.was', { text: before.text }), '      ')] : []),
      wrapText(isReworded ? say('cli.show.now', { text: after.text }) : (after ?? before).text, '      '),
      ...(before !== null && after !== null && after !== before && after.whyMoved !== ''
        ? [wrapText(say('cli.show.why', { why: after.whyMoved }), '      ')]
        : []),
    ].join('\n')
  })
}

function recordedText(recorded: readonly RecordedChange[], { issues }: Around): string[] {
  if (recorded.length === 0) return []
  const lines = recorded.map((change) => {
    const title = issues.find(({ id }) => id === change.recordId)?.title
    const words = `${title === undefined ? '' : `${title}: `}${recordedWords(change, say)}`
    const when = dateLabel(change.at.slice(0, 10))
    return wrapText(say('cli.show.recorded-by', { words, when, by: change.by }), '  ')
  })
  return [[say('cli.show.recorded'), ...lines].join('\n')]
}
