import type { Position } from '../../../../app/model/position'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { forerunnersOf } from '../../../../app/rules/succession'
import { KindMark } from '../../../elements/kind-mark'
import { useDateLabel, useSay } from '../../../state/application'
import { WordChanges } from '../word-changes'
import styles from './position-life.module.css'
import { periodWords } from './period-words'

/** What the position superseded, back to the first: when each held, how its words changed, and why the party moved. */
export function PositionLife({
  position,
  comparison,
}: {
  position: Position
  comparison: ComparisonReading
}) {
  const say = useSay()
  const { positionOf } = comparison.index
  const held = positionOf.get(position.id)?.position
  if (held === undefined) return null
  const forerunners = forerunnersOf(held, (id) => positionOf.get(id)?.position)
  if (forerunners.length === 0) return null
  const chain = [held, ...forerunners]
  return (
    <section className={styles.life} aria-label={say('life.title')}>
      <h4>
        {say('life.title')}
        <span>{say('life.count', { count: forerunners.length })}</span>
      </h4>
      <ol>
        {forerunners.map((older, at) => (
          <li key={older.id}>
            <Move newer={chain[at]!} older={older} />
            <Stage older={older} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Move({ newer, older }: { newer: Position; older: Position }) {
  const say = useSay()
  const moved = [
    ...(newer.kind === older.kind
      ? []
      : [
          say(
            'change.kind',
            pair(newer, older, (p) => say(`kind.${p.kind}`)),
          ),
        ]),
    ...(newer.firmness === older.firmness
      ? []
      : [
          say(
            'change.firmness',
            pair(newer, older, (p) => say(`firmness.${p.firmness}`)),
          ),
        ]),
  ]
  return (
    <div className={styles.move}>
      {newer.whyMoved !== '' && (
        <p className={styles.why}>
          <b>{say('changes.why')}</b> <span dir="auto">{newer.whyMoved}</span>
        </p>
      )}
      {newer.text !== older.text && (
        <p className={styles.words}>
          <WordChanges before={older.text} after={newer.text} />
        </p>
      )}
      {moved.length > 0 && <p className={styles.dates}>{moved.join(' · ')}</p>}
    </div>
  )
}

const pair = (newer: Position, older: Position, words: (position: Position) => string) => ({
  from: words(older),
  to: words(newer),
})

function Stage({ older }: { older: Position }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  return (
    <div className={styles.stage}>
      <p className={styles.dates}>{periodWords(older, say, dateLabel) || say('life.undated')}</p>
      <p className={styles.text}>
        <KindMark kind={older.kind} />
        <span dir="auto">{older.text}</span>
      </p>
    </div>
  )
}
