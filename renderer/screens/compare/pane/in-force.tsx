import { edtfBounds } from '../../../../app/model/edtf-date'
import { extentIn } from '../../../../app/rules/certainty'
import type { CellPosition } from '../../../../app/rules/comparison'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { useDateLabel, useSay } from '../../../state/application'
import { useCompareView } from '../../../state/compare-view'
import { doubtWords, periodWords } from './period-words'

/** How far it is in force on the day read, or in the period; nothing where its dates leave no doubt of a day. */
export function InForce({ position, comparison }: { position: CellPosition; comparison: ComparisonReading }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const asOf = useCompareView((view) => view.asOf)
  const held = comparison.index.positionOf.get(position.id)
  const { first, last } = asOf === null ? { first: null, last: null } : edtfBounds(asOf)
  const isPeriod = asOf !== null && first !== null && last !== null && first !== last
  const words =
    isPeriod && held
      ? [say(`extent.${extentIn(held, held.successors, { first, last })}`, { date: dateLabel(asOf) })]
      : position.doubts.map((doubt) => {
          const doubted = doubtWords(doubt, say, dateLabel)
          // The line above says as much already; what is left to say is what it leaves open.
          return doubted === periodWords(position, say, dateLabel) ? say('certainty.perhaps') : doubted
        })
  if (words.length === 0) return null
  return (
    <>
      <dt>{say(isPeriod ? 'certainty.inPeriod' : 'certainty.onDate')}</dt>
      <dd>{words.join('; ')}</dd>
    </>
  )
}
