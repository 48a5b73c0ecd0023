import { useEffect, type RefObject } from 'react'
import { rowOrder } from '../../../../app/model/comparison-view'
import type { Arrangement } from '../../../../app/rules/arrangement'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { findMeasures } from '../../../../app/rules/row-measures'
import { arrangedBy } from '../../../state/arrangement'
import { inSpareTime } from '../../../state/spare-time'
import { baselineIn } from '../use-baseline'
import { planGrid } from './grid-plan'
import type { Painter } from './painter'
import { besideBaseline, type GridScene } from './use-scene'

/** What the next key may ask of the grid is measured while nobody waits: the chosen column as baseline, other orders. */
export function useForesight(
  scene: RefObject<GridScene>,
  painter: RefObject<Painter | null>,
  { comparison, arrangement }: { comparison: ComparisonReading; arrangement: Arrangement },
): void {
  const { selected, content } = scene.current
  const chosen = selected?.kind === 'cell' || selected?.kind === 'party' ? selected.partyId : null
  useEffect(() => {
    const { reading, baseline } = scene.current
    if (chosen === null || chosen === baseline?.party.id || reading.index.awaited.size > 0) return
    const next = baselineIn(reading, chosen)
    if (next === null) return
    const beside = besideBaseline(scene.current, next)
    return inSpareTime(painter.current!.foresee(beside, { layout: beside.heightsKey, toTop: false }))
  }, [scene, painter, content, chosen])

  const { isLookingFor, isTransposed, columns } = arrangement
  useEffect(() => {
    // Words that are being typed change the rows with every letter.
    if (comparison.index.awaited.size > 0 || isLookingFor || isTransposed) return
    const stood = columns.flatMap(({ standsFor }) => standsFor)
    return inSpareTime(foreseeOrders(scene, { painter: painter.current!, columns: stood }))
  }, [scene, painter, comparison, columns, isLookingFor, isTransposed])
}

/** What would be at the top. */
function* foreseeOrders(
  { current: scene }: RefObject<GridScene>,
  { painter, columns }: { painter: Painter; columns: readonly number[] },
): Generator<void> {
  const { reading, orderKey } = scene
  for (const order of rowOrder.options) {
    if (order === orderKey) continue
    if (order !== 'number') yield* findMeasures(reading, order, columns)
    const arranged = arrangedBy(reading, order)
    yield
    if (arranged === null) return
    yield* painter.foresee({ ...scene, plan: planGrid(arranged) }, { layout: scene.heightsKey, toTop: true })
  }
}
