/** Steps from issue to issue; whatever shows issues one after the other says how. */
let step: ((by: 1 | -1) => void) | null = null

export function followIssueWalk(walk: (by: 1 | -1) => void): () => void {
  step = walk
  return () => {
    if (step === walk) step = null
  }
}

export function walkIssues(by: 1 | -1): void {
  step?.(by)
}
