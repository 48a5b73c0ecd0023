import { pointAt, type Place } from '../../../state/compare-view'
import { comparisonGrid } from '../grid/grid-access'

/** Selects a place and brings it into sight, while the list that leads there stays. */
export function showPlace(place: Place): void {
  pointAt(place)
  // Once the grid knows what is selected.
  requestAnimationFrame(() => comparisonGrid()?.reveal(place))
}
