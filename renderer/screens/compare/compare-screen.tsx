import { memo } from 'react'
import { canWrite, useActionState } from '../../actions/action'
import { actionOf } from '../../actions/all-actions'
import type { ComparisonReading } from '../../../app/rules/comparison-reading'
import { Button } from '../../elements/button'
import { useArrangement } from '../../state/arrangement'
import { useApplication, useSay } from '../../state/application'
import { useCompareView } from '../../state/compare-view'
import { useGridComparison } from '../../state/comparison'
import { useForethought } from '../../state/forethought'
import { useRoute } from '../../state/route'
import { sideBySideOf } from '../../state/side-by-side'
import { useReady } from '../../state/use-ready'
import styles from './compare-screen.module.css'
import { FindingLine } from './finding/finding-line'
import { EntryLayer } from './entry/entry-layer'
import { ComparisonGrid } from './grid/comparison-grid'
import { useMarkedCells } from './marked-cells'
import { CoveringPane } from './pane/covering-pane'
import { SidePane } from './pane/side-pane'
import { SideBySide } from './side-by-side/side-by-side'

/** Issues down, parties across, and beside them whatever is looked at closely. */
export function CompareScreen() {
  const say = useSay()
  const query = useGridComparison()
  useReady(query)
  useMarkedCells()

  const comparison = query.value ?? query.coming
  return (
    <>
      <main className={styles.grid} aria-label={say('compare.name')}>
        {query.status === 'failed' && (
          <p className={styles.failure}>{say(`error.${query.error.code}`, query.error.details)}</p>
        )}
        {comparison && (comparison.parties.length === 0 || comparison.issues.length === 0) && (
          <FirstStep isParty={comparison.parties.length === 0} />
        )}
        {comparison && <TwoOrAll comparison={comparison} />}
      </main>
      <Beside />
    </>
  )
}

/** Whatever the grid answers, the pane asks for itself what it shows. */
const Beside = memo(function Beside() {
  const isPaneOpen = useCompareView((view) => view.isPaneOpen)
  if (!isPaneOpen) return null
  return (
    <CoveringPane>
      <SidePane />
    </CoveringPane>
  )
})

/** Two parties side by side where the address names them, else everybody. */
function TwoOrAll({ comparison }: { comparison: ComparisonReading }) {
  const shown = sideBySideOf(useRoute())
  const whole = useGridComparison().value
  return shown ? (
    whole && <SideBySide comparison={whole} shown={shown} />
  ) : (
    <ArrangedGrid comparison={comparison} />
  )
}

function ArrangedGrid({ comparison }: { comparison: ComparisonReading }) {
  const arrangement = useArrangement(comparison)
  const { rows, columns, isTransposed } = arrangement
  useForethought(comparison, arrangement)
  const whole = useGridComparison().value
  const hasLines = comparison.parties.length + comparison.issues.length > 0
  return (
    <>
      {hasLines && whole && <FindingLine comparison={whole} />}
      {whole && <EntryLayer comparison={whole} rows={rows} columns={columns} isTransposed={isTransposed} />}
      {hasLines && <ComparisonGrid comparison={comparison} arrangement={arrangement} />}
    </>
  )
}

function FirstStep({ isParty }: { isParty: boolean }) {
  const application = useApplication()
  const { say } = application
  const state = useActionState()
  const action = actionOf(isParty ? 'party.new' : 'issue.new')
  return (
    <div className={styles.firstStep}>
      <p>{say(isParty ? 'compare.emptyParties' : 'compare.emptyIssues')}</p>
      {canWrite(state) && (
        <Button look="primary" onPress={() => void action.perform(application)}>
          {say(isParty ? 'compare.addParty' : 'compare.addIssue')}
        </Button>
      )}
    </div>
  )
}
