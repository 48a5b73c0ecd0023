import { memo, type KeyboardEvent } from 'react'
import { rowStatus } from '../../../../app/model/issue'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { hasScale } from '../../../../app/rules/scale'
import { pairPositions } from '../../../../app/rules/position-pairs'
import type { CellPosition } from '../../../../app/rules/comparison'
import type { IssuePair, PartyPair } from '../../../../app/rules/two-parties'
import { InlineSelect } from '../../../elements/fields/select-field'
import { StatusMark } from '../../../elements/status-mark'
import { useApi, useSay } from '../../../state/application'
import { select } from '../../../state/compare-view'
import { walkIssues } from '../../../state/issue-walk'
import { attempt } from '../../../state/notice'
import { useWordByWord } from '../../../state/side-by-side'
import { useMayEdit } from '../pane/editing'
import { ZoneWording } from '../pane/landing-zone'
import { Scale } from '../scale/scale'
import { HalfHead, Silence } from './party-half'
import { PositionBlock } from './position-block'
import { filterWords, reasonWords } from './pair-words'
import styles from './pair-section.module.css'
import { toldApart, wordsNote, type ToldApart } from './told-apart'

type PairSectionProps = {
  comparison: ComparisonReading
  pair: PartyPair
  issue: IssuePair
  isCurrent: boolean
}

/** One issue between two: what each says, how near that is and why, and the wording on which they might meet. */
export const PairSection = memo(function PairSection({
  comparison,
  pair,
  issue: pairOn,
  isCurrent,
}: PairSectionProps) {
  const say = useSay()
  const { issue, ours, theirs, relation } = pairOn
  const isWordByWord = useWordByWord((state) => state.isShown)
  const lines = linesOf(pairOn).map((line) => ({
    ...line,
    apart: isWordByWord ? toldApart(line.our, line.their) : null,
  }))
  const relationWords = filterWords(say, relation, pair)
  const columns = [pair.ours.id, pair.theirs.id].map((id) => comparison.index.columnOf.get(id)!)
  const rows = Math.max(1, lines.length)
  // Where one of them is silent and there is no scale, nothing lies between them.
  const hasMiddle = hasScale(issue) || (ours.positions.length > 0 && theirs.positions.length > 0)

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a way on for the keyboard, not an act
    <section
      className={styles.section}
      data-issue={issue.id}
      data-current={isCurrent || undefined}
      aria-label={say('pair.issue', { number: issue.number, title: issue.title, relation: relationWords })}
      tabIndex={-1}
      onKeyDown={stepByArrow}
    >
      <div className={styles.sectionHead}>
        <div>
          <h2 className={styles.title}>
            <span className={styles.number}>{issue.number}</span>{' '}
            <button type="button" dir="auto" onClick={() => select({ kind: 'issue', issueId: issue.id })}>
              {issue.title}
            </button>
          </h2>
          {issue.question !== '' && (
            <p className={styles.question} dir="auto">
              {issue.question}
            </p>
          )}
        </div>
        <div className={styles.standing}>
          <span className={styles.relation} data-relation={relation}>
            {relationWords}
          </span>
          <Status pairOn={pairOn} />
        </div>
      </div>

      <div className={styles.columns} data-middle={hasMiddle || undefined}>
        <HalfHead cell={ours} party={pair.ours} column={columns[0]!} issue={issue} side="ours" />
        <HalfHead cell={theirs} party={pair.theirs} column={columns[1]!} issue={issue} side="theirs" />
        {lines.map((line, at) => (
          <PairLine
            key={line.key}
            line={line}
            row={at + 2}
            pair={pair}
            pairOn={pairOn}
            comparison={comparison}
          />
        ))}
        {ours.positions.length === 0 && <Silence cell={ours} party={pair.ours} side="ours" rows={rows} />}
        {theirs.positions.length === 0 && (
          <Silence cell={theirs} party={pair.theirs} side="theirs" rows={rows} />
        )}
        {hasMiddle && (
          <div className={styles.middle} style={{ gridRowEnd: `span ${rows + 1}` }}>
            <Why pairOn={pairOn} pair={pair} lines={lines} />
            <Scale issue={issue} comparison={comparison} columns={columns} />
          </div>
        )}
      </div>
      <Zone pairOn={pairOn} />
    </section>
  )
})

function stepByArrow(event: KeyboardEvent<HTMLElement>): void {
  if (event.target !== event.currentTarget) return
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  walkIssues(event.key === 'ArrowDown' ? 1 : -1)
}

type Line = { key: string; our: CellPosition | null; their: CellPosition | null }
type ReadLine = Line & { apart: ToldApart | null }

/** What is beside what first, then what only the left side has, then what only the right one has; each in its order. */
function linesOf({ ours, theirs }: IssuePair): Line[] {
  const pairs = pairPositions(ours.positions, theirs.positions).map(({ held, baseline }) => ({
    key: (baseline ?? held)!.id as string,
    our: baseline,
    their: held,
  }))
  const isPaired = ({ our, their }: Line) => our !== null && their !== null
  const place = ({ our }: Line) => (our === null ? ours.positions.length : ours.positions.indexOf(our))
  return pairs.toSorted((a, b) => Number(isPaired(b)) - Number(isPaired(a)) || place(a) - place(b))
}

function PairLine({
  line: { our, their, apart },
  row,
  pair,
  pairOn,
  comparison,
}: {
  line: ReadLine
  row: number
  pair: PartyPair
  pairOn: IssuePair
  comparison: ComparisonReading
}) {
  const say = useSay()
  const shared = { comparison, pairOn, row }
  const alone = (party: PartyPair['ours']) => say('pair.alone', { party: party.shortName })
  return (
    <>
      {our && (
        <PositionBlock
          {...shared}
          position={our}
          side="ours"
          party={pair.ours}
          other={pair.theirs}
          words={apart?.our}
        />
      )}
      {their && (
        <PositionBlock
          {...shared}
          position={their}
          side="theirs"
          party={pair.theirs}
          other={pair.ours}
          words={apart?.their}
        />
      )}
      {!our && pairOn.ours.positions.length > 0 && (
        <p className={styles.alone} data-side="ours" style={{ gridRowStart: row }}>
          {alone(pair.ours)}
        </p>
      )}
      {!their && pairOn.theirs.positions.length > 0 && (
        <p className={styles.alone} data-side="theirs" style={{ gridRowStart: row }}>
          {alone(pair.theirs)}
        </p>
      )}
    </>
  )
}

/** Why they are as near as they are, each reason a sentence. */
function Why({ pairOn, pair, lines }: { pairOn: IssuePair; pair: PartyPair; lines: readonly ReadLine[] }) {
  const say = useSay()
  const sentences = pairOn.reasons.map((reason) => reasonWords(say, reason, pair))
  const apart = lines.map((line) => line.apart).filter((each) => each !== null)
  const note = wordsNote(say, apart, pair)
  const hasNothing = pairOn.relation === 'unjudged' && pairOn.reasons.every(({ points }) => points === null)
  const all = [
    ...(hasNothing ? [say('pair.why.nothing')] : []),
    ...new Set(sentences),
    ...(note === null ? [] : [note]),
  ]
  if (all.length === 0) return null
  return (
    <ul className={styles.why}>
      {all.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

function Status({ pairOn: { issue } }: { pairOn: IssuePair }) {
  const say = useSay()
  const api = useApi()
  const mayEdit = useMayEdit()
  if (!mayEdit) return <StatusMark status={issue.status} />
  return (
    <InlineSelect
      label={say('field.status')}
      value={issue.status}
      options={rowStatus.options.map((value) => ({
        value,
        label: say(`status.${value}`),
        shown: <StatusMark status={value} />,
      }))}
      onChange={(status) => void attempt(() => api.call('issue.change', { id: issue.id, status }))}
    />
  )
}

function Zone({ pairOn: { issue } }: { pairOn: IssuePair }) {
  const say = useSay()
  return (
    <div className={styles.zone}>
      <h3>{say('field.landingZone')}</h3>
      <ZoneWording issue={issue} />
    </div>
  )
}
