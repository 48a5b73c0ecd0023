import { create } from 'zustand'
import type { Cell } from '../../../../app/rules/comparison'

/** What changed in a cell since a date: lines above its positions, each with a sign, in words. */
export type CellMarks = {
  lines: readonly {
    /** Chooses the colour of the edge; the words say the same. */
    tone: 'new' | 'moved' | 'gone'
    words: string
  }[]
  /** For those who hear the cell; comes before what is in it. */
  spoken: string
  /** What a position said before, by its id; its words are shown with what differs. */
  earlier: ReadonlyMap<string, string>
}

/**
 * Who marks cells, and how. The grid asks for every cell that it measures or paints, so the answer must be quick,
 * and the same until `markCells` is called again.
 */
export const useCellMarks = create<{ marksOf: ((cell: Cell) => CellMarks | null) | null }>(() => ({
  marksOf: null,
}))

export function markCells(marksOf: ((cell: Cell) => CellMarks | null) | null): void {
  useCellMarks.setState({ marksOf })
}
