import { Fragment } from 'react'
import { useDateLabel, useSay } from '../../state/application'
import type { Reading } from './reading'
import styles from './source-reader.module.css'

/** What the source is, in one line: where and when published, since when it is here, what it counts as. */
export function ReaderHead({ reading }: { reading: Reading }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const { source, outlet, sharedBy, added, corrections } = reading
  const facts = [
    outlet?.name,
    source.issued === null
      ? say('reader.undated')
      : say('reader.published', { date: dateLabel(source.issued) }),
    added === null ? null : say('reader.added', { date: dateLabel(added.slice(0, 10)) }),
    sharedBy > 1 ? say('reader.sharedOrigin', { count: sharedBy - 1 }) : say('reader.oneOrigin'),
    corrections === 0 ? say('reader.unchanged') : say('reader.corrected', { count: corrections }),
  ]
  return (
    <header className={styles.head}>
      <h2 dir="auto">{source.title}</h2>
      <p>
        {facts.filter(Boolean).map((fact, index) => (
          <Fragment key={fact}>
            {index > 0 && ' · '}
            <span dir="auto">{fact}</span>
          </Fragment>
        ))}
      </p>
    </header>
  )
}
