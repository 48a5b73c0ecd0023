import type { IssueId } from '../model/issue'
import type { RecordOf } from '../model/records'
import type { ComparisonIndex, HeldPosition } from './comparison-index'
import { foldText } from './fold-text'

/** What is looked through in issues and positions, folded when it is first asked for and then kept. */
export type FoldedWords = {
  ofIssue: (row: number) => string
  ofPosition: (entry: HeldPosition) => string
}

const words = new WeakMap<ComparisonIndex, FoldedWords>()

export function wordsOf(index: ComparisonIndex): FoldedWords {
  let known = words.get(index)
  if (known) return known
  const issues: (string | undefined)[] = []
  const positions = new Map<HeldPosition, string>()
  known = {
    ofIssue(row) {
      const { number, title, question, landingZone, commonGround } = index.issues[row]!
      return (issues[row] ??= foldText([number, title, question, landingZone, commonGround].join('\n')))
    },
    ofPosition(entry) {
      let text = positions.get(entry)
      if (text === undefined) positions.set(entry, (text = foldText(wordsIn(entry))))
      return text
    },
  }
  words.set(index, known)
  return known
}

const wordsIn = ({ position, conditions }: HeldPosition): string =>
  conditions.length === 0 ? position.text : [position.text, ...conditions.map(({ text }) => text)].join('\n')

/** By row, whether it is one of the issues or nests in one. */
export function branchesOf(index: ComparisonIndex, branches: readonly IssueId[]): boolean[] {
  const wanted = new Set(branches)
  const inBranch: boolean[] = []
  // In reading order an issue stands before all that nest in it.
  for (const { id, parentId } of index.issues) {
    const parentRow = parentId === null ? undefined : index.rowOf.get(parentId)
    inBranch.push(wanted.has(id) || (parentRow !== undefined && inBranch[parentRow] === true))
  }
  return inBranch
}

type TagId = RecordOf<'tag'>['id']
type Tags = ReadonlySet<TagId>

export type KnownTags = {
  ofIssue: (row: number) => Tags
  ofParty: (column: number) => Tags
  ofPosition: (entry: HeldPosition) => Tags
}

const tags = new WeakMap<ComparisonIndex, KnownTags>()
const none: Tags = new Set()

/** What each issue, party and position is tagged with. */
export function tagsOf(index: ComparisonIndex): KnownTags {
  let known = tags.get(index)
  if (known) return known
  const tagged = new Map<string, Set<TagId>>()
  for (const { tagId, positionId, issueId, partyId } of index.records.taggings) {
    const id = positionId ?? issueId ?? partyId
    if (id === null) continue
    const own = tagged.get(id)
    if (own) own.add(tagId)
    else tagged.set(id, new Set([tagId]))
  }
  const of = (id: string): Tags => tagged.get(id) ?? none
  known = {
    ofIssue: (row) => of(index.issues[row]!.id),
    ofParty: (column) => of(index.records.parties[column]!.id),
    ofPosition: (entry) => of(entry.position.id),
  }
  tags.set(index, known)
  return known
}
