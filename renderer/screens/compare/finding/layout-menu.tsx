import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { rowOrder } from '../../../../app/model/comparison-view'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { useActionState } from '../../../actions/action'
import { actionOf } from '../../../actions/all-actions'
import { Button } from '../../../elements/button'
import menuStyles from '../../../elements/menu.module.css'
import { CheckField } from '../../../elements/fields/check-field'
import { ChoiceField } from '../../../elements/fields/choice-field'
import { useApplication, useSay } from '../../../state/application'
import { useComparison } from '../../../state/comparison'
import { layOut, useComparisonView } from '../../../state/comparison-view'
import { openLayout, useFinding } from '../../../state/finding'
import { ColumnList } from './column-list'
import { SavedViewList } from './saved-view-list'
import styles from './layout-menu.module.css'

/** How rows are sorted, which columns there are and in which order, and the views that were kept. */
export function LayoutMenu() {
  const say = useSay()
  const comparison = useComparison().value
  const isOpen = useFinding((finding) => finding.isLayoutOpen)
  if (!comparison) return null
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={openLayout}>
      <AriaButton className={menuStyles.trigger}>{say('layout.name')}</AriaButton>
      <Popover className={menuStyles.popover} placement="bottom start">
        <Dialog className={styles.dialog} aria-label={say('layout.title')}>
          <div>
            <RowLayout />
            <SavedViewList />
          </div>
          <Columns comparison={comparison} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function RowLayout() {
  const say = useSay()
  const { rowOrder: order, isGrouped, isTransposed } = useComparisonView((view) => view.layout)
  return (
    <section className={styles.section}>
      <ChoiceField
        label={say('layout.sort')}
        isStacked
        columns={2}
        value={order}
        onChange={(chosen) => layOut({ rowOrder: chosen })}
        choices={rowOrder.options.map((value) => ({ value, label: say(`layout.sort.${value}`) }))}
      />
      <CheckField
        label={say('layout.grouped')}
        value={isGrouped}
        onChange={(wanted) => layOut({ isGrouped: wanted })}
      />
      <CheckField
        label={say('layout.transposed')}
        value={isTransposed}
        onChange={(wanted) => layOut({ isTransposed: wanted })}
      />
      <div className={styles.acts}>
        <Act id="layout.foldAll" words={say('layout.foldAll')} />
        <Act id="layout.unfoldAll" words={say('layout.unfoldAll')} />
      </div>
    </section>
  )
}

function Act({ id, words }: { id: string; words: string }) {
  const application = useApplication()
  const state = useActionState()
  // What can be folded depends on the layout.
  useComparisonView((view) => view.layout)
  const action = actionOf(id)
  return (
    <Button
      look="link"
      isDisabled={!action.isEnabled(state)}
      onPress={() => void action.perform(application)}
    >
      {words}
    </Button>
  )
}

function Columns({ comparison }: { comparison: ComparisonReading }) {
  const say = useSay()
  return (
    <section className={styles.section} aria-label={say('layout.columns')}>
      <ColumnList comparison={comparison} />
    </section>
  )
}
