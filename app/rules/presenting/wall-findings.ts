import type { PartyId } from '../../model/party'
import type { PresentedParty } from './running-steps'
import type { WallLine, WallStand } from './wall-content'
import { scaleOf } from './wall-scale'
import type { WallRow } from './wall-row'

/** What sets the parties apart, as far as the comparison says so. */
export function differencesOf(row: WallRow, revealed: ReadonlySet<PartyId>): WallLine[] {
  const { say } = row
  const parties = row.presented.parties.filter(({ party }) => revealed.has(party.id))
  const stands = scaleOf(row, { revealed, isEarlier: false })?.stands ?? []
  return [
    ...furthestApart(row, stands),
    ...parties.flatMap((party) =>
      row.cellOf(party).positions.flatMap((position): WallLine[] => {
        if (position.firmness !== 'red line') return []
        return [line(row, party, position.id, say('wall.redLineOf'), position.text)]
      }),
    ),
    ...parties.flatMap((party) =>
      row.cellOf(party).positions.flatMap((position) =>
        position.answers.flatMap((answer): WallLine[] => {
          const by = parties.find((each) => each.party.id === answer.partyId)
          if (by === undefined || !['rejected', 'countered', 'ignored'].includes(answer.outcome)) return []
          const lead = say('wall.answered', {
            outcome: say(`outcome.${answer.outcome}`),
            party: party.party.shortName,
          })
          return [line(row, by, answer.id, lead, position.text)]
        }),
      ),
    ),
    ...clashes(row, parties),
    ...silent(row, parties),
  ]
}

/** What the parties share, as far as the comparison says so. */
export function commonGroundOf(row: WallRow, revealed: ReadonlySet<PartyId>): WallLine[] {
  const { say } = row
  const parties = row.presented.parties.filter(({ party }) => revealed.has(party.id))
  const stands = scaleOf(row, { revealed, isEarlier: false })?.stands ?? []
  return [
    ...overlaps(row, stands),
    ...parties.flatMap((party) =>
      row.cellOf(party).positions.flatMap((position) =>
        position.answers.flatMap((answer): WallLine[] => {
          const by = parties.find((each) => each.party.id === answer.partyId)
          if (by === undefined || !['accepted', 'partly'].includes(answer.outcome)) return []
          const lead = say('wall.answered', {
            outcome: say(`outcome.${answer.outcome}`),
            party: party.party.shortName,
          })
          return [line(row, by, answer.id, lead, position.text)]
        }),
      ),
    ),
    ...parties.flatMap((party) =>
      row
        .cellOf(party)
        .positions.flatMap((position) =>
          position.conditions
            .filter(({ state }) => state === 'met')
            .map((condition) => line(row, party, condition.id, say('wall.conditionMet'), condition.text)),
        ),
    ),
  ]
}

function line(row: WallRow, party: PresentedParty, id: string, lead: string, text: string): WallLine {
  return { id, party: row.wallParty(party), lead, text: shortened(text) }
}

/** The whole of it stands at the party's own step. */
const longest = 220

function shortened(text: string): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  const atWord = cut.lastIndexOf(' ')
  return `${(atWord > longest / 2 ? cut.slice(0, atWord) : cut).toWellFormed()} …`
}

function furthestApart({ say, issue }: WallRow, stands: readonly WallStand[]): WallLine[] {
  const low = stands.toSorted((a, b) => a.high - b.high)[0]
  const high = stands.toSorted((a, b) => b.low - a.low)[0]
  if (low === undefined || high === undefined || low.high >= high.low) return []
  const apart = high.low - low.high
  const at = (place: number) => nearestWording(issue, place)
  const words = [at(low.high), at(high.low)]
  return [
    {
      id: 'furthest apart',
      party: null,
      lead: say('wall.furthestApart', { one: low.party.name, other: high.party.name }),
      text:
        words[0] === words[1]
          ? say('wall.apartBy', { apart })
          : say('wall.apart', { one: words[0] ?? '', other: words[1] ?? '' }),
    },
  ]
}

/** The wording of the mark that a place on the scale is nearest to, its ends included. */
function nearestWording({ marks, scaleLow, scaleHigh }: WallRow['issue'], place: number): string {
  const worded = [{ at: 0, wording: scaleLow }, ...marks, { at: 100, wording: scaleHigh }].filter(
    ({ wording }) => wording !== '',
  )
  return worded.reduce((best, mark) => (Math.abs(mark.at - place) < Math.abs(best.at - place) ? mark : best))
    .wording
}

function overlaps({ say, issue }: WallRow, stands: readonly WallStand[]): WallLine[] {
  return stands.flatMap((one, at) =>
    stands.slice(at + 1).flatMap((other): WallLine[] => {
      const from = Math.max(one.low, other.low)
      const to = Math.min(one.high, other.high)
      if (from > to) return []
      const words = [...new Set([nearestWording(issue, from), nearestWording(issue, to)])]
      return [
        {
          id: `overlap ${one.party.id} ${other.party.id}`,
          party: null,
          lead: say('wall.both', { one: one.party.name, other: other.party.name }),
          text: words.length === 2 ? say('wall.between', { one: words[0]!, other: words[1]! }) : words[0]!,
        },
      ]
    }),
  )
}

/** One demands of the other while the other demands of the first. */
function clashes(row: WallRow, parties: readonly PresentedParty[]): WallLine[] {
  return parties.flatMap((party) =>
    row.cellOf(party).positions.flatMap((position): WallLine[] => {
      const to = parties.find((each) => each.party.id === position.addresseeId)
      if (position.kind !== 'demand' || to === undefined || position.firmness === 'red line') return []
      if (position.answers.length > 0) return []
      const lead = row.say('wall.demandsOf', { party: to.party.shortName })
      return [line(row, party, position.id, lead, position.text)]
    }),
  )
}

function silent(row: WallRow, parties: readonly PresentedParty[]): WallLine[] {
  return parties.flatMap((party): WallLine[] => {
    const cell = row.cellOf(party)
    if (cell.positions.length > 0) return []
    const words =
      cell.gap === null
        ? row.say('wall.unseen')
        : row.say('wall.gap', { date: row.dateLabel(cell.gap.asOf, 'long') })
    return [line(row, party, `silence ${party.party.id}`, words, '')]
  })
}
