import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { ArrangedColumn } from '../../../../app/rules/arrangement'
import { useSay } from '../../../state/application'
import { chooseBaseline, useCompareView } from '../../../state/compare-view'
import { layOut, lookFor, useComparisonView } from '../../../state/comparison-view'
import { columnActs } from '../../../state/finding'
import { readBeside } from '../../../state/side-by-side'
import styles from './column-menu.module.css'

/** In a party's head: hide, keep in sight, move, compare with, fold, and its usual width. */
export function ColumnMenu({ column }: { column: ArrangedColumn }) {
  const say = useSay()
  const { party, isPinned, isFolded, members, width } = column
  const { id } = party
  const isBaseline = useCompareView((view) => view.baselineId === id)
  const acts: { id: string; label: string; perform: () => void }[] = [
    { id: 'hide', label: say('column.hide'), perform: () => columnActs.hide(id) },
    {
      id: 'pin',
      label: say(isPinned ? 'column.unpin' : 'column.pin'),
      perform: () => columnActs.pin(id),
    },
    { id: 'earlier', label: say('column.earlier'), perform: () => columnActs.step(id, -1) },
    { id: 'later', label: say('column.later'), perform: () => columnActs.step(id, 1) },
    {
      id: 'baseline',
      label: say(isBaseline ? 'column.leaveBaseline' : 'column.baseline'),
      perform: () => chooseBaseline(id),
    },
    { id: 'beside', label: say('pair.besideMenu'), perform: () => readBeside(id) },
    ...(members.length === 0
      ? []
      : [
          {
            id: 'fold',
            label: say(isFolded ? 'column.unfold' : 'column.fold', { count: members.length }),
            perform: () => columnActs.fold(id),
          },
        ]),
    ...(width === null
      ? []
      : [{ id: 'width', label: say('column.usualWidth'), perform: () => usualWidth(id) }]),
    {
      id: 'only',
      label: say('column.only', { party: party.shortName }),
      perform: () => lookFor({ parties: [id] }),
    },
  ]
  return (
    <MenuTrigger>
      <AriaButton
        className={styles.trigger}
        excludeFromTabOrder
        aria-label={say('column.menu', { party: party.shortName })}
      >
        <span aria-hidden="true">⋯</span>
      </AriaButton>
      <Popover className={styles.popover} placement="bottom end">
        <Menu
          className={styles.menu}
          aria-label={say('column.menu', { party: party.shortName })}
          onAction={(key) => acts.find((act) => act.id === key)?.perform()}
        >
          {acts.map((act) => (
            <MenuItem key={act.id} id={act.id} className={styles.item}>
              {act.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function usualWidth(id: string): void {
  const { [id]: _given, ...widths } = useComparisonView.getState().layout.widths
  layOut({ widths })
}
