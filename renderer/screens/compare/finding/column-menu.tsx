import type { ArrangedColumn } from '../../../../app/rules/arrangement'
import menuStyles from '../../../elements/menu.module.css'
import { ActionMenu } from '../../../frame/action-menu'
import { useSay } from '../../../state/application'

export const columnMenuGroups = [
  ['column.hide', 'column.pin', 'column.earlier', 'column.later'],
  ['baseline.choose', 'column.beside', 'column.only'],
  ['column.fold'],
  ['column.wider', 'column.narrower', 'column.usualWidth'],
] as const

/** In a party's head: hide, keep in sight, move, compare with, fold, and how wide it is. */
export function ColumnMenu({ column: { party } }: { column: ArrangedColumn }) {
  const say = useSay()
  const name = say('column.menu', { party: party.shortName })
  return (
    <ActionMenu
      name={name}
      trigger={<span aria-hidden="true">⋯</span>}
      triggerLook={menuStyles.dots}
      groups={columnMenuGroups}
      isShort
      leavesOut
      about={{ column: { partyId: party.id, name: party.shortName } }}
      placement="bottom end"
      buttonProps={{ excludeFromTabOrder: true, 'aria-label': name }}
    />
  )
}
