import type { WallMove } from '../../contract/presenting-contract'

/** Where a room is: which issue of the order, which step of it, which page of the step; from 0. */
export type WallPlace = { issue: number; step: number; page: number }

/** What is walked through. */
export type WallWalk = {
  issues: readonly { steps: readonly unknown[] }[]
  pagesOf: (issue: number, step: number) => number
}

/** The page after, into the next issue; null at the very end. */
export function placeAfter(
  { issues, pagesOf }: WallWalk,
  { issue, step, page }: WallPlace,
): WallPlace | null {
  if (issues.length === 0) return null
  if (page + 1 < pagesOf(issue, step)) return { issue, step, page: page + 1 }
  if (step + 1 < issues[issue]!.steps.length) return { issue, step: step + 1, page: 0 }
  return issue + 1 < issues.length ? { issue: issue + 1, step: 0, page: 0 } : null
}

/** The page before, the last of the step before; null at the very beginning. */
export function placeBefore(
  { issues, pagesOf }: WallWalk,
  { issue, step, page }: WallPlace,
): WallPlace | null {
  if (issues.length === 0) return null
  if (page > 0) return { issue, step, page: page - 1 }
  const last = (at: number, of: number): WallPlace => ({ issue: at, step: of, page: pagesOf(at, of) - 1 })
  if (step > 0) return last(issue, step - 1)
  return issue > 0 ? last(issue - 1, issues[issue - 1]!.steps.length - 1) : null
}

/** Where a move or the number of a step leads to; null where there is no such place. */
export function placeFor(
  walk: WallWalk,
  from: WallPlace,
  to: Exclude<WallMove, 'black' | 'escape'> | { issue: number; step: number },
): WallPlace | null {
  const { issues } = walk
  if (typeof to !== 'string')
    return issues[to.issue]?.steps[to.step] === undefined ? null : { issue: to.issue, step: to.step, page: 0 }
  if (issues.length === 0) return null
  switch (to) {
    case 'next':
      return placeAfter(walk, from)
    case 'back':
      return placeBefore(walk, from)
    case 'next issue':
      return from.issue + 1 < issues.length ? { issue: from.issue + 1, step: 0, page: 0 } : null
    case 'previous issue':
      return from.issue > 0 ? { issue: from.issue - 1, step: 0, page: 0 } : null
    case 'first':
      return { issue: 0, step: 0, page: 0 }
    case 'last':
      return { issue: issues.length - 1, step: issues.at(-1)!.steps.length - 1, page: 0 }
  }
}
