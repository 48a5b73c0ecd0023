import type { ReactNode } from 'react'
import { BarAction } from '../../frame/bar'
import { useSay } from '../../state/application'
import { useReader } from '../../state/reader'
import { goTo } from '../../state/route'
import { Button } from '../../elements/button'
import { useReading } from './reading'
import styles from './sources-screen.module.css'

/** Above the reader: which passage of how many, and how many are recorded, open, and only suggested. */
export function SourcesBar({ children }: { children?: ReactNode }) {
  const say = useSay()
  const reading = useReading()
  return (
    <header className={styles.bar}>
      {reading && (
        <span className={styles.back}>
          <Button look="link" onPress={() => goTo('sources')}>
            {say('sources.back')}
          </Button>
        </span>
      )}
      {reading && <Tally />}
      {children}
      <div className={styles.actions}>
        {reading && <BarAction id="reader.find" words={say('reader.findShort')} showsKey />}
        <BarAction id="search.open" words={say('action.search')} showsKey />
        <BarAction id="edit.undo" words={say('action.undo')} showsKey />
        <BarAction id="source.add" words={say('sources.addShort')} isMain />
      </div>
    </header>
  )
}

function Tally() {
  const say = useSay()
  const { passages, isLooking } = useReading()!
  const current = useReader((state) => state.current)
  const hasDraft = useReader((state) => state.draft !== null)
  const at = passages.findIndex(({ key }) => key === current)
  const recorded = passages.filter(({ kind }) => kind === 'recorded').length
  const isOpenOne = hasDraft && passages[at]?.kind === 'suggested'
  const suggested = passages.length - recorded - (isOpenOne ? 1 : 0)
  return (
    <>
      <span className={styles.at}>
        {at === -1
          ? say('reader.passages', { count: passages.length })
          : say('reader.passageOf', { at: at + 1, of: passages.length })}
      </span>
      <span className={styles.tally}>
        <span>
          <i data-kind="recorded" />
          {say('reader.recorded', { count: recorded })}
        </span>
        {hasDraft && (
          <span>
            <i data-kind="open" />
            {say('reader.open', { count: 1 })}
          </span>
        )}
        <span>
          <i data-kind="suggested" />
          {isLooking ? say('reader.looking') : say('reader.suggested', { count: suggested })}
        </span>
      </span>
    </>
  )
}
