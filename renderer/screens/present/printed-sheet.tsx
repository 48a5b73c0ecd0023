import type { ReactNode } from 'react'
import type { Page } from '../../../app/rules/briefing/page-layout'
import { markingWords } from '../../elements/marking-text'
import { useApplication } from '../../state/application'
import { useDocumentTitle } from '../../state/document-title'
import { useRoute } from '../../state/route'
import briefing from '../briefing/briefing-screen.module.css'
import paper from '../briefing/paper.module.css'
import { usePageStyle } from '../briefing/page-style'
import { useSheetZoom } from '../briefing/use-sheet-zoom'
import '../briefing/briefing-print.css'

/** A page of the window that prints as it stands, with the choices above it that do not print. */
export function PrintedSheet({
  label,
  title,
  running,
  bar,
  children,
}: {
  label: string
  title: string
  running: { title: string; marking: string; asOf: string }
  bar: ReactNode
  children: ReactNode
}) {
  const { say, locale } = useApplication()
  const search = useRoute((route) => route.search)
  const page: Page = { paper: search.get('paper') === 'Letter' ? 'Letter' : 'A4', orientation: 'landscape' }
  const frame = useSheetZoom(page)
  const isMarked = running.marking !== 'none'
  usePageStyle({
    page,
    running: {
      title: running.title,
      marking: isMarked ? markingWords(say, running.marking).toLocaleUpperCase(locale) : '',
      asOf: running.asOf,
      recordedOn: '',
      pageOf: say('record.pageOf', { page: '{page}', pages: '{pages}' }),
    },
  })
  useDocumentTitle(title)
  return (
    <div className={briefing.screen}>
      <header className={briefing.bar} data-print="hide">
        {bar}
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and holds nothing that takes the focus */}
      <main className={briefing.desk} aria-label={label} ref={frame} tabIndex={0}>
        <div className={briefing.sheet}>
          <article className={paper.paper} data-print="document" data-orientation="landscape">
            {children}
          </article>
        </div>
      </main>
    </div>
  )
}
