/** Somebody who cannot move before somebody else has. */
export type Wait<Id extends string> = { waiter: Id; mover: Id }

export type WaitingOrder<Id extends string> = {
  /** Who must move first comes first; those who wait for each other share a place. */
  levels: Id[][]
  /** Each a circle of parties that wait for one another, in the order of their waiting. */
  deadlocks: Id[][]
}

/** Puts those who wait in the order in which they can move: strongly connected components, Tarjan 1972. */
export function orderOfMoves<Id extends string>(waits: readonly Wait<Id>[]): WaitingOrder<Id> {
  const movers = new Map<Id, Set<Id>>()
  for (const { waiter, mover } of waits) {
    if (!movers.has(mover)) movers.set(mover, new Set())
    const known = movers.get(waiter) ?? new Set<Id>()
    movers.set(waiter, known.add(mover))
  }
  const circles = componentsOf(movers)
  const deadlocks = circles
    .filter((circle) => circle.length > 1 || movers.get(circle[0]!)!.has(circle[0]!))
    .map((circle) => aroundFrom(circle, movers))
  // Tarjan yields a component only after all that it waits for.
  const levelOf = new Map<Id, number>()
  const levels: Id[][] = []
  for (const circle of circles) {
    const before = circle.flatMap((id) => [...movers.get(id)!]).filter((id) => !circle.includes(id))
    const level = Math.max(-1, ...before.map((id) => levelOf.get(id)!)) + 1
    for (const id of circle) levelOf.set(id, level)
    levels[level] = [...(levels[level] ?? []), ...circle]
  }
  return { levels, deadlocks }
}

function componentsOf<Id extends string>(movers: ReadonlyMap<Id, ReadonlySet<Id>>): Id[][] {
  const found: Id[][] = []
  const order = new Map<Id, number>()
  const lowest = new Map<Id, number>()
  const stack: Id[] = []
  const visit = (id: Id) => {
    order.set(id, order.size)
    lowest.set(id, order.get(id)!)
    stack.push(id)
    for (const next of movers.get(id)!) {
      if (!order.has(next)) visit(next)
      else if (!stack.includes(next)) continue
      lowest.set(id, Math.min(lowest.get(id)!, lowest.get(next)!))
    }
    if (lowest.get(id) !== order.get(id)) return
    found.push(stack.splice(stack.indexOf(id)))
  }
  for (const id of movers.keys()) if (!order.has(id)) visit(id)
  return found
}

/** A shortest way around within the component, beginning and ending with its first. */
function aroundFrom<Id extends string>(
  circle: readonly Id[],
  movers: ReadonlyMap<Id, ReadonlySet<Id>>,
): Id[] {
  const start = circle[0]!
  const ways: Id[][] = [[start]]
  const seen = new Set<Id>()
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const next of movers.get(way.at(-1)!)!) {
      if (next === start) return way
      if (!circle.includes(next) || seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return [...circle]
}
