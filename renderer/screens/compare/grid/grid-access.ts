import type { Place } from '../../../state/compare-view'

/** What others may ask of the grid that is on the page. */
export type GridAccess = {
  /** Null while the place is out of sight: only what is near the window's edge is on the page. */
  elementOf: (place: Place) => HTMLElement | null
  /** In the window's coordinates, also where nothing is drawn; null where the place is not shown at all. */
  rectangleOf: (place: Place) => DOMRect | null
  /** Brings the place into sight, just so far as is needed, and draws it; with the focus where that is wanted. */
  reveal: (place: Place, options?: { isFocused?: boolean }) => void
}

let current: GridAccess | null = null

/** Null where no comparison is shown. */
export const comparisonGrid = (): GridAccess | null => current

export function offerGrid(access: GridAccess): () => void {
  current = access
  return () => {
    if (current === access) current = null
  }
}
