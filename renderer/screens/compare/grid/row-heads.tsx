import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import type { ComparisonReading } from '../../../../app/rules/comparison-index'
import { LineHead } from './line-head'
import type { Line } from './grid-plan'
import type { Painted } from './painted'

/** The heads of the rows that are on the page, each drawn into its row. */
export function RowHeads({ painted, reading }: { painted: Painted; reading: ComparisonReading }) {
  const slots = useSyncExternalStore(painted.subscribe, painted.slots)
  return slots.map((slot) =>
    slot.line === null
      ? null
      : createPortal(
          <LineHead line={slot.line} reading={reading} isToCome={isToCome(slot.line, reading)} />,
          slot.head,
          slot.id,
        ),
  )
}

const isToCome = (line: Line, { index }: ComparisonReading): boolean =>
  line.kind === 'issue' && index.awaited.has(line.issue.row)
