import { useState } from 'react'
import type { RunningOrderId } from '../../../app/model/running-order'
import { usePresenting } from '../../state/presenting'
import { useQuery } from '../../state/use-query'
import { useReady } from '../../state/use-ready'
import { useSay } from '../../state/application'
import { OrderEditor } from './order-editor'
import { BeginPanel } from './begin-panel'
import styles from './present-screen.module.css'

/** Before the room comes: what to lead it through, with what notes; and what it did, when it was there before. */
export function PresentScreen() {
  const say = useSay()
  const orders = useQuery('runningOrder.list', {})
  const [chosen, setChosen] = useState<RunningOrderId | null>(null)
  // What was chosen last may be gone with an undo, or not yet be listed; everything is always there.
  const isThere = orders.value?.some(({ id }) => id === chosen) ?? false
  const order = isThere ? chosen : null
  const isLed = usePresenting(({ state }) => state !== null && state !== undefined)
  useReady(orders)

  if (isLed) return null
  return (
    <main className={styles.screen} aria-label={say('screen.present')}>
      <section className={styles.orders} aria-label={say('present.orders')}>
        <h2>{say('present.orders')}</h2>
        <ul>
          {[null, ...(orders.value ?? [])].map((each) => (
            <li key={each?.id ?? 'everything'}>
              <button
                type="button"
                className={styles.order}
                aria-pressed={(each?.id ?? null) === order}
                onClick={() => setChosen(each?.id ?? null)}
              >
                <span dir="auto">{each?.name ?? say('present.everything')}</span>
              </button>
            </li>
          ))}
        </ul>
        <BeginPanel orderId={order} />
      </section>
      <OrderEditor key={order ?? 'everything'} orderId={order} onMade={setChosen} />
    </main>
  )
}
