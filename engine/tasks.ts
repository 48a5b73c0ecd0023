import { setImmediate } from 'node:timers/promises'

/** Lets others have their turn. What has come in meanwhile, as a cancel, is heard between the first and the second. */
export async function giveTurn(): Promise<void> {
  await setImmediate()
  await setImmediate()
}

/** The tasks under way that can be cancelled, by the names that their callers gave them. */
export function createTasks() {
  const underWay = new Map<string, Set<AbortController>>()

  return {
    /** Runs it until it is done or its signal asks it to end. A task without a name can only be ended with all. */
    async run<T>(id: string | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
      const controller = new AbortController()
      const name = id ?? ''
      const named = underWay.get(name) ?? new Set()
      underWay.set(name, named.add(controller))
      try {
        return await work(controller.signal)
      } finally {
        named.delete(controller)
        if (named.size === 0) underWay.delete(name)
      }
    },
    /** Whether there was such a task. */
    cancel(id: string): boolean {
      const named = underWay.get(id)
      named?.forEach((controller) => controller.abort())
      return named !== undefined
    },
    cancelAll(): void {
      for (const named of underWay.values()) named.forEach((controller) => controller.abort())
    },
  }
}
