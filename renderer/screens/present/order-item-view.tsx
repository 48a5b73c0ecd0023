import type { MessageId } from '../../../app/messages/en'
import type { OrderItem, OrderItemId, RunningOrder, StepName } from '../../../app/model/running-order'
import type { ComparisonReading } from '../../../app/rules/comparison-reading'
import { partyOfStep, stepsOf } from '../../../app/rules/presenting/running-steps'
import { Button } from '../../elements/button'
import { CheckField } from '../../elements/fields/check-field'
import { InPlaceField } from '../../elements/fields/in-place-field'
import { useApplication, useSay } from '../../state/application'
import { attempt } from '../../state/notice'
import styles from './present-screen.module.css'

/** One issue of a running order: closed a line, open its notes, its time and its steps. */
export function OrderItemView(props: {
  item: OrderItem
  at: number
  before: OrderItemId | null
  afterNext: OrderItemId | null
  isLast: boolean
  isOpen: boolean
  onOpen: () => void
  order: RunningOrder
  comparison: ComparisonReading
}) {
  const { item, at, before, afterNext, isLast, isOpen, onOpen, order, comparison } = props
  const { api, say } = useApplication()
  const issue = comparison.issues[comparison.index.rowOf.get(item.issueId) ?? -1]
  const change = (changes: Partial<Pick<OrderItem, 'notes' | 'minutes' | 'isBranch' | 'steps'>>) =>
    void attempt(() => api.call('orderItem.change', { id: item.id, ...changes }))
  const place = (beforeId: OrderItemId | null) =>
    void attempt(() => api.call('orderItem.reorder', { id: item.id, beforeId }))
  if (issue === undefined) return null
  const next = comparison.issues[comparison.index.rowOf.get(issue.id)! + 1]
  const hasBranch = next !== undefined && next.depth > issue.depth

  return (
    <li className={styles.item}>
      <div className={styles.itemLine}>
        <button type="button" className={styles.itemName} aria-expanded={isOpen} onClick={onOpen}>
          <span className={styles.number}>{at + 1}</span>
          <span dir="auto">
            {issue.title} {item.isBranch && <small>{say('present.item.withBranch')}</small>}
          </span>
        </button>
        <label className={styles.minutes}>
          <input
            inputMode="numeric"
            aria-label={say('present.item.minutes', { issue: issue.title })}
            defaultValue={item.minutes ?? ''}
            key={item.minutes}
            placeholder="–"
            onBlur={(event) => {
              const minutes = Number.parseInt(event.target.value, 10)
              const wanted = Number.isNaN(minutes) ? null : Math.min(1_440, Math.max(0, minutes))
              if (wanted !== item.minutes) change({ minutes: wanted })
            }}
          />
          {say('present.item.min')}
        </label>
        <span className={styles.acts}>
          <IconAct label="present.item.up" isDisabled={at === 0} onPress={() => place(before)} sign="↑" />
          <IconAct label="present.item.down" isDisabled={isLast} onPress={() => place(afterNext)} sign="↓" />
          <IconAct
            label="present.item.remove"
            onPress={() => void attempt(() => api.call('orderItem.remove', { id: item.id }))}
            sign="×"
          />
        </span>
      </div>
      {isOpen && (
        <div className={styles.itemBody}>
          <h3>{say('present.notes')}</h3>
          <InPlaceField
            label={say('present.notes')}
            value={item.notes}
            placeholder={say('present.notes.hint')}
            onSave={(notes) => change({ notes })}
          />
          {hasBranch && (
            <CheckField
              label={say('present.item.branch')}
              value={item.isBranch}
              onChange={(isBranch) => change({ isBranch })}
            />
          )}
          <StepList
            item={item}
            order={order}
            comparison={comparison}
            onChange={(steps) => change({ steps })}
          />
        </div>
      )}
    </li>
  )
}

function StepList({
  item,
  order,
  comparison,
  onChange,
}: {
  item: OrderItem
  order: RunningOrder
  comparison: ComparisonReading
  onChange: (steps: OrderItem['steps']) => void
}) {
  const say = useSay()
  const all = comparison.parties.map(({ id }) => id)
  const parties = order.parties?.filter((id) => all.includes(id)) ?? all
  const steps = stepsOf(item.steps, { parties, hasMovement: order.since !== null })
  const label = (step: StepName) => {
    const partyId = partyOfStep(step)
    if (partyId === null) return say(`present.step.${step}` as MessageId)
    return comparison.parties.find(({ id }) => id === partyId)?.shortName ?? ''
  }
  const moved = (from: number, to: number) => {
    const step = steps[from]!
    return steps.toSpliced(from, 1).toSpliced(to, 0, step)
  }
  return (
    <>
      <h3>{say('present.steps')}</h3>
      <ol className={styles.steps}>
        {steps.map((each, at) => (
          <li key={each.step} data-skipped={each.isSkipped || undefined}>
            <CheckField
              label={`${at + 1}  ${label(each.step)}`}
              value={!each.isSkipped}
              onChange={(isShown) => onChange(steps.with(at, { ...each, isSkipped: !isShown }))}
            />
            <span className={styles.acts}>
              <IconAct
                label="present.step.up"
                isDisabled={at === 0}
                sign="↑"
                onPress={() => onChange(moved(at, at - 1))}
              />
              <IconAct
                label="present.step.down"
                isDisabled={at === steps.length - 1}
                sign="↓"
                onPress={() => onChange(moved(at, at + 1))}
              />
            </span>
          </li>
        ))}
      </ol>
      {item.steps.length > 0 && (
        <Button look="link" onPress={() => onChange([])}>
          {say('present.steps.usual')}
        </Button>
      )}
    </>
  )
}

function IconAct({
  label,
  sign,
  onPress,
  isDisabled = false,
}: {
  label: MessageId
  sign: string
  onPress: () => void
  isDisabled?: boolean
}) {
  const say = useSay()
  return (
    <Button look="quiet" aria-label={say(label)} isDisabled={isDisabled} onPress={onPress}>
      {sign}
    </Button>
  )
}
