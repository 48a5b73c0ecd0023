import type { Gap } from '../../../../app/model/position'
import { useDateLabel, useSay } from '../../../state/application'

/** What a documented gap says of itself: nothing found, as of when, searched where. */
export function GapWords({ gap }: { gap: Gap }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  return (
    <>
      {gap.searchedWhere === ''
        ? say('pane.gap.asOf', { date: dateLabel(gap.asOf) })
        : say('pane.gap.asOfWhere', { date: dateLabel(gap.asOf), where: gap.searchedWhere })}
    </>
  )
}
