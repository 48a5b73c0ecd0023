import type { Say } from '../../../../app/messages/say'
import type { PairFilter, PairReason, PartyPair } from '../../../../app/rules/two-parties'

type Named = Pick<PartyPair, 'ours' | 'theirs'>

export const filterWords = (say: Say, filter: PairFilter, { ours, theirs }: Named): string =>
  say(`pair.${filter}`, { ours: ours.shortName, theirs: theirs.shortName })

/** Why an issue has the relation that it has, in one sentence. */
export function reasonWords(say: Say, reason: PairReason, { ours, theirs }: Named): string {
  switch (reason.is) {
    case 'scale':
      if (reason.points === 'agreed') return say('pair.why.sameStand')
      if (reason.distance === 0) return say('pair.why.meet')
      return say(reason.isRedLine ? 'pair.why.redLine' : 'pair.why.apart', { distance: reason.distance })
    case 'stance':
      return say('pair.why.stance', {
        ours: ours.shortName,
        ourStance: say(`stance.${reason.ours}`),
        theirs: theirs.shortName,
        theirStance: say(`stance.${reason.theirs}`),
      })
    case 'answer':
      return say('pair.why.answer', {
        party: (reason.byOurs ? ours : theirs).shortName,
        outcome: say(`outcome.${reason.answer.outcome}`),
      })
    case 'refusal':
      return say('pair.why.refusal', { party: (reason.byOurs ? ours : theirs).shortName })
    case 'unanswered':
      return say('pair.why.unanswered', { count: reason.positionIds.length })
    default:
      return say(`pair.why.${reason.is}`)
  }
}
