import type { LineWindow } from './grid-geometry'
import type { Slot } from './slot'

/** What is on the page, for the heads of columns and the menus of rows. */
export type Painted = ReturnType<typeof createPainted>

export function createPainted() {
  const listeners = new Set<() => void>()
  let slots: readonly Slot[] = []
  let columns: LineWindow = { first: 0, last: -1 }
  return {
    /** The same as long as none is added. */
    slots: () => slots,
    columns: () => columns,
    set(nextSlots: readonly Slot[], { first, last }: LineWindow): void {
      if (nextSlots.length !== slots.length) slots = [...nextSlots]
      // The same window is the same to whoever draws by it.
      if (first !== columns.first || last !== columns.last) columns = { first, last }
      for (const listener of listeners) listener()
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
