import { useEffect, useState } from 'react'
import type { Dossier } from '../../../../app/model/dossier'
import type { PartyPair, PairFilter } from '../../../../app/rules/two-parties'
import { markingWords } from '../../../elements/marking-text'
import { useApplication, useDateLabel } from '../../../state/application'
import { useDocumentTitle } from '../../../state/document-title'
import { useIsReadEarlier } from '../../../state/time'
import { usePageStyle } from '../../briefing/page-style'
import '../../briefing/print-fonts.css'
import paperHead from '../../briefing/paper-head.module.css'
import { filterWords } from './pair-words'
import styles from './printed-pair.module.css'

type Printed = { dossier: Dossier; pair: PartyPair; asOf: string; filter: PairFilter | null; count: number }

/** On paper the two parties are a document of their own: its title, and on every page what a briefing says there. */
export function PrintedPairHead({ dossier, pair, asOf, filter, count }: Printed) {
  const { say, locale } = useApplication()
  const dateLabel = useDateLabel()
  const isEarlier = useIsReadEarlier()
  const recordedOn = useWhenPrinted()
  const parties = say('pair.printed.parties', { ours: pair.ours.name, theirs: pair.theirs.name })
  const marking =
    dossier.marking === 'none' ? '' : markingWords(say, dossier.marking).toLocaleUpperCase(locale)
  const date = dateLabel(asOf, 'long')
  usePageStyle({
    page: { paper: 'A4', orientation: 'portrait' },
    running: {
      title: say('pair.printed.running', {
        title: dossier.title,
        ours: pair.ours.shortName,
        theirs: pair.theirs.shortName,
      }),
      marking,
      asOf: say('briefing.asOf', { date: dateLabel(asOf) }),
      recordedOn: say('briefing.recordedOn', {
        date: dateLabel(recordedOn.slice(0, 10)),
        time: recordedOn.slice(11, 16),
      }),
      pageOf: say('briefing.pageOf', { page: '{page}', pages: '{pages}' }),
    },
  })
  useMarginFaces()
  useDocumentTitle(say('pair.printed.title', { title: dossier.title, parties, date }))
  return (
    <header className={`${paperHead.head} ${styles.head}`}>
      <h1 dir="auto">{dossier.title}</h1>
      {dossier.question !== '' && (
        <p className={paperHead.question} dir="auto">
          {dossier.question}
        </p>
      )}
      <dl>
        <div>
          <dt>{say('pair.name')}</dt>
          <dd dir="auto">{parties}</dd>
        </div>
        <div>
          <dt>{say('asOf.name')}</dt>
          <dd>{isEarlier ? `${date}; ${say('time.todays')}` : date}</dd>
        </div>
        {marking !== '' && (
          <div>
            <dt>{say('field.marking')}</dt>
            <dd>{marking}</dd>
          </div>
        )}
        {filter !== null && (
          <div>
            <dt>{say('finding.name')}</dt>
            <dd>{say('pair.showing', { count, filter: filterWords(say, filter, pair) })}</dd>
          </div>
        )}
      </dl>
    </header>
  )
}

/** ISO, on the reader's own clock, as of the last time that the window was printed. */
function useWhenPrinted(): string {
  const [when, setWhen] = useState(localNow)
  useEffect(() => {
    const follow = () => setWhen(localNow())
    window.addEventListener('beforeprint', follow)
    return () => window.removeEventListener('beforeprint', follow)
  }, [])
  return when
}

function localNow(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString()
}

/** The margins of a page do not wait for their faces; nothing else on this page asks for them. */
function useMarginFaces(): void {
  useEffect(() => {
    // Where there is no layout, as in tests without a page, there are no faces either.
    for (const face of ['8pt "Noto Sans"', '600 8pt "Noto Sans"']) void document.fonts?.load(face)
  }, [])
}
