import { useEffect, useState } from 'react'
import { useReader } from '../../state/reader'
import { useSay } from '../../state/application'
import type { Reading } from './reading'
import styles from './source-reader.module.css'

/** At the edge: where in the text the passages stand, and which part of it is to be seen. */
export function OverviewStrip({
  reading,
  scroller,
}: {
  reading: Reading
  scroller: { current: HTMLElement | null }
}) {
  const say = useSay()
  const current = useReader((state) => state.current)
  const seen = useSeen(scroller)
  const length = Math.max(1, reading.text.length)
  const share = (units: number) => `${(100 * units) / length}%`

  return (
    <div className={styles.strip} aria-hidden="true" title={say('reader.overview')}>
      {reading.passages.flatMap((passage) =>
        passage.ranges.map((range) => (
          <i
            key={`${passage.key} ${range.start}`}
            data-kind={passage.kind}
            data-current={passage.key === current || undefined}
            data-colour={passage.kind === 'recorded' ? (passage.statement.colour ?? undefined) : undefined}
            style={{ insetBlockStart: share(range.start), blockSize: share(range.end - range.start) }}
          />
        )),
      )}
      <u style={{ insetBlockStart: `${100 * seen.from}%`, blockSize: `${100 * seen.share}%` }} />
    </div>
  )
}

function useSeen(scroller: { current: HTMLElement | null }): { from: number; share: number } {
  const [seen, setSeen] = useState({ from: 0, share: 1 })
  useEffect(() => {
    const watched = scroller.current
    if (!watched) return
    const read = () => {
      const whole = Math.max(1, watched.scrollHeight)
      setSeen({ from: watched.scrollTop / whole, share: Math.min(1, watched.clientHeight / whole) })
    }
    read()
    watched.addEventListener('scroll', read, { passive: true })
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(read)
    observer?.observe(watched)
    return () => {
      watched.removeEventListener('scroll', read)
      observer?.disconnect()
    }
  }, [scroller])
  return seen
}
