import type { IssueId } from '../../../../app/model/issue'
import type { Party, PartyId } from '../../../../app/model/party'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import type { StatusSuggestion } from '../../../../app/rules/status-suggestion'
import { scalePlace } from '../../../../app/rules/scale'
import { Button } from '../../../elements/button'
import { useApi, useDateLabel, useSay } from '../../../state/application'
import { select } from '../../../state/compare-view'
import { attempt } from '../../../state/notice'
import { dismissSuggestion, useSuggestion } from '../../../state/status-suggestions'
import { useMayEdit } from '../pane/editing'
import styles from './suggested-status.module.css'

/** What the positions suggest, why, and by which of them; it is set only by whoever presses. */
export function SuggestedStatus({
  comparison,
  issueId,
}: {
  comparison: ComparisonReading
  issueId: IssueId
}) {
  const say = useSay()
  const api = useApi()
  const mayEdit = useMayEdit()
  const suggestion = useSuggestion(comparison, issueId)
  if (suggestion === null) return null
  const { status, reason } = suggestion
  const word = say(`status.${status}`)
  return (
    <section className={styles.suggestion} aria-label={say('suggest.title', { status: word })}>
      <h3>{say('suggest.title', { status: word })}</h3>
      <p>
        <Reason suggestion={suggestion} /> <Known suggestion={suggestion} parties={comparison.parties} />
      </p>
      <Rests comparison={comparison} positionIds={reason.positionIds} />
      <div className={styles.acts}>
        {mayEdit && (
          <Button onPress={() => void attempt(() => api.call('issue.change', { id: issueId, status }))}>
            {say('suggest.set', { status: word })}
          </Button>
        )}
        <Button look="quiet" onPress={() => dismissSuggestion(issueId, suggestion)}>
          {say('suggest.notNow')}
        </Button>
      </div>
    </section>
  )
}

function Reason({ suggestion: { reason } }: { suggestion: StatusSuggestion }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  switch (reason.is) {
    case 'overlap':
      return say('suggest.overlap', { place: scalePlace(say, reason.shared.low, reason.shared.high)! })
    case 'narrowed': {
      const { from, to, since } = reason
      return say('suggest.narrowed', { from, to, since: dateLabel(since) })
    }
    case 'all accepted':
      return say('suggest.all accepted', { count: reason.count })
    case 'some accepted': {
      const { accepted, partly, unanswered } = reason
      return say('suggest.some accepted', { accepted, partly, unanswered })
    }
    case 'red lines apart':
      return say('suggest.red lines apart', { distance: reason.distance })
    case 'red line refused':
      return say('suggest.red line refused')
  }
}

/** Silence is no part of it, and that is said. */
function Known(props: { suggestion: StatusSuggestion; parties: readonly Party[] }) {
  const { suggestion, parties } = props
  const say = useSay()
  const { spoken, silent } = suggestion
  if (silent.length === 0) return say('suggest.known', { of: parties.length })
  const nameOf = (id: PartyId) => parties.find((party) => party.id === id)?.shortName ?? ''
  return say('suggest.partlyKnown', {
    spoken: spoken.length,
    of: parties.length,
    // The rest of a long list says no more than its number.
    silent:
      silent.length <= 3 ? silent.map(nameOf).join(', ') : say('suggest.others', { count: silent.length }),
  })
}

/** Beyond as many, the row itself is the better list. */
const mostLinks = 8

function Rests(props: {
  comparison: ComparisonReading
  positionIds: StatusSuggestion['reason']['positionIds']
}) {
  const { comparison, positionIds } = props
  const say = useSay()
  const held = positionIds.slice(0, mostLinks).flatMap((id) => comparison.index.positionOf.get(id) ?? [])
  if (held.length === 0) return null
  return (
    <p className={styles.rests}>
      {say('suggest.rests')}{' '}
      {held.map(({ position: { id, issueId, partyId, kind, text } }) => {
        const party = comparison.parties[comparison.index.columnOf.get(partyId)!]!
        return (
          <button
            key={id}
            type="button"
            title={text}
            className={styles.cited}
            onClick={() => select({ kind: 'cell', issueId, partyId })}
          >
            {say('suggest.position', { party: party.shortName, kind: say(`kind.${kind}`) })}
          </button>
        )
      })}
    </p>
  )
}
