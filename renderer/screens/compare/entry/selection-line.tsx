import { useMemo } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { keyLabel } from '../../../actions/action'
import { actionOf } from '../../../actions/all-actions'
import { basis, firmness } from '../../../../app/model/position'
import { ActionMenu } from '../../../frame/action-menu'
import { useApplication, useSay } from '../../../state/application'
import { positionsAt } from '../../../state/cell-editing'
import { useComparison } from '../../../state/comparison'
import { selectOneAgain, useSelection } from '../../../state/selection'
import styles from './selection-line.module.css'

/** What is changed in all that is selected: how firm, on what basis, and whether it needs research. */
export const selectionMenus: readonly (readonly string[])[] = [
  firmness.options.map((value) => `selection.firmness.${value}`),
  basis.options.map((value) => `selection.basis.${value}`),
  ['selection.research', 'selection.researched'],
]

/** While several cells are selected: how many, and what can be done with all of them at once. */
export function SelectionLine({ isWritable }: { isWritable: boolean }) {
  const say = useSay()
  const cells = useSelection((state) => state.cells)
  const comparison = useComparison().value
  const positions = useMemo(
    () => [...cells.values()].flatMap((place) => (place.kind === 'cell' ? positionsAt(place) : [])).length,
    // What the cells hold is the comparison's.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [cells, comparison],
  )
  // Spoken whenever it changes; what speaks must be on the page before there is something to say.
  const words =
    cells.size === 0
      ? ''
      : say('entry.selected', {
          cells: say('entry.cells', { count: cells.size }),
          positions: say('entry.positions', { count: positions }),
        })
  return (
    <div
      className={cells.size === 0 ? styles.away : styles.line}
      role="group"
      aria-label={say('entry.selection')}
    >
      <p role="status">{words}</p>
      {cells.size > 0 && (
        <div className={styles.acts}>
          {isWritable && positions > 0 && (
            <>
              {(['firmness', 'basis', 'needsResearch'] as const).map((field, at) => (
                <ActionMenu
                  key={field}
                  name={say(`field.${field}`)}
                  trigger={say(`field.${field}`)}
                  triggerLook={`${styles.act} ${styles.opener}`}
                  groups={[selectionMenus[at]!]}
                  isShort
                />
              ))}
              <Act id="selection.change">{say('entry.changeMore')}</Act>
              <Act id="selection.remove">{say('editing.remove')}</Act>
            </>
          )}
          <Act id="selection.copy">{say('entry.copy')}</Act>
          <AriaButton className={styles.act} onPress={selectOneAgain}>
            {say('entry.unselect')} <kbd aria-hidden="true">Esc</kbd>
          </AriaButton>
        </div>
      )}
    </div>
  )
}

function Act({ id, children }: { id: string; children: string }) {
  const application = useApplication()
  const action = actionOf(id)
  const [key] = action.keys
  return (
    <AriaButton className={styles.act} onPress={() => void action.perform(application)}>
      {children} {key !== undefined && <kbd aria-hidden="true">{keyLabel(key)}</kbd>}
    </AriaButton>
  )
}
