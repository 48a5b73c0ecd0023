import { createSay } from '../../app/messages/say'
import { arrange } from '../../app/rules/arrangement'
import type { ComparisonReading } from '../../app/rules/comparison-reading'
import { startsOf } from '../../renderer/screens/compare/grid/grid-geometry'
import { planGrid } from '../../renderer/screens/compare/grid/grid-plan'
import { createLineCounter } from '../../renderer/screens/compare/grid/line-breaks'
import type { Scene } from '../../renderer/screens/compare/grid/scene'
import { viewOf } from './compared-world'

/** About as wide as the letters of the interface: most are set small. */
const counter = createLineCounter({
  widthOf: (text, font) => text.length * (font === 'summary' ? 7.6 : 6),
  breaksIn: () => [],
})

/** A grid of the whole comparison, with nothing chosen. */
export function gridScene(
  reading: ComparisonReading,
  {
    width = 240,
    view = viewOf(),
    ...given
  }: { width?: number; view?: ReturnType<typeof viewOf> } & Partial<Scene> = {},
): Scene {
  const arrangement = arrange(reading, view)
  const plan = planGrid(arrangement)
  const widths = plan.across.map(() => width)
  return {
    plan,
    reading,
    matches: arrangement.matches,
    membersIn: arrangement.membersIn,
    widths: { head: 216, columns: widths },
    columnStarts: startsOf(widths),
    headHeight: 52,
    baseline: null,
    marksOf: null,
    wording: { say: createSay('en'), dateLabel: (date) => date, nameOf: () => 'NO' },
    suggestionOf: () => null,
    isWritable: true,
    selected: null,
    selectedWith: new Map(),
    isOpen: () => false,
    openCells: new Set(),
    counter,
    type: 0,
    arrivals: 0,
    ...given,
  }
}
