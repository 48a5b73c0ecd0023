import type { DateLabel } from '../messages/date-words'
import type { Say } from '../messages/say'
import type { PartyId } from '../model/party'
import type { Position } from '../model/position'
import type { CellMark } from './change-marks'
import type { CellChange, ChangeTiming } from './changes'
import type { RecordedChange } from './recorded-changes'

/** One sign for each, told apart without colour; all of them are in the typefaces that ship with the application. */
export const changeSigns: Record<CellMark['what'], string> = {
  appeared: '+',
  withdrawn: '×',
  reworded: '↔',
  moved: '→',
  hardened: '▲',
  softened: '▽',
  firmness: '◇',
  kind: '≠',
  addressee: '≠',
  stance: '≠',
  restated: '=',
  answered: '↩',
  unanswered: '↪',
  condition: '◆',
}

export type ChangeWording = { say: Say; nameOf: (id: PartyId) => string }

/** What changed, in a few words; the texts themselves are shown beside it. */
export function changeWords(change: CellChange, { say, nameOf }: ChangeWording): string {
  switch (change.what) {
    case 'appeared':
      return say(change.silence === 'gap' ? 'change.appeared.gap' : 'change.appeared')
    case 'withdrawn':
    case 'reworded':
    case 'restated':
      return say(`change.${change.what}`)
    case 'moved':
      return say(`change.moved.${change.direction}`, fromTo(change, scaleWords))
    case 'hardened':
    case 'softened':
    case 'firmness':
      return say(
        `change.${change.what}`,
        fromTo(change, ({ firmness }) => say(`firmness.${firmness}`)),
      )
    case 'kind':
      return say(
        'change.kind',
        fromTo(change, ({ kind }) => say(`kind.${kind}`)),
      )
    case 'addressee':
      return say(
        'change.addressee',
        fromTo(change, ({ addresseeId }) =>
          addresseeId === null ? say('change.addressee.nobody') : nameOf(addresseeId),
        ),
      )
    case 'stance':
      return say(
        'change.stance',
        fromTo(change, ({ stance }) => say(stance === null ? 'change.stance.none' : `stance.${stance}`)),
      )
    case 'answered':
    case 'unanswered': {
      const { partyId, outcome } = change.answer
      return say(`change.${change.what}`, { party: nameOf(partyId), outcome: say(`outcome.${outcome}`) })
    }
  }
}

const fromTo = (
  { before, after }: { before: Position; after: Position },
  words: (position: Position) => string,
) => ({ from: words(before), to: words(after) })

const scaleWords = ({ atLow, atHigh }: Position): string =>
  atLow === atHigh ? `${atLow}` : `${atLow}–${atHigh}`

/** What imprecise dates leave open of a change; null where they leave nothing open. */
export function timingWords(
  timing: ChangeTiming,
  days: { since: string; asOf: string },
  { say, dateLabel }: { say: Say; dateLabel: DateLabel },
): string | null {
  if (timing === 'within') return null
  return say(`change.${timing}`, { since: dateLabel(days.since), asOf: dateLabel(days.asOf) })
}

/** What a field without a date of its own was and is, in words; a landing zone's wording is shown beside it. */
export function recordedWords(change: RecordedChange, say: Say): string {
  switch (change.what) {
    case 'condition':
      return say('changes.recorded.conditionState', {
        from: say(`conditionState.${change.before}`),
        to: say(`conditionState.${change.after}`),
      })
    case 'status':
      return say('changes.recorded.status', {
        from: say(`status.${change.before}`),
        to: say(`status.${change.after}`),
      })
    case 'landing zone':
      return say('changes.recorded.landing zone')
  }
}
