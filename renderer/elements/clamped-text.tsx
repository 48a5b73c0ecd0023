import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useSay } from '../state/application'
import styles from './clamped-text.module.css'

/** The first lines of a text, and "more" where there are more. */
export function ClampedText({ lines, children }: { lines: number; children: ReactNode }) {
  const say = useSay()
  const words = useRef<HTMLSpanElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [isLonger, setIsLonger] = useState(false)

  useLayoutEffect(() => {
    const element = words.current
    if (!element || isOpen) return
    const measure = () => setIsLonger(element.scrollHeight > element.clientHeight + 4)
    measure()
    // Columns change width, and fonts arrive after the first paint.
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    document.fonts?.addEventListener('loadingdone', measure)
    return () => {
      observer.disconnect()
      document.fonts?.removeEventListener('loadingdone', measure)
    }
  }, [children, isOpen])

  return (
    <span className={styles.text}>
      <span ref={words} className={isOpen ? undefined : styles.clamped} style={{ WebkitLineClamp: lines }}>
        {children}
      </span>
      {isLonger && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={isOpen}
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation()
            setIsOpen(!isOpen)
          }}
        >
          {say(isOpen ? 'compare.less' : 'compare.more')}
        </button>
      )}
    </span>
  )
}
