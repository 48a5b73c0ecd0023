import { useEffect, useMemo, useState } from 'react'
import { createSay } from '../../../app/messages/say'
import { createDateLabel } from '../../../app/messages/date-words'
import type { BriefingOptions } from '../../../app/contract/briefing-contract'
import type { BriefingDocument, Subject } from '../../../app/rules/briefing/briefing-document'
import { Button } from '../../elements/button'
import { ApplicationProvider, useApplication, useSay } from '../../state/application'
import { readAsOf, showChangesSince, useCompareView } from '../../state/compare-view'
import { goTo, useRoute } from '../../state/route'
import { useBriefingDesk } from '../../state/briefing-desk'
import { useQuery, type QueryState } from '../../state/use-query'
import { useReady } from '../../state/use-ready'
import { BriefingBar } from './briefing-bar'
import { readBriefingOptions, toSearch } from './briefing-options'
import { BriefingPaper } from './briefing-paper'
import { openSubject } from './open-subject'
import { PartsPanel } from './parts-panel'
import { SidePane } from '../compare/pane/side-pane'
import { usePageStyle, useSheetOf } from './page-style'
import { useFontsLoaded } from './use-fonts-loaded'
import { usePageCount } from './use-page-count'
import { useSheetZoom } from './use-sheet-zoom'
import styles from './briefing-screen.module.css'
import printCss from './briefing-print.css?inline'
import './print-fonts.css'

/** The briefing as it will be printed, with the choices above it. The same paper, without them, is what prints. */
export function BriefingScreen() {
  const say = useSay()
  const options = useChosenOptions()
  const query = useQuery('briefing.compose', options)
  const frame = useSheetZoom(query.value?.page)
  const isRecordShown = useBriefingDesk((desk) => desk.isRecordShown)
  const isPaneOpen = useCompareView((view) => view.isPaneOpen)
  const pages = usePageCount(query.value, options)
  useSheetOf(printCss)
  const [isPanelInFront, setPanelInFront] = useState(false)
  return (
    <div className={styles.screen} data-panel={isPanelInFront || undefined}>
      <BriefingBar options={options} pages={pages}>
        <span className={styles.toPanel}>
          <Button look="link" aria-expanded={isPanelInFront} onPress={() => setPanelInFront(!isPanelInFront)}>
            {say(isPanelInFront ? 'briefing.bar.toPreview' : 'briefing.bar.toPanel')}
          </Button>
        </span>
      </BriefingBar>
      {/* Before the paper, or its every figure would be gone through on the way there by keyboard. */}
      {isRecordShown && isPaneOpen ? (
        <aside className={styles.pane} data-print="hide">
          <SidePane />
        </aside>
      ) : (
        options !== null && <PartsPanel options={options} />
      )}
      <main
        className={styles.desk}
        aria-label={say('briefing.preview')}
        aria-busy={query.status === 'loading'}
        ref={frame}
      >
        <Sheet query={query} onOpen={openSubject} />
      </main>
    </div>
  )
}

function Sheet({
  query,
  onOpen,
}: {
  query: QueryState<BriefingDocument>
  onOpen?: (subject: Subject) => void
}) {
  const say = useSay()
  const document = query.value
  const areFontsLoaded = useFontsLoaded(document)
  useReady(query.status === 'ready' && !areFontsLoaded ? { status: 'loading' } : query)
  usePageStyle(document)
  useDocumentHead(document)
  if (document === undefined) {
    return (
      <p className={styles.waiting}>
        {query.status === 'failed'
          ? say(`error.${query.error.code}`, query.error.details)
          : say('briefing.loading')}
      </p>
    )
  }
  return (
    <div className={styles.sheet}>
      <Spoken language={document.language}>
        <BriefingPaper document={document} {...(onOpen === undefined ? {} : { onOpen })} />
      </Spoken>
    </div>
  )
}

/** The choices in the address; null for the moment in which dates from there are handed to the window. */
function useChosenOptions(): BriefingOptions | null {
  const { locale } = useApplication()
  const search = useRoute((route) => route.search)
  const viewAsOf = useCompareView((view) => view.asOf)
  const viewSince = useCompareView((view) => view.since)
  const chosen = readBriefingOptions(search, locale)
  const { asOf, since } = chosen
  useEffect(() => {
    if (asOf === null && since === null) return
    if (asOf !== null) readAsOf(asOf)
    if (since !== null) showChangesSince(since)
    goTo('briefing', toSearch({ ...readBriefingOptions(search, locale), asOf: null, since: null }))
  }, [asOf, since, search, locale])
  return asOf === null && since === null ? { ...chosen, asOf: viewAsOf, since: viewSince } : null
}

/** What is inside speaks the briefing's language, whatever the window's is. */
function Spoken({ language, children }: { language: string; children: React.ReactNode }) {
  const application = useApplication()
  const spoken = useMemo(() => {
    const say = createSay(language)
    return { ...application, say, locale: language, dateLabel: createDateLabel(say, language) }
  }, [application, language])
  return <ApplicationProvider value={spoken}>{children}</ApplicationProvider>
}

/** A PDF takes its title and language from the page. */
function useDocumentHead(document: BriefingDocument | undefined): void {
  useEffect(() => {
    if (document === undefined) return
    const root = window.document.documentElement
    const [title, language] = [window.document.title, root.lang]
    window.document.title = document.documentTitle
    root.lang = document.language
    return () => {
      window.document.title = title
      root.lang = language
    }
  }, [document])
}
