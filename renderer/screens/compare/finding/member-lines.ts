import type { Say } from '../../../../app/messages/say'
import type { PartyId } from '../../../../app/model/party'
import type { MemberStand } from '../../../../app/rules/arrangement'

/** In the cell of a folded coalition: which members stand elsewhere, which cannot be compared, and how many stand with it. */
export function memberLines(
  members: readonly MemberStand[],
  { say, nameOf }: { say: Say; nameOf: (id: PartyId) => string },
): string[] {
  const apart = members
    .filter(({ distance }) => distance !== null && distance > 0)
    .toSorted((a, b) => b.distance! - a.distance!)
  const own = members.filter(({ distance }) => distance === null)
  const alike = members.length - apart.length - own.length
  const named = (parties: readonly string[]) => parties.join(', ')
  return [
    ...(apart.length === 0
      ? []
      : [
          say('member.apart', {
            parties: named(
              apart.map(({ partyId, distance }) =>
                say('member.distance', { party: nameOf(partyId), distance: Math.round(distance!) }),
              ),
            ),
          }),
        ]),
    ...(own.length === 0
      ? []
      : [say('member.own', { parties: named(own.map(({ partyId }) => nameOf(partyId))) })]),
    ...(alike === 0 ? [] : [say('member.with', { count: alike })]),
  ]
}
