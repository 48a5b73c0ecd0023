import type { Party } from '../../../../app/model/party'
import type { Cell, ComparedIssue } from '../../../../app/rules/comparison'
import { Button } from '../../../elements/button'
import { PartyShape } from '../../../elements/party-shape'
import { useSay } from '../../../state/application'
import { openPane, openSheet, select } from '../../../state/compare-view'
import { useMayEdit } from '../pane/editing'
import { GapWords } from '../pane/silence'
import styles from './party-half.module.css'

export type Side = 'ours' | 'theirs'

/** Whose half it is, and the way to its cell. */
export function HalfHead(props: {
  cell: Cell
  party: Party
  column: number
  issue: ComparedIssue
  side: Side
}) {
  const { cell, party, column, issue, side } = props
  const say = useSay()
  return (
    <h3 className={styles.half} data-side={side} data-colour={party.colour}>
      <button
        type="button"
        aria-label={say('pair.openCell', { party: party.shortName, issue: issue.title })}
        onClick={() => openCell(cell)}
      >
        <PartyShape column={column} />
        <span dir="auto">{party.shortName}</span>
      </button>
    </h3>
  )
}

export function openCell({ issueId, partyId }: Pick<Cell, 'issueId' | 'partyId'>): void {
  select({ kind: 'cell', issueId, partyId })
  openPane('cell')
}

/** The two silences of a half: looked and found nothing, and not looked at. */
export function Silence(props: { cell: Cell; party: Party; side: Side; rows: number }) {
  const { cell, party, side, rows } = props
  const say = useSay()
  const mayEdit = useMayEdit()
  const { issueId, partyId } = cell
  return (
    <div
      className={cell.gap === null ? styles.unseen : styles.gap}
      data-side={side}
      data-colour={party.colour}
      style={{ gridRowEnd: `span ${rows}` }}
    >
      <p>{say(cell.gap === null ? 'compare.unseen' : 'compare.gap')}</p>
      {cell.gap !== null && (
        <p className={styles.quiet}>
          <GapWords gap={cell.gap} />
        </p>
      )}
      {mayEdit && (
        <Button
          look="link"
          onPress={() => {
            select({ kind: 'cell', issueId, partyId })
            openSheet({ kind: 'position', id: null, issueId, partyId })
          }}
        >
          {say('pane.recordPosition')}
        </Button>
      )}
    </div>
  )
}
