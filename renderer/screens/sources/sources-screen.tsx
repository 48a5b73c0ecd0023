import { useEffect, useState } from 'react'
import { isTyping } from '../../actions/use-action-keys'
import { Button } from '../../elements/button'
import { useApplication, useSay } from '../../state/application'
import { useCompareView } from '../../state/compare-view'
import { bringIn, bringInFiles } from '../../state/imports'
import { beginReading, useReader } from '../../state/reader'
import { useRoute } from '../../state/route'
import { useQuery } from '../../state/use-query'
import { useReady } from '../../state/use-ready'
import { useMayEdit } from '../compare/pane/editing'
import { chooseFiles, useFileChooser } from './file-chooser'
import { recordedKey } from './passages'
import { ReadingProvider, useReadingOf, useWantedSource } from './reading'
import { SourceList } from './source-list'
import { SourceReader } from './source-reader'
import { SourcesBar } from './sources-bar'
import { SourcesPane } from './sources-pane'
import styles from './sources-screen.module.css'

/** Every document of the dossier, the text of one, and the statements that are taken from it. */
export function SourcesScreen() {
  const say = useSay()
  const mayEdit = useMayEdit()
  const overview = useQuery('source.overview', {})
  const id = useWantedSource()
  const wantedStatement = useRoute((route) => route.search.get('statement'))
  const { reading, query } = useReadingOf(id)
  useReady(
    id === null ? overview : reading === null && query.status !== 'failed' ? { status: 'loading' } : overview,
  )

  useEffect(
    () => beginReading(wantedStatement === null ? null : recordedKey(wantedStatement)),
    [id, wantedStatement],
  )
  const isDropping = useTakingIn(mayEdit)
  const chooser = useFileChooser()
  // Without a text the pane has nothing to stand beside, but forms are laid over it.
  const hasSheet = useCompareView((view) => view.sheets.length > 0)
  const lines = overview.value ?? []
  // Where there is room for one of them only, what is being written comes before the text.
  const isWriting = useReader(({ draft }) => draft !== null) || hasSheet
  const moment = `${id} ${isWriting}`
  const [turned, setTurned] = useState<string | null>(null)
  const isPaneInFront = isWriting !== (turned === moment)

  return (
    <ReadingProvider value={reading}>
      <SourcesBar>
        {id !== null && (
          <span className={styles.toPane}>
            <Button
              look="link"
              aria-expanded={isPaneInFront}
              onPress={() => setTurned(turned === moment ? null : moment)}
            >
              {say(isPaneInFront ? 'sources.toText' : 'sources.toPane')}
            </Button>
          </span>
        )}
      </SourcesBar>
      <main
        className={styles.screen}
        aria-label={say('sources.name')}
        data-reading={id !== null || lines.length === 0 || undefined}
      >
        <SourceList lines={lines} openId={id} onChooseFile={chooseFiles} />
        {reading ? (
          <SourceReader key={reading.source.id} reading={reading} />
        ) : (
          <div className={styles.empty}>
            {id === null && overview.status === 'ready' && (
              <p>{say(lines.length === 0 ? 'sources.empty' : 'sources.chooseOne')}</p>
            )}
            {id === null && lines.length === 0 && mayEdit && (
              <Button look="primary" onPress={chooseFiles}>
                {say('sources.addOpen')}
              </Button>
            )}
          </div>
        )}
        {isDropping && <div className={styles.dropping}>{say('sources.dropHere')}</div>}
        {chooser}
      </main>
      {(id !== null || hasSheet) && (
        <aside className={styles.pane} data-front={isPaneInFront || undefined}>
          <SourcesPane />
        </aside>
      )}
    </ReadingProvider>
  )
}

/** Documents and texts that are dropped anywhere on the screen, or pasted. Answers whether one hangs over it. */
function useTakingIn(mayEdit: boolean): boolean {
  const application = useApplication()
  const [isDropping, setDropping] = useState(false)

  useEffect(() => {
    if (!mayEdit) return
    // Every element that is crossed enters and leaves: only as many leavings as enterings are a leaving.
    let depth = 0
    const over = (step: 1 | -1) => {
      depth = Math.max(0, depth + step)
      setDropping(depth > 0)
    }
    const listeners = {
      paste(event: ClipboardEvent) {
        if (isTyping(event.target) || event.clipboardData === null) return
        event.preventDefault()
        takeIn(application, event.clipboardData)
      },
      dragenter(event: DragEvent) {
        event.preventDefault()
        over(1)
      },
      dragleave: () => over(-1),
      dragover: (event: DragEvent) => event.preventDefault(),
      drop(event: DragEvent) {
        event.preventDefault()
        depth = 0
        setDropping(false)
        if (event.dataTransfer !== null) takeIn(application, event.dataTransfer)
      },
    }
    const stop = new AbortController()
    const { signal } = stop
    window.addEventListener('paste', listeners.paste, { signal })
    window.addEventListener('dragenter', listeners.dragenter, { signal })
    window.addEventListener('dragleave', listeners.dragleave, { signal })
    window.addEventListener('dragover', listeners.dragover, { signal })
    window.addEventListener('drop', listeners.drop, { signal })
    return () => stop.abort()
  }, [application, mayEdit])
  return isDropping
}

function takeIn(application: ReturnType<typeof useApplication>, data: DataTransfer): void {
  const files = [...data.files]
  if (files.length > 0) {
    void bringInFiles(application, files)
    return
  }
  const text = data.getData('text/plain')
  if (text.trim() !== '') void bringIn(application, { text }, application.say('sources.pasted'))
}
