import type { MouseEvent } from 'react'
import type { BriefingDocument, Subject } from '../../../app/rules/briefing/briefing-document'
import { PaperSections } from './paper-sections'
import { Runs } from './runs'
import { subjectOf } from './subject-mark'
import paperHead from './paper-head.module.css'
import styles from './paper.module.css'

type PaperProps = {
  document: BriefingDocument
  /** What is clicked opens what it speaks of. */
  onOpen?: (subject: Subject) => void
}

/** The briefing itself: what is printed, and nothing besides. */
export function BriefingPaper({ document, onOpen }: PaperProps) {
  const { running, band } = document
  function open(event: MouseEvent<HTMLElement>) {
    const target = event.target instanceof Element ? event.target : null
    if (target === null || target.closest('a') !== null || !window.getSelection()?.isCollapsed) return
    const marked = target.closest<HTMLElement>('[data-about]')
    const subject = subjectOf(marked?.dataset.about)
    if (subject !== null) onOpen?.(subject)
  }
  return (
    // What a click opens here is opened by keyboard in the comparison and in the lists.
    <article
      className={styles.paper}
      lang={document.language}
      data-print="document"
      data-orientation={document.page.orientation}
      data-edition={document.edition}
      {...(onOpen === undefined ? {} : { onClick: open, 'data-opens': true })}
    >
      <div className={styles.running}>
        <b>{running.title}</b>
        <b className={styles.marking}>{running.marking}</b>
        <span>{running.asOf}</span>
      </div>
      {(band === undefined || band.index === 0) && <Head document={document} />}
      {document.emptiness !== null && <p className={styles.emptiness}>{document.emptiness}</p>}
      <PaperSections document={document} />
      <div className={styles.running}>
        <span>{running.recordedOn}</span>
      </div>
    </article>
  )
}

function Head({ document }: { document: BriefingDocument }) {
  return (
    <header className={`${paperHead.head} ${styles.head}`}>
      <div>
        <h1 data-long={document.title.text.length > 90}>
          <Runs runs={[document.title]} />
        </h1>
        {document.question !== null && (
          <p className={paperHead.question}>
            <Runs runs={[document.question]} />
          </p>
        )}
      </div>
      <dl>
        {document.particulars.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}
