import { useState } from 'react'
import type { IssueId } from '../../../app/model/issue'
import type { OrderItem, OrderItemId, RunningOrder, RunningOrderId } from '../../../app/model/running-order'
import { isEdtf } from '../../../app/model/edtf-date'
import type { ComparisonReading } from '../../../app/rules/comparison-reading'
import { canWrite, useActionState } from '../../actions/action'
import { Button } from '../../elements/button'
import { CheckField } from '../../elements/fields/check-field'
import { ComboField } from '../../elements/fields/combo-field'
import { DateField } from '../../elements/fields/date-field'
import { InPlaceField } from '../../elements/fields/in-place-field'
import { useApplication, useSay } from '../../state/application'
import { useComparison } from '../../state/comparison'
import { attempt } from '../../state/notice'
import { useQuery } from '../../state/use-query'
import { OrderItemView } from './order-item-view'
import styles from './present-screen.module.css'

/** The issues of a running order in turn, each with its notes, its time and its steps. */
export function OrderEditor({
  orderId,
  onMade,
}: {
  orderId: RunningOrderId | null
  onMade: (id: RunningOrderId) => void
}) {
  const comparison = useComparison().value
  const order = useQuery('runningOrder.get', orderId === null ? null : { id: orderId }).value
  const items = useQuery('orderItem.list', orderId === null ? null : { runningOrderId: orderId }).value
  if (comparison === undefined) return null
  if (orderId === null) return <Everything comparison={comparison} onMade={onMade} />
  if (order === undefined || items === undefined) return null
  return <KeptOrder comparison={comparison} order={order} items={items} />
}

function Everything({
  comparison,
  onMade,
}: {
  comparison: ComparisonReading
  onMade: (id: RunningOrderId) => void
}) {
  const { api, say } = useApplication()
  const isWritable = canWrite(useActionState())
  const known = useQuery('runningOrder.list', {}).value?.length ?? 0
  async function keep() {
    const made = await attempt(() =>
      api.call('runningOrder.save', {
        id: null,
        name: say('present.order.newName', { number: known + 1 }),
        parts: { orderItem: { added: comparison.issues.map(({ id }) => ({ issueId: id })) } },
      }),
    )
    if (made) onMade(made.id)
  }
  return (
    <section className={styles.editor}>
      <h2>{say('present.everything')}</h2>
      <p className={styles.quiet}>{say('present.everything.what')}</p>
      {comparison.issues.length === 0 ? (
        <p>{say('present.noIssues')}</p>
      ) : (
        isWritable && <Button onPress={() => void keep()}>{say('present.order.make')}</Button>
      )}
      <ol className={styles.plain}>
        {comparison.issues.map(({ id, number, title }) => (
          <li key={id}>
            <span>{number}</span>
            <span dir="auto">{title}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function KeptOrder({
  comparison,
  order,
  items,
}: {
  comparison: ComparisonReading
  order: RunningOrder
  items: readonly OrderItem[]
}) {
  const { api, say } = useApplication()
  const [open, setOpen] = useState<OrderItemId | null>(items[0]?.id ?? null)
  const planned = items.reduce((total, { minutes }) => total + (minutes ?? 0), 0)
  const change = (changes: Partial<Pick<RunningOrder, 'name' | 'parties' | 'asOf' | 'since'>>) =>
    void attempt(() => api.call('runningOrder.change', { id: order.id, ...changes }))
  const add = (issueId: IssueId | null) =>
    issueId !== null && void attempt(() => api.call('orderItem.add', { runningOrderId: order.id, issueId }))
  return (
    <section className={styles.editor} aria-label={order.name}>
      <div className={styles.name}>
        <InPlaceField
          label={say('present.order.name')}
          value={order.name}
          placeholder={say('present.order.name')}
          onSave={(name) => change({ name: name.replace(/\s+/g, ' ').trim() })}
        />
      </div>
      <p className={styles.quiet}>
        {say('present.order.planned', { issues: items.length, minutes: planned })}
      </p>
      <ol className={styles.items}>
        {items.map((item, at) => (
          <OrderItemView
            key={item.id}
            item={item}
            at={at}
            before={items[at - 1]?.id ?? null}
            afterNext={items[at + 2]?.id ?? null}
            isLast={at === items.length - 1}
            isOpen={open === item.id}
            onOpen={() => setOpen(open === item.id ? null : item.id)}
            order={order}
            comparison={comparison}
          />
        ))}
      </ol>
      <div className={styles.add}>
        <ComboField
          label={say('present.order.addIssue')}
          value={null}
          onChange={add}
          placeholder={say('present.order.addIssueHint')}
          options={comparison.issues.map(({ id, number, title }) => ({ id, label: `${number} ${title}` }))}
        />
      </div>
      <PartiesShown comparison={comparison} order={order} onChange={(parties) => change({ parties })} />
      <Dates order={order} onChange={change} />
      <Button
        look="quiet"
        onPress={() => void attempt(() => api.call('runningOrder.remove', { id: order.id }))}
      >
        {say('present.order.remove')}
      </Button>
    </section>
  )
}

function PartiesShown({
  comparison,
  order,
  onChange,
}: {
  comparison: ComparisonReading
  order: RunningOrder
  onChange: (parties: RunningOrder['parties']) => void
}) {
  const say = useSay()
  const all = comparison.parties.map(({ id }) => id)
  const shown = order.parties?.filter((id) => all.includes(id)) ?? all
  const missing = (order.parties?.length ?? shown.length) - shown.length
  return (
    <fieldset className={styles.group}>
      <legend>{say('present.order.parties')}</legend>
      {missing > 0 && <p className={styles.quiet}>{say('present.missingParties', { count: missing })}</p>}
      {comparison.parties.map(({ id, shortName }) => (
        <CheckField
          key={id}
          label={shortName}
          value={shown.includes(id)}
          onChange={(isShown) => {
            const wanted = all.filter((each) => (each === id ? isShown : shown.includes(each)))
            onChange(wanted.length === all.length ? null : wanted)
          }}
        />
      ))}
    </fieldset>
  )
}

function Dates({
  order,
  onChange,
}: {
  order: RunningOrder
  onChange: (changes: { asOf?: string | null; since?: string | null }) => void
}) {
  const say = useSay()
  const [asOf, setAsOf] = useState(order.asOf ?? '')
  const [since, setSince] = useState(order.since ?? '')
  const read = (text: string) => (text.trim() === '' ? null : isEdtf(text.trim()) ? text.trim() : undefined)
  return (
    <fieldset
      className={styles.group}
      onBlur={() => {
        const dates = { asOf: read(asOf), since: read(since) }
        if (dates.asOf !== undefined && dates.asOf !== order.asOf) onChange({ asOf: dates.asOf })
        if (dates.since !== undefined && dates.since !== order.since) onChange({ since: dates.since })
      }}
    >
      <legend>{say('present.order.dates')}</legend>
      <DateField
        label={say('present.order.asOf')}
        value={asOf}
        about={say('present.order.asOf.about')}
        onChange={setAsOf}
      />
      <DateField
        label={say('present.order.since')}
        value={since}
        about={say('present.order.since.about')}
        onChange={setSince}
      />
    </fieldset>
  )
}
