import { useEffect, useState } from 'react'
import type { WallContent } from '../../../app/rules/presenting/wall-content'
import { moveOfKey } from '../../actions/presenting-keys'
import { useApi } from '../../state/application'
import { WallView } from './wall-view'
import styles from './wall-window.module.css'

/** The page on the projector. It is told what to show, and passes keys and clickers on; it can do nothing else. */
export function WallWindow() {
  const api = useApi()
  const [content, setContent] = useState<WallContent | null>(null)

  useEffect(() => {
    let isTold = false
    const stop = api.listen('wall.shown', (shown) => {
      isTold = true
      setContent(shown)
    })
    api.call('wall.read', {}).then(
      (shown) => {
        if (!isTold) setContent(shown)
      },
      () => {},
    )
    return stop
  }, [api])

  useEffect(() => {
    document.documentElement.dataset.ready = content === null ? 'false' : 'true'
    document.title = 'Démarche'
  }, [content])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'f' && !event.ctrlKey && !event.metaKey) return void toggleFullScreen()
      const move = moveOfKey(event)
      if (move === null) return
      event.preventDefault()
      api.call('wall.press', { move }).catch(() => {})
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [api])

  return (
    <main className={styles.window} onDoubleClick={() => void toggleFullScreen()}>
      {content && <WallView content={content} />}
    </main>
  )
}

/** A browser may refuse; the page then stays as large as its window. */
async function toggleFullScreen(): Promise<void> {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  await change.catch(() => {})
}
