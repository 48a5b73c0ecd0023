import type { Issue, IssueId } from '../../app/model/issue'
import type { PartyId } from '../../app/model/party'
import type { Position, PositionId } from '../../app/model/position'
import { foldText } from '../../app/rules/fold-text'

const leastShared = 2
const leastLikeness = 0.25
/** What stands for a word: enough letters for "demilitarise" and "demilitarisation" to meet. */
const stemLength = 6

/** Recorded positions of the party whose words are like the passage's, likeliest first, at most three. */
export function likelyPositions(
  positions: readonly Position[],
  { words, partyId }: { words: string; partyId: PartyId | null },
): PositionId[] {
  const said = stemsOf(words)
  return positions
    .filter((position) => partyId !== null && position.partyId === partyId)
    .map((position) => {
      const stems = stemsOf(position.text)
      const shared = sharedBy(said, stems)
      return { id: position.id, shared, likeness: shared / Math.max(1, Math.min(said.size, stems.size)) }
    })
    .filter(({ shared, likeness }) => shared >= leastShared && likeness >= leastLikeness)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
    .map(({ id }) => id)
}

/** The issue whose own words, or whose positions', are most like the passage's; null where none shares two. */
export function likelyIssue(
  { issues, positions }: { issues: readonly Issue[]; positions: readonly Position[] },
  words: string,
): IssueId | null {
  const said = stemsOf(words)
  const scored = issues.map((issue) => {
    const own = sharedBy(said, stemsOf(`${issue.title} ${issue.question}`))
    const theirs = positions
      .filter((position) => position.issueId === issue.id)
      .reduce((most, position) => Math.max(most, sharedBy(said, stemsOf(position.text))), 0)
    // A word of the title says more about the issue than one of a position on it.
    return { id: issue.id, score: 2 * own + theirs }
  })
  const best = scored.toSorted((a, b) => b.score - a.score)[0]
  return best !== undefined && best.score >= leastShared ? best.id : null
}

function stemsOf(words: string): Set<string> {
  const found = foldText(words).match(/[\p{L}\p{N}]{4,}|[\p{Script=Han}]{2}/gu) ?? []
  return new Set(found.filter((word) => !empty.has(word)).map((word) => word.slice(0, stemLength)))
}

const empty = new Set(
  'that this with from have will would their they them there been being were what when which while also must only into than then about after before over under more most such other some said says'.split(
    ' ',
  ),
)

function sharedBy(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const stem of a) if (b.has(stem)) shared += 1
  return shared
}
