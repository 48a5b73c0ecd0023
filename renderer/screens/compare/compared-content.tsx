import type { Party, PartyId } from '../../../app/model/party'
import type { Cell, CellPosition } from '../../../app/rules/comparison'
import { ClampedText } from '../../elements/clamped-text'
import { KindMark } from '../../elements/kind-mark'
import { useSay } from '../../state/application'
import { differencesOf } from '../../state/differences'
import styles from './compared-content.module.css'
import { CellContent, PositionContent } from './cell-content'
import type { ComparedCell } from './use-baseline'

/** The positions of a cell, their words told apart from the baseline's, and then what the baseline alone has. */
export function ComparedContent({
  cell,
  compared: { baseline, isBaselineEmpty, pairs },
  nameOf,
  isWritable,
}: {
  cell: Cell
  compared: ComparedCell
  nameOf: (id: PartyId) => string
  isWritable: boolean
}) {
  const say = useSay()
  if (cell.positions.length === 0) {
    // Silence leaves nothing out: what the baseline says is not struck through here.
    return (
      <>
        <CellContent cell={cell} nameOf={nameOf} isWritable={isWritable} />
        <p className={styles.tag}>{say('compare.nothingHere')}</p>
      </>
    )
  }
  return (
    <>
      {isBaselineEmpty && (
        <p className={styles.tag}>{say('compare.nothingThere', { party: baseline.shortName })}</p>
      )}
      {pairs.map((pair) =>
        pair.held === null ? (
          <LeftOut key={pair.baseline.id} position={pair.baseline} from={baseline} />
        ) : (
          <PositionContent
            key={pair.held.id}
            position={pair.held}
            nameOf={nameOf}
            lines={8}
            words={
              pair.baseline !== null ? (
                <Words before={pair.baseline.text} after={pair.held.text} from={baseline.shortName} />
              ) : isBaselineEmpty ? undefined : (
                <OnlyHere text={pair.held.text} />
              )
            }
          />
        ),
      )}
    </>
  )
}

function Words({ before, after, from }: { before: string; after: string; from: string }) {
  const say = useSay()
  const differences = differencesOf(before, after)
  const note =
    differences === null
      ? say('compare.comparing')
      : differences.every(({ kind }) => kind === 'same')
        ? say('compare.sameWords', { party: from })
        : null
  return (
    <>
      <span dir="auto">
        {(differences ?? [{ kind: 'same' as const, text: after }]).map(({ kind, text }, index) =>
          kind === 'same' ? (
            text
          ) : kind === 'added' ? (
            <ins key={index} className={styles.added}>
              {text}
            </ins>
          ) : (
            // With a direction of its own, it does not decide that of the cell's words.
            <del key={index} dir="auto" className={styles.removed}>
              {text}
            </del>
          ),
        )}
      </span>
      {note && <span className={styles.tag}> {note}</span>}
    </>
  )
}

function OnlyHere({ text }: { text: string }) {
  const say = useSay()
  return (
    <>
      <span className={styles.tag}>{say('compare.onlyHere')}</span> <span dir="auto">{text}</span>
    </>
  )
}

function LeftOut({ position, from }: { position: CellPosition; from: Party }) {
  const say = useSay()
  return (
    <div className={styles.leftOut} data-colour={from.colour}>
      <ClampedText lines={3}>
        <span className={styles.tag}>{say('compare.onlyThere', { party: from.shortName })}</span>{' '}
        <KindMark kind={position.kind} />
        <del dir="auto" className={styles.removed}>
          {position.text}
        </del>
      </ClampedText>
    </div>
  )
}
