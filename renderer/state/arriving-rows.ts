import type { ComparisonIndex } from '../../app/rules/comparison-index'

type Arrived = (rows: ReadonlySet<number>) => void

const listeners = new WeakMap<ComparisonIndex, Set<Arrived>>()
const wanted = new WeakMap<ComparisonIndex, readonly number[]>()

/** Calls back with the rows, by their places in the index, of which it has become known what is said on them. */
export function followArriving(index: ComparisonIndex, listener: Arrived): () => void {
  const all = listeners.get(index) ?? new Set()
  listeners.set(index, all.add(listener))
  return () => all.delete(listener)
}

export function tellArrived(index: ComparisonIndex, rows: ReadonlySet<number>): void {
  for (const listener of listeners.get(index) ?? []) listener(rows)
}

/** Rows that are in sight and still awaited: they come next. */
export const wantRows = (index: ComparisonIndex, rows: readonly number[]): void =>
  void wanted.set(index, rows)

export const wantedRows = (index: ComparisonIndex): readonly number[] => wanted.get(index) ?? []
