import { useEffect, useRef, useState, type DragEvent } from 'react'
import { isTyping } from '../../actions/use-action-keys'
import { Button } from '../../elements/button'
import { useApplication, useSay } from '../../state/application'
import { bringIn, bringInFiles } from '../../state/imports'
import { beginReading } from '../../state/reader'
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
  const { isDropping, onDrag } = useTakingIn(mayEdit)
  const chooser = useFileChooser()
  const lines = overview.value ?? []

  return (
    <ReadingProvider value={reading}>
      <SourcesBar />
      <main
        className={styles.screen}
        aria-label={say('sources.name')}
        data-reading={id !== null || lines.length === 0 || undefined}
        {...onDrag}
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
      <aside className={styles.pane}>
        <SourcesPane />
      </aside>
    </ReadingProvider>
  )
}

/** Documents and texts that are dropped anywhere on the screen, or pasted. */
function useTakingIn(mayEdit: boolean) {
  const application = useApplication()
  const [isDropping, setDropping] = useState(false)
  const depth = useRef(0)

  useEffect(() => {
    if (!mayEdit) return
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event.target) || event.clipboardData === null) return
      event.preventDefault()
      takeIn(application, event.clipboardData)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [application, mayEdit])

  const over = (step: 1 | -1) => {
    depth.current = Math.max(0, depth.current + step)
    setDropping(depth.current > 0)
  }
  const onDrag = {
    onDragEnter: (event: DragEvent) => {
      event.preventDefault()
      over(1)
    },
    onDragLeave: () => over(-1),
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      depth.current = 0
      setDropping(false)
      takeIn(application, event.dataTransfer)
    },
  }
  return { isDropping, onDrag: mayEdit ? onDrag : {} }
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
