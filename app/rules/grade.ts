import type { Reliability } from '../model/source'

export type Grade = { reliability: Reliability; credibility: number }

/** As in `B2`; null when neither half is a grade, for F and 6 are the absence of one. */
export function gradeText({ reliability, credibility }: Grade): string | null {
  return reliability === 'F' && credibility === 6 ? null : `${reliability}${credibility}`
}

/** The best of several as text: reliability first, then credibility; ungraded halves come last. */
export function bestGrade(grades: readonly Grade[]): string | null {
  let best: string | null = null
  for (const grade of grades) {
    const text = gradeText(grade)
    // Letters and digits happen to sort best first, and F and 6 last.
    if (text !== null && (best === null || text < best)) best = text
  }
  return best
}
