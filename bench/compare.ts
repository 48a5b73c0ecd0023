export type Comparison = {
  what: string
  /** Milliseconds, where nothing else is said. */
  unit?: 'MB'
  /** Of each round, ours and the other's in turn. */
  ours: { name: string; rounds: number[] }
  other: { name: string; rounds: number[] }
  /** What one round did, so that a faster run that did less is seen. */
  counts: Record<string, number>
}

/** Runs A B A B …, so that whatever else the machine does meets both alike. */
export async function inTurn(
  pairs: number,
  ours: () => Promise<number> | number,
  other: () => Promise<number> | number,
): Promise<[ours: number[], other: number[]]> {
  const rounds: [number[], number[]] = [[], []]
  for (let pair = 0; pair < pairs; pair += 1) {
    rounds[0].push(await ours())
    rounds[1].push(await other())
  }
  return rounds
}

/** How long it took, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
