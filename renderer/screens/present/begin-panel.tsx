import { useState } from 'react'
import type { RunningOrderId } from '../../../app/model/running-order'
import { canWrite, useActionState } from '../../actions/action'
import { Button } from '../../elements/button'
import { TextField } from '../../elements/fields/text-field'
import { useApplication, useSay } from '../../state/application'
import { formattingLocale } from '../../../app/messages/say'
import { attempt, tell } from '../../state/notice'
import { goTo } from '../../state/route'
import { usePresenting } from '../../state/presenting'
import { useQuery } from '../../state/use-query'
import styles from './present-screen.module.css'

/** Begins a workshop, whose record is kept, or goes through it without one. */
export function BeginPanel({ orderId }: { orderId: RunningOrderId | null }) {
  const { api, say, locale } = useApplication()
  const isWritable = canWrite(useActionState())
  const [name, setName] = useState('')
  const [place, setPlace] = useState('')
  const begin = async (workshop: { name: string; place: string } | null) => {
    const state = await attempt(() =>
      api.call('presenting.begin', { runningOrderId: orderId, workshop, locale }),
    )
    if (state) usePresenting.setState({ state })
  }
  return (
    <>
      <form
        className={styles.begin}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void begin({ name: name.trim(), place: place.trim() })
        }}
      >
        <h2>{say('present.begin.heading')}</h2>
        {isWritable ? (
          <>
            <TextField
              label={say('present.begin.name')}
              value={name}
              onChange={setName}
              placeholder={say('present.begin.nameHint')}
            />
            <TextField label={say('present.begin.place')} value={place} onChange={setPlace} />
            <p className={styles.quiet}>{say('present.begin.why')}</p>
            <Button look="primary" type="submit" isDisabled={name.trim() === ''}>
              {say('present.begin')}
            </Button>
          </>
        ) : (
          <p className={styles.quiet}>{say('present.begin.readOnly')}</p>
        )}
        <Button onPress={() => void begin(null)}>{say('present.rehearse')}</Button>
      </form>
      <HandOutsButton orderId={orderId} />
      <PastWorkshops />
    </>
  )
}

function HandOutsButton({ orderId }: { orderId: RunningOrderId | null }) {
  const { api, say, locale } = useApplication()
  const print = async () => {
    const saved = await attempt(() =>
      api.call('presenting.printHandOuts', { runningOrderId: orderId, locale }),
    )
    if (saved) tell(say('briefing.bar.saved', { pages: saved.pages ?? 0, path: saved.savedTo }))
  }
  const saveSlides = async () => {
    const saved = await attempt(() => api.call('presenting.saveSlides', { runningOrderId: orderId, locale }))
    if (saved) tell(say('present.slides.saved', { slides: saved.slides, path: saved.savedTo }))
  }
  return (
    <section className={styles.begin}>
      <h2>{say('present.handOuts')}</h2>
      <p className={styles.quiet}>{say('present.handOuts.what')}</p>
      <Button onPress={() => void print()}>{say('present.handOuts.print')}</Button>
      <Button look="link" onPress={() => goTo('hand-outs', orderId === null ? {} : { order: orderId })}>
        {say('present.handOuts.look')}
      </Button>
      <p className={styles.quiet}>{say('present.slides.what')}</p>
      <Button onPress={() => void saveSlides()}>{say('present.slides')}</Button>
    </section>
  )
}

function PastWorkshops() {
  const say = useSay()
  const { locale } = useApplication()
  const workshops = useQuery('workshop.list', {}).value ?? []
  const { api } = useApplication()
  const day = new Intl.DateTimeFormat(formattingLocale(locale), { dateStyle: 'medium', timeStyle: 'short' })
  if (workshops.length === 0) return null
  return (
    <section className={styles.begin} aria-label={say('present.workshops')}>
      <h2>{say('present.workshops')}</h2>
      <ul className={styles.workshops}>
        {workshops.toReversed().map(({ id, name, started, ended, runningOrderId }) => (
          <li key={id}>
            <button type="button" className={styles.order} onClick={() => goTo('record', { workshop: id })}>
              <span dir="auto">{name}</span>
              <small>{day.format(new Date(started))}</small>
            </button>
            {ended === null && (
              <Button
                look="link"
                onPress={() =>
                  void attempt(() =>
                    api.call('presenting.begin', { runningOrderId, workshop: { id }, locale }),
                  )
                }
              >
                {say('present.goOn')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
