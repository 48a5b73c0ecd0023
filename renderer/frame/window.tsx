import { memo, useEffect } from 'react'
import { useActionKeys } from '../actions/use-action-keys'
import { BriefingScreen } from '../screens/briefing/briefing-screen'
import { CompareScreen } from '../screens/compare/compare-screen'
import { HandOutsScreen } from '../screens/present/hand-outs-screen'
import { RecordScreen } from '../screens/present/record-screen'
import { PresentScreen } from '../screens/present/present-screen'
import { PresenterDisplay } from '../screens/present/presenter-display'
import { SourcesScreen } from '../screens/sources/sources-screen'
import { HomeScreen } from '../screens/home/home-screen'
import { useApi } from '../state/application'
import { nameColumns } from '../state/columns'
import { ChangesProvider, useChangesOf } from '../state/changes'
import { ComparisonProvider, useComparisonQuery } from '../state/comparison'
import { followDossier, useOpened } from '../state/opened'
import { followImports } from '../state/imports'
import { followPresenting, usePresenting } from '../state/presenting'
import { followAddress, useRoute, type Screen } from '../state/route'
import { useSavedViewsOf } from '../state/saved-views'
import { useStopsOf } from '../state/time'
import { Bar } from './bar'
import { NoticeLine } from './notice-line'
import { Palette } from './palette'
import { PathDialog } from './path-dialog'
import { SearchOverlay } from './search-overlay'
import { Sidebar } from './sidebar'
import styles from './window.module.css'

/** One window, one dossier: the sidebar, the bar, and the screen that the address names. */
export function Window() {
  const api = useApi()
  const screen = useRoute((route) => route.screen)
  const opened = useOpened((state) => state.opened)

  useEffect(followAddress, [])
  useEffect(() => followDossier(api), [api])
  useEffect(() => followImports(api), [api])
  useEffect(() => followPresenting(api), [api])
  useActionKeys()
  useEffect(() => {
    document.title = opened ? `${opened.dossier.title} · Démarche` : 'Démarche'
  }, [opened])

  if (opened === undefined) return null
  const isHome = opened === null || screen === 'home'
  return (
    <>
      {isHome ? <HomeScreen /> : <DossierWindow key={opened.path} />}
      <NoticeLine />
      <PathDialog />
      <Palette />
    </>
  )
}

function DossierWindow() {
  const comparison = useComparisonQuery()
  const screen = useRoute((route) => route.screen)
  const parties = comparison.value?.parties
  useEffect(() => nameColumns(parties ?? []), [parties])
  const isLed = usePresenting(({ state }) => state !== null && state !== undefined)
  useStopsOf(comparison.value)
  useSavedViewsOf()
  const changes = useChangesOf(comparison.value)
  if (screen === 'present' && isLed) return <PresenterDisplay />
  return (
    <ComparisonProvider value={comparison}>
      <ChangesProvider value={changes}>
        <Screens screen={screen} />
      </ChangesProvider>
    </ComparisonProvider>
  )
}

/** Another day is another comparison: whoever shows something of it asks for it, and the rest stays as it is. */
const Screens = memo(function Screens({ screen }: { screen: Screen }) {
  return (
    <div className={styles.window}>
      <Sidebar />
      {screen === 'briefing' && <BriefingScreen />}
      {screen === 'present' && <PresentScreen />}
      {screen === 'hand-outs' && <HandOutsScreen />}
      {screen === 'record' && <RecordScreen />}
      {screen === 'sources' && (
        <div className={styles.work}>
          <SourcesScreen />
        </div>
      )}
      {screen === 'compare' && (
        <div className={styles.work}>
          <Bar />
          <CompareScreen />
        </div>
      )}
      <SearchOverlay />
    </div>
  )
})
