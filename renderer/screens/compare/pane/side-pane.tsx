import { memo } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { useSay } from '../../../state/application'
import { closePane, openPane, useCompareView, type PaneTab, type Place } from '../../../state/compare-view'
import { useComparison } from '../../../state/comparison'
import { CellTab } from './cell-tab'
import { EvidenceTab } from './evidence-tab'
import styles from './pane.module.css'
import frameStyles from './pane-frame.module.css'
import { PaneLayers } from './pane-layers'
import { PartyCard } from './party-card'
import { RowTab } from './row-tab'
import { useIsCovering } from './use-is-covering'

const tabs = ['row', 'cell', 'evidence'] as const satisfies readonly PaneTab[]

/** What is selected in the comparison, in full; forms and readings are laid over it, and keep what lies below. */
export const SidePane = memo(function SidePane() {
  return (
    <PaneLayers closeButton={<CloseButton />}>
      <PaneTabs />
    </PaneLayers>
  )
})

function PaneTabs() {
  const say = useSay()
  const tab = useCompareView((view) => view.tab)
  const selected = useCompareView((view) => view.selected)
  return (
    <Tabs
      className={frameStyles.layer}
      selectedKey={tab}
      onSelectionChange={(key) => {
        const chosen = tabs.find((each) => each === key)
        if (chosen !== undefined && chosen !== tab) openPane(chosen)
      }}
    >
      <div className={frameStyles.head}>
        <TabList className={frameStyles.tabs} aria-label={say('pane.tabs')}>
          {tabs.map((each) => (
            <Tab key={each} id={each} className={frameStyles.tab}>
              {selected?.kind === 'party' && each === 'cell'
                ? say('pane.tab.party')
                : say(`pane.tab.${each}`)}
            </Tab>
          ))}
        </TabList>
        <CloseButton />
      </div>
      {tabs.map((each) => (
        <TabPanel key={each} id={each} className={frameStyles.body}>
          {each === tab && <TabContent shown={each} />}
        </TabPanel>
      ))}
    </Tabs>
  )
}

/** Apart from the tabs, which stay as they are whatever day is read. */
function TabContent({ shown }: { shown: PaneTab }) {
  const say = useSay()
  const selected = useCompareView((view) => view.selected)
  const comparison = useComparison().value
  const issueId = selected !== null && 'issueId' in selected ? selected.issueId : null
  if (!comparison) return null
  if (selected === null || !isThere(comparison, selected)) {
    return <p className={styles.empty}>{say('pane.nothingSelected')}</p>
  }
  if (shown === 'row') {
    if (issueId === null) return <p className={styles.empty}>{say('pane.noRow')}</p>
    return <RowTab comparison={comparison} issueId={issueId} />
  }
  if (selected.kind === 'party' && shown === 'cell') {
    return <PartyCard comparison={comparison} partyId={selected.partyId} />
  }
  if (selected.kind !== 'cell') return <p className={styles.empty}>{say('pane.noCell')}</p>
  const place = { comparison, issueId: selected.issueId, partyId: selected.partyId }
  return shown === 'cell' ? <CellTab {...place} /> : <EvidenceTab {...place} />
}

/** What was selected may since have been removed. */
function isThere({ issues, parties }: ComparisonReading, place: Place): boolean {
  const hasIssue = !('issueId' in place) || issues.some(({ id }) => id === place.issueId)
  return hasIssue && (!('partyId' in place) || parties.some(({ id }) => id === place.partyId))
}

function CloseButton() {
  const say = useSay()
  const isCovering = useIsCovering()
  return (
    <button
      type="button"
      className={frameStyles.close}
      data-covers={isCovering || undefined}
      aria-label={isCovering ? undefined : say('pane.close')}
      onClick={closePane}
    >
      {isCovering && <>{say('pane.toComparison')} </>}
      <span aria-hidden="true">×</span>
    </button>
  )
}
