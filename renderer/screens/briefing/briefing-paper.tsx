import type { BriefingDocument, BriefingSection } from '../../../app/rules/briefing/briefing-document'
import { AnnexSection } from './annex-section'
import { ComparisonPages } from './comparison-pages'
import { Lines, Runs } from './runs'
import styles from './paper.module.css'

/** The briefing itself: what is printed, and nothing besides. */
export function BriefingPaper({ document }: { document: BriefingDocument }) {
  const { running, sections } = document
  // What fills the measure comes first, then what is short enough to stand side by side.
  const isWide = (section: BriefingSection) => section.is === 'table' || section.is === 'notes'
  const wide = sections.filter(isWide)
  const rest = sections.filter((section) => !isWide(section))
  return (
    <article
      className={styles.paper}
      lang={document.language}
      data-print="document"
      data-orientation={document.page.orientation}
      data-edition={document.edition}
    >
      <div className={styles.running}>
        <b>{running.title}</b>
        <b className={styles.marking}>{running.marking}</b>
        <span>{running.asOf}</span>
      </div>
      <Head document={document} />
      {document.emptiness !== null && <p className={styles.emptiness}>{document.emptiness}</p>}
      {document.comparison !== null && <ComparisonPages comparison={document.comparison} />}
      {document.assessments !== null && (
        <section className={styles.assessments}>
          <h2>{document.assessments.heading}</h2>
          <Lines lines={document.assessments.lines} />
        </section>
      )}
      <div className={styles.annex}>
        {wide.map((section) => (
          <AnnexSection key={section.id} section={section} />
        ))}
        {rest.length > 0 && (
          <div className={styles.tail}>
            {rest.map((section) => (
              <AnnexSection key={section.id} section={section} />
            ))}
          </div>
        )}
      </div>
      <div className={styles.running}>
        <span>{running.recordedOn}</span>
      </div>
    </article>
  )
}

function Head({ document }: { document: BriefingDocument }) {
  return (
    <header className={styles.head}>
      <div>
        <h1 data-long={document.title.text.length > 90}>
          <Runs runs={[document.title]} />
        </h1>
        {document.question !== null && (
          <p className={styles.question}>
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
