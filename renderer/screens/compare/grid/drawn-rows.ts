import type { LineWindow } from './grid-geometry'
import type { Line } from './grid-plan'
import type { Scene } from './scene'
import { createSlot, inOrder, moveCells, type Slot } from './slot'

/**
 * Rows that answered a key are kept as they were drawn, out of sight: going back to an order finds them. More than are
 * in sight of a few orders would only fill the page.
 */
const mostKept = 16

export type DrawnRows = ReturnType<typeof createDrawnRows>

/** The rows that are on the page, by where they stand, and those that are kept for others or for another time. */
export function createDrawnRows(body: HTMLElement) {
  const live = new Map<number, Slot>()
  const spare: Slot[] = []
  const all: Slot[] = []
  let answers = 0

  const hasFocus = ({ element }: Slot) => element.contains(document.activeElement)

  function makeSlot(): Slot {
    const slot = createSlot(body, all.length)
    all.push(slot)
    return slot
  }

  /** One that holds the focus is kept for the very row that it shows; of the others, first what nobody looked at. */
  function spareFor(key: string, { mayMake }: { mayMake: boolean }): Slot | undefined {
    let chosen: Slot | undefined
    for (const slot of spare) {
      if (hasFocus(slot)) continue
      if (slot.line?.key === key) return slot
      if (chosen === undefined || slot.answered < chosen.answered) chosen = slot
    }
    return mayMake && all.length < mostKept && chosen !== undefined && chosen.answered > 0
      ? undefined
      : chosen
  }

  return {
    live,
    all: all as readonly Slot[],
    spare: spare as readonly Slot[],

    /** They are what somebody waited for. */
    answer(slots: Iterable<Slot>): void {
      answers += 1
      for (const slot of slots) slot.answered = answers
    },

    /** They would else hold in memory what they were read from. */
    forgetHeads(): void {
      for (const { head } of all) head.shown = null
    },

    /** One that was scrolled past is the next to be written over. */
    leave(row: number, { isPassed = false } = {}): void {
      const slot = live.get(row)!
      // Hiding it for another that is hidden would set the words of both anew.
      if (isPassed) slot.answered = -1
      spare.push(slot)
      live.delete(row)
    },

    take(row: number, { key }: Line, may: { mayMake: boolean }): Slot {
      const slot = spareFor(key, may) ?? makeSlot()
      const at = spare.indexOf(slot)
      if (at !== -1) spare.splice(at, 1)
      slot.row = row
      live.set(row, slot)
      return slot
    },

    /**
     * A row that is still wanted stays with the element that it had: whoever looks at it keeps it. Where it would have to
     * be moved among the others, only the one with the focus does; the rest is written over.
     */
    turnTo(now: Scene, before: Scene | null, { first, last }: LineWindow): void {
      const slots = [...live.values()].toSorted((a, b) => a.row - b.row)
      live.clear()
      const haveColumnsMoved = before !== null && !hasSameKeys(before.plan.across, now.plan.across)
      const rowOf = (slot: Slot) => now.plan.rowOfKey.get(slot.line!.key)
      const focused = slots.findIndex(hasFocus)
      const focusedRow = focused === -1 ? undefined : rowOf(slots[focused]!)
      let lastRow = -1
      slots.forEach((slot, at) => {
        const row = rowOf(slot)
        const isInOrder =
          row !== undefined &&
          row >= first &&
          row <= last &&
          row > lastRow &&
          (focusedRow === undefined || at >= focused || row < focusedRow)
        if (row === undefined || !(isInOrder || at === focused)) {
          spare.push(slot)
          return
        }
        lastRow = row
        slot.row = row
        live.set(row, slot)
        if (haveColumnsMoved) moveCells(slot, before, now)
      })
      const order = new Map([...body.children].map((element, at) => [element, at]))
      spare.sort((a, b) => order.get(a.element)! - order.get(b.element)!)
    },

    /** One after the other, for those who hear the page. */
    setInOrder(): void {
      inOrder(
        body,
        [...live.values()].toSorted((a, b) => a.row - b.row).map(({ element }) => element),
      )
    },
  }
}

const hasSameKeys = (a: readonly Line[], b: readonly Line[]): boolean =>
  a === b || (a.length === b.length && a.every(({ key }, at) => key === b[at]!.key))
