import type { LineWindow } from './grid-geometry'
import type { Slot } from './slot'

/** What is on the page, for the heads of columns and the menus of rows. */
export type Painted = ReturnType<typeof createPainted>

export function createPainted() {
  const listeners = new Set<() => void>()
  let slots: readonly Slot[] = []
  let columns: LineWindow = { first: 0, last: -1 }
  return {
    /** Those that hold a party's head; the same list as long as they are the same. */
    parties: () => slots,
    columns: () => columns,
    set(nextSlots: readonly Slot[], { first, last }: LineWindow): void {
      const parties = nextSlots.filter(({ line }) => line?.kind === 'party')
      if (parties.length !== slots.length || parties.some((slot, at) => slot !== slots[at])) slots = parties
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
