import type { ReadSpan, ReadStatement } from '../../../app/rules/capture'
import { paragraphAt } from '../../../app/rules/paragraphs'
import { Button } from '../../elements/button'
import { useApi, useSay } from '../../state/application'
import { attempt } from '../../state/notice'
import { bringBack, useReader, walkTo } from '../../state/reader'
import { useMayEdit } from '../compare/pane/editing'
import paneStyles from '../compare/pane/pane.module.css'
import styles from './capture-form.module.css'
import { countDismissed, recordedKey } from './passages'
import type { Reading } from './reading'

/** Every statement of the source; first those whose words are no longer found, with where they may have gone. */
export function InSourceTab({ reading }: { reading: Reading }) {
  const say = useSay()
  const current = useReader((state) => state.current)
  const dismissed = useReader((state) => countDismissed(state.dismissed, reading.source.id))
  const { statements } = reading
  return (
    <>
      <Orphans reading={reading} />
      {statements.length === 0 && <p className={paneStyles.empty}>{say('inSource.none')}</p>}
      <ul className={styles.lines}>
        {statements
          .toSorted((a, b) => placeOf(a) - placeOf(b))
          .map((statement) => (
            <li key={statement.id} data-colour={statement.colour ?? undefined}>
              <button
                type="button"
                className={styles.lineButton}
                aria-current={current === recordedKey(statement.id) || undefined}
                onClick={() => walkTo(recordedKey(statement.id))}
              >
                <span className={styles.lineWords} dir="auto">
                  {statement.text}
                </span>
                <small dir="auto">
                  {[
                    statement.speakerName ?? say('pane.noSpeaker'),
                    statement.partyName,
                    evidenceWords(statement),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </button>
            </li>
          ))}
      </ul>
      {dismissed > 0 && (
        <p className={paneStyles.empty}>
          {say('inSource.dismissed', { count: dismissed })}{' '}
          <Button look="link" onPress={() => bringBack(reading.source.id)}>
            {say('inSource.bringBack')}
          </Button>
        </p>
      )}
    </>
  )
}

function placeOf({ spans }: ReadStatement): number {
  const places = spans.flatMap(({ place }) => (place.state === 'found' ? [place.start] : []))
  return places.length === 0 ? -1 : Math.min(...places)
}

const evidenceWords = ({ evidence }: ReadStatement): string =>
  [...new Set(evidence.map(({ issueTitle }) => issueTitle))].filter(Boolean).join('; ')

function Orphans({ reading }: { reading: Reading }) {
  const say = useSay()
  const orphans = reading.statements.flatMap((statement) =>
    statement.spans.flatMap((span) => (span.place.state === 'orphaned' ? [{ statement, span }] : [])),
  )
  if (orphans.length === 0) return null
  return (
    <section className={styles.orphans}>
      <h3>{say('inSource.orphans', { count: orphans.length })}</h3>
      <p className={styles.caption}>{say('inSource.orphanHow')}</p>
      {orphans.map(({ span }) => (
        <OrphanCard key={span.id} span={span} reading={reading} />
      ))}
    </section>
  )
}

function OrphanCard({ span, reading }: { span: ReadSpan; reading: Reading }) {
  const say = useSay()
  const api = useApi()
  const mayEdit = useMayEdit()
  const selected = useReader((state) => state.selected)
  const guesses = span.place.state === 'orphaned' ? span.place.guesses : []
  const reattach = ({ start, end }: { start: number; end: number }) =>
    void attempt(() => api.call('span.reattach', { id: span.id, start, end }))
  return (
    <div className={styles.orphan}>
      <blockquote dir="auto">{span.exact}</blockquote>
      {guesses.length === 0 && <p className={styles.caption}>{say('inSource.noGuess')}</p>}
      {guesses.map((guess) => (
        <div key={guess.start} className={styles.guess}>
          <span dir="auto">{guess.text}</span>
          <small>
            {say('inSource.likeness', {
              share: guess.likeness,
              paragraph: paragraphAt(reading.paragraphs, guess.start) + 1,
            })}{' '}
            {mayEdit && (
              <Button look="link" onPress={() => reattach(guess)}>
                <span className={styles.small}>{say('inSource.itIsHere')}</span>
              </Button>
            )}
          </small>
        </div>
      ))}
      {mayEdit && selected !== null && (
        <Button look="link" onPress={() => reattach(selected)}>
          <span className={styles.small}>{say('inSource.takeSelected')}</span>
        </Button>
      )}
    </div>
  )
}
