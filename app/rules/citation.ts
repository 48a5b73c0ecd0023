import type { SourceId } from '../model/source'
import type { StatementId } from '../model/statement'
import type { Cite } from './briefing/briefing-document'
import type { SourceHead, StatementInContext } from './evidence-item'

/** Numbers statements, and the sources they stand in, in the order in which they are first cited. */
export type Citations = ReturnType<typeof createCitations>

type Numbered = { number: number; inContext: StatementInContext }

export function createCitations() {
  const withNote = new Set<number>()
  const namedBy = new Map<SourceId, number>()
  const statements = new Map<StatementId, Numbered>()
  /** The same by their numbers, from the first. */
  const numbered: Numbered[] = []
  const sources = new Map<SourceId, { number: number; source: SourceHead; inContext: StatementInContext }>()

  function numberOf(inContext: StatementInContext): Cite {
    const known = statements.get(inContext.statement.id)
    if (known) return { number: known.number, isFirst: false }
    const number = statements.size + 1
    const entry = { number, inContext }
    statements.set(inContext.statement.id, entry)
    numbered.push(entry)
    const { source } = inContext
    if (!sources.has(source.id)) sources.set(source.id, { number: sources.size + 1, source, inContext })
    return { number, isFirst: true }
  }

  /** The figures for these statements at this place, each once, smallest first. */
  function cite(cited: readonly StatementInContext[]): Cite[] {
    if (cited.length === 1) return [numberOf(cited[0]!)]
    const distinct = new Map(cited.map((inContext) => [inContext.statement.id, inContext]))
    return [...distinct.values()].map(numberOf).toSorted((a, b) => a.number - b.number)
  }

  return {
    cite,
    /** Every statement cited so far, by its number. */
    statements: () => [...numbered],
    sources: () => [...sources.values()],
    /** Those of these numbers whose note stands nowhere yet; from now on it does. */
    takeNotes(numbers: ReadonlySet<number>): Numbered[] {
      const taken = [...numbers].filter((number) => !withNote.has(number)).toSorted((a, b) => a - b)
      for (const number of taken) withNote.add(number)
      return taken.map((number) => numbered[number - 1]!)
    },
    /** Those whose note stands nowhere yet. */
    withoutNote: () => numbered.filter(({ number }) => !withNote.has(number)),
    /** Whether the note of this number is the first to name the source, however often it is composed. */
    nameSource(id: SourceId, number: number): boolean {
      const first = namedBy.get(id)
      if (first === undefined) namedBy.set(id, number)
      return first === undefined || first === number
    },
    /** As in `S1`; null for a source that no cited statement stands in. */
    sourceMark(id: SourceId): string | null {
      const known = sources.get(id)
      return known === undefined ? null : `S${known.number}`
    },
  }
}
