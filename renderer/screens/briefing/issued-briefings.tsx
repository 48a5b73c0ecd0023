import { useState } from 'react'
import type { BriefingOptions, FrozenHead } from '../../../app/contract/briefing-contract'
import { exportSelection } from '../../../app/model/export-selection'
import type { ChangedLine } from '../../../app/rules/briefing/compare-briefings'
import { Button } from '../../elements/button'
import { useApplication } from '../../state/application'
import { useCompareView } from '../../state/compare-view'
import { useQuery } from '../../state/use-query'
import type { Choose } from './briefing-options'
import styles from './saved-briefings.module.css'

type Props = { issued: readonly FrozenHead[]; options: BriefingOptions; choose: Choose }

/** A briefing as it was issued each time, and what the paper beside it says otherwise than an earlier one. */
export function IssuedBriefings({ issued, options, choose }: Props) {
  const { say, dateLabel } = useApplication()
  const [fromId, setFromId] = useState<FrozenHead['id'] | null>(null)
  const shown = issued.find(({ id }) => id === options.frozenId)
  const dayOf = ({ frozenOn }: FrozenHead) => dateLabel(frozenOn.slice(0, 10))
  // Of what came later than the paper beside, nothing can have changed since.
  const earlier = issued.filter(({ number }) => shown === undefined || number < shown.number)
  const from = earlier.find(({ id }) => id === fromId)
  if (issued.length === 0) return null
  return (
    <div className={styles.issued}>
      <ul>
        {issued.map((head) => (
          <li key={head.id}>
            <button
              type="button"
              className={styles.number}
              aria-label={say('briefing.panel.openIssued', { number: head.number })}
              aria-pressed={head === shown}
              // It is whole, as it was issued: what stays here of the paper of now does not hold for it.
              onClick={() => choose({ frozenId: head.id, selection: exportSelection.parse({}) })}
            >
              {say('briefing.panel.issued', { number: head.number, date: dayOf(head) })}
            </button>
            {earlier.includes(head) && (
              <Button
                look="link"
                aria-label={say('briefing.panel.compareNamed', { number: head.number })}
                aria-expanded={head === from}
                onPress={() => setFromId(head === from ? null : head.id)}
              >
                {say('briefing.panel.compare')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown !== undefined && (
        <p>
          {say('briefing.panel.isIssued', { number: shown.number, date: dayOf(shown) })}{' '}
          <Button look="link" onPress={() => choose({ frozenId: null })}>
            {say('briefing.panel.toNow')}
          </Button>
        </p>
      )}
      {from !== undefined && <Changes from={from} to={shown ?? null} options={options} />}
    </div>
  )
}

type Compared = { from: FrozenHead; to: FrozenHead | null; options: BriefingOptions }

/** Place by place what the later says otherwise, word by word. */
function Changes({ from, to, options }: Compared) {
  const { say } = useApplication()
  const asOf = useCompareView((view) => view.asOf)
  const wish = { ...options, asOf, fromId: from.id, toId: to?.id ?? null }
  const changes = useQuery('briefing.compareFrozen', wish).value
  if (changes === undefined) return null
  const values = { number: from.number, to: to?.number ?? 0, count: changes.length }
  return (
    <div className={styles.changes}>
      <p>
        {to === null
          ? say('briefing.panel.compareCount', values)
          : say('briefing.panel.compareIssued', values)}
      </p>
      <dl>
        {byPlace(changes).map(([place, lines]) => (
          <div key={place}>
            <dt dir="auto">{place}</dt>
            {lines.map((line, index) => (
              <dd key={index} dir="auto">
                <ChangedWords line={line} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
  )
}

function ChangedWords({ line: { differences } }: { line: ChangedLine }) {
  return differences.map(({ kind, text }, at) => {
    if (kind === 'same') return <span key={at}>{text}</span>
    return kind === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>
  })
}

/** Lines of one place together, where the first of them stands. */
function byPlace(changes: readonly ChangedLine[]): [place: string, lines: ChangedLine[]][] {
  return [...Map.groupBy(changes, ({ place }) => place)]
}
