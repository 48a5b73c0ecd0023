import { memo, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import type { Line } from './grid-plan'
import { LineHead } from './line-head'
import type { Painted } from './painted'
import type { Slot } from './slot'

type Shown = { painted: Painted; reading: ComparisonReading }

/** The heads of the rows that are on the page, each drawn into its row. */
export const RowHeads = memo(function RowHeads({ painted, reading }: Shown) {
  const slots = useSyncExternalStore(painted.subscribe, painted.slots)
  return slots.map((slot) =>
    createPortal(<SlotHead slot={slot} painted={painted} reading={reading} />, slot.head, slot.id),
  )
})

/** While the page scrolls, only the rows that come into sight are looked at. */
function SlotHead({ slot, painted, reading }: Shown & { slot: Slot }) {
  const line = useSyncExternalStore(painted.subscribe, () => slot.line)
  const isToCome = useSyncExternalStore(painted.subscribe, () => isAwaited(slot.line, reading))
  return line && <LineHead line={line} reading={reading} isToCome={isToCome} />
}

const isAwaited = (line: Line | null, { index }: ComparisonReading): boolean =>
  line?.kind === 'issue' && index.awaited.has(line.issue.row)
