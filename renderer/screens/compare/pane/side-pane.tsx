import { useRef } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { Comparison } from '../../../../app/rules/comparison'
import { useSay } from '../../../state/application'
import {
  closePane,
  closeSheet,
  openPane,
  useCompareView,
  type PaneSheet,
  type PaneTab,
  type Place,
} from '../../../state/compare-view'
import { useComparison } from '../../../state/comparison'
import { CellTab } from './cell-tab'
import { EvidenceTab } from './evidence-tab'
import styles from './pane.module.css'
import { PartyCard } from './party-card'
import { RowTab } from './row-tab'
import { Sheet } from './sheet'
import { SheetProvider, sheetKey } from './sheet-stack'
import { useFocusThatReturns, useFocusThatStays } from './pane-focus'

const tabs = ['row', 'cell', 'evidence'] as const satisfies readonly PaneTab[]

/** What is selected in the comparison, in full; forms and readings are laid over it, and keep what lies below. */
export function SidePane() {
  const say = useSay()
  const sheets = useCompareView((view) => view.sheets)
  const pane = useRef<HTMLElement>(null)
  useFocusThatReturns(pane, sheets.length)
  useFocusThatStays(pane)

  return (
    <section ref={pane} className={styles.pane} aria-label={say('pane.name')}>
      <div className={styles.layer} hidden={sheets.length > 0}>
        <PaneTabs />
      </div>
      {sheets.map((sheet, depth) => (
        <SheetProvider key={sheetKey(sheet)} value={sheet}>
          <div
            className={styles.layer}
            hidden={depth < sheets.length - 1}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.defaultPrevented) return
              event.preventDefault()
              event.stopPropagation()
              closeSheet()
            }}
          >
            <div className={styles.head}>
              <button type="button" className={styles.back} onClick={closeSheet}>
                <svg viewBox="0 0 10 10" aria-hidden="true">
                  <path d="M7 1L3 5l4 4" />
                </svg>
                {say('pane.back')}
              </button>
              <CloseButton />
            </div>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can have the focus */}
            <div className={styles.body} tabIndex={isReading(sheet) ? 0 : -1}>
              <Sheet sheet={sheet} />
            </div>
          </div>
        </SheetProvider>
      ))}
    </section>
  )
}

function PaneTabs() {
  const say = useSay()
  const tab = useCompareView((view) => view.tab)
  const selected = useCompareView((view) => view.selected)
  const comparison = useComparison().value
  const issueId = selected !== null && 'issueId' in selected ? selected.issueId : null

  function content(shown: PaneTab) {
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

  return (
    <Tabs
      className={styles.layer}
      selectedKey={tab}
      onSelectionChange={(key) => {
        const chosen = tabs.find((each) => each === key)
        if (chosen !== undefined && chosen !== tab) openPane(chosen)
      }}
    >
      <div className={styles.head}>
        <TabList className={styles.tabs} aria-label={say('pane.tabs')}>
          {tabs.map((each) => (
            <Tab key={each} id={each} className={styles.tab}>
              {selected?.kind === 'party' && each === 'cell'
                ? say('pane.tab.party')
                : say(`pane.tab.${each}`)}
            </Tab>
          ))}
        </TabList>
        <CloseButton />
      </div>
      {tabs.map((each) => (
        <TabPanel key={each} id={each} className={styles.body}>
          {each === tab && content(each)}
        </TabPanel>
      ))}
    </Tabs>
  )
}

/** A text without fields is scrolled by keyboard only where it can have the focus. */
const isReading = (sheet: PaneSheet): boolean => sheet.kind === 'history' || sheet.kind === 'sourceText'

/** What was selected may since have been removed. */
function isThere({ issues, parties }: Comparison, place: Place): boolean {
  const hasIssue = !('issueId' in place) || issues.some(({ id }) => id === place.issueId)
  return hasIssue && (!('partyId' in place) || parties.some(({ id }) => id === place.partyId))
}

function CloseButton() {
  const say = useSay()
  return (
    <button type="button" className={styles.close} aria-label={say('pane.close')} onClick={closePane}>
      ×
    </button>
  )
}
