import type { IssueId } from '../model/issue'
import type { PartyId, Party } from '../model/party'
import type { Answer, Position } from '../model/position'
import type { CellChange, ChangeTiming, ChangeWhat, ScaleMove } from './changes'
import type { RecordedChange } from './recorded-changes'

/** The changes as `show --since --json` prints them. Scripts read it: fields may be added, never renamed or removed. */
export type ShownChanges = {
  since: string
  asOf: string
  changes: ShownChange[]
  recorded: RecordedChange[]
}

export type ShownChange = {
  issueId: IssueId
  partyId: PartyId
  what: ChangeWhat
  timing: ChangeTiming
  before: ShownState | null
  after: ShownState | null
  /** Of a move on the scale. */
  direction: ScaleMove | null
  answer: (Pick<Answer, 'outcome' | 'onDate'> & { party: string }) | null
}

type ShownState = Pick<
  Position,
  | 'id'
  | 'kind'
  | 'text'
  | 'stance'
  | 'firmness'
  | 'atLow'
  | 'atHigh'
  | 'from'
  | 'until'
  | 'supersedesId'
  | 'whyMoved'
> & { addressee: string | null }

export function showChanges(
  {
    since,
    asOf,
    changes,
    recorded,
  }: { since: string; asOf: string; changes: readonly CellChange[]; recorded: readonly RecordedChange[] },
  parties: readonly Pick<Party, 'id' | 'name'>[],
): ShownChanges {
  const nameOf = (id: PartyId | null) => parties.find((party) => party.id === id)?.name ?? null
  const stateOf = (position: Position | null): ShownState | null => {
    if (position === null) return null
    const { id, kind, text, stance, firmness, atLow, atHigh, from, until, supersedesId, whyMoved } = position
    const words = { id, kind, text, addressee: nameOf(position.addresseeId), stance, firmness }
    return { ...words, atLow, atHigh, from, until, supersedesId, whyMoved }
  }
  return {
    since,
    asOf,
    changes: changes.map((change) => ({
      issueId: change.issueId,
      partyId: change.partyId,
      what: change.what,
      timing: change.timing,
      before: stateOf(change.before),
      after: stateOf(change.after),
      direction: change.what === 'moved' ? change.direction : null,
      answer:
        'answer' in change
          ? {
              party: nameOf(change.answer.partyId) ?? '',
              outcome: change.answer.outcome,
              onDate: change.answer.onDate,
            }
          : null,
    })),
    recorded: [...recorded],
  }
}
