import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useSay } from '../../state/application'
import { showTab, useReader, type ReaderTab } from '../../state/reader'
import paneStyles from '../compare/pane/pane.module.css'
import frameStyles from '../compare/pane/pane-frame.module.css'
import { PaneLayers } from '../compare/pane/pane-layers'
import { CaptureForm } from './capture-form'
import { InSourceTab } from './in-source-tab'
import { recordedKey } from './passages'
import { useReading } from './reading'
import { RecordedCard } from './recorded-card'
import { SourceTab } from './source-tab'

const tabs = ['statement', 'inSource', 'source'] as const satisfies readonly ReaderTab[]

/** Beside the text: the statement being taken or read, everything in the source, and the source itself. */
export function SourcesPane() {
  const say = useSay()
  const tab = useReader((state) => state.tab)
  const reading = useReading()
  return (
    <PaneLayers>
      <Tabs
        className={frameStyles.layer}
        selectedKey={tab}
        onSelectionChange={(key) => {
          const chosen = tabs.find((each) => each === key)
          if (chosen !== undefined) showTab(chosen)
        }}
      >
        <div className={frameStyles.head}>
          <TabList className={frameStyles.tabs} aria-label={say('readerTab.names')}>
            {tabs.map((each) => (
              <Tab key={each} id={each} className={frameStyles.tab}>
                {say(`readerTab.${each}`)}
              </Tab>
            ))}
          </TabList>
        </div>
        {tabs.map((each) => (
          <TabPanel key={each} id={each} className={frameStyles.body}>
            {each === tab && reading === null && (
              <p className={paneStyles.empty}>{say('sources.chooseOne')}</p>
            )}
            {each === tab && reading !== null && each === 'statement' && <StatementTab />}
            {each === tab && reading !== null && each === 'inSource' && <InSourceTab reading={reading} />}
            {each === tab && reading !== null && each === 'source' && (
              <SourceTab key={reading.source.id} reading={reading} />
            )}
          </TabPanel>
        ))}
      </Tabs>
    </PaneLayers>
  )
}

function StatementTab() {
  const say = useSay()
  const reading = useReading()!
  const draft = useReader((state) => state.draft)
  const current = useReader((state) => state.current)
  if (draft !== null) return <CaptureForm draft={draft} reading={reading} />
  // An orphaned statement has no passage to walk to, and is read here all the same.
  const recorded = reading.statements.find(({ id }) => recordedKey(id) === current)
  if (recorded) return <RecordedCard statement={recorded} reading={reading} />
  return <p className={paneStyles.empty}>{say('capture.nothing')}</p>
}
