import type { Issue, IssueId } from '../model/issue'

export type PlacedIssue = Issue & {
  /** 0 for an issue at the top. */
  depth: number
  /** The author's own number, or the place in the tree, as in `2.1`. */
  number: string
}

/** The issues in reading order, each before what nests in it, numbered by place where they have no number. */
export function placeIssues(issues: readonly Issue[]): PlacedIssue[] {
  const children = new Map<IssueId | null, Issue[]>()
  for (const issue of issues) {
    const siblings = children.get(issue.parentId)
    if (siblings) siblings.push(issue)
    else children.set(issue.parentId, [issue])
  }

  const placed: PlacedIssue[] = []
  const place = (parentId: IssueId | null, parentNumber: string, depth: number) => {
    const siblings = (children.get(parentId) ?? []).toSorted((a, b) => a.sortOrder - b.sortOrder)
    siblings.forEach((issue, index) => {
      const number = issue.number ?? `${parentNumber}${index + 1}`
      placed.push({ ...issue, number, depth })
      place(issue.id, `${number}.`, depth + 1)
    })
  }
  place(null, '', 0)
  return placed
}

/** Whether hanging `issueId` under `parentId` would make it its own ancestor. */
export function wouldLoop(
  parentOf: (id: IssueId) => IssueId | null,
  { issueId, parentId }: { issueId: IssueId; parentId: IssueId | null },
): boolean {
  for (let id = parentId; id !== null; id = parentOf(id)) if (id === issueId) return true
  return false
}
