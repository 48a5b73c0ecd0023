import type { BriefingDocument, BriefingSection } from '../../../app/rules/briefing/briefing-document'
import { AnnexSection } from './annex-section'
import { ComparisonPages } from './comparison-pages'
import { Lines } from './runs'
import styles from './paper.module.css'

type Stretch = { is: 'own'; section: BriefingSection } | { is: 'annex'; blocks: BriefingSection[][] }

/** The parts in their order: what fills the measure by itself, what is short side by side. */
export function PaperSections({ document }: { document: BriefingDocument }) {
  return stretchesOf(document.sections).map((stretch, index) =>
    stretch.is === 'own' ? (
      <OwnSection key={stretch.section.id} document={document} section={stretch.section} />
    ) : (
      <div key={index} className={styles.annex}>
        {stretch.blocks.map((block) =>
          isWide(block[0]!) ? (
            <AnnexSection key={block[0].id} section={block[0]} />
          ) : (
            <div key={block[0]!.id} className={styles.tail}>
              {block.map((section) => (
                <AnnexSection key={section.id} section={section} />
              ))}
            </div>
          ),
        )}
      </div>
    ),
  )
}

const isWide = (section: BriefingSection) => section.is === 'table' || section.is === 'notes'

function stretchesOf(sections: readonly BriefingSection[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const section of sections) {
    const last = stretches.at(-1)
    if (section.is === 'comparison' || section.is === 'group' || section.is === 'assessment') {
      stretches.push({ is: 'own', section })
    } else if (last?.is !== 'annex') {
      stretches.push({ is: 'annex', blocks: [[section]] })
    } else {
      const block = last.blocks.at(-1)!
      if (isWide(section) || isWide(block[0]!)) last.blocks.push([section])
      else block.push(section)
    }
  }
  return stretches
}

function OwnSection({ document, section }: { document: BriefingDocument; section: BriefingSection }) {
  switch (section.is) {
    case 'comparison':
      return (
        <>
          {document.comparison !== null && (
            <ComparisonPages comparison={document.comparison} band={document.band} />
          )}
          {document.assessments !== null && (
            <section className={styles.assessments}>
              <h2>{document.assessments.heading}</h2>
              <Lines lines={document.assessments.lines} />
            </section>
          )}
        </>
      )
    case 'group':
      return <Group section={section} />
    case 'assessment':
      return (
        <section className={styles.assessments}>
          <h3>{section.heading}</h3>
          <Lines lines={section.lines} />
        </section>
      )
    default:
      return <AnnexSection section={section} level={3} />
  }
}

/** Findings stand side by side; what has a page of its own begins one. */
function Group({ section }: { section: BriefingSection & { is: 'group' } }) {
  if (section.layout === 'columns') {
    return (
      <section className={styles.findings} data-count={Math.min(section.sections.length, 4)}>
        <h2>{section.heading}</h2>
        <div>
          {section.sections.map((each) => (
            <AnnexSection key={each.id} section={each} level={3} />
          ))}
        </div>
      </section>
    )
  }
  return (
    <section>
      {section.heading !== '' && <h2 className={styles.partHeading}>{section.heading}</h2>}
      {section.sections.map((page) => (
        <section key={page.id} id={page.id} className={styles.page}>
          <h3>{page.heading}</h3>
          {page.is === 'group' ? (
            page.sections.map((each) => (
              <div key={each.id} className={styles.onPage}>
                {each.is === 'assessment' ? (
                  <section className={styles.assessments}>
                    <h4>{each.heading}</h4>
                    <Lines lines={each.lines} />
                  </section>
                ) : (
                  <AnnexSection section={each} level={4} caption={page.heading} />
                )}
              </div>
            ))
          ) : (
            <AnnexSection section={page} level={4} />
          )}
        </section>
      ))}
    </section>
  )
}
