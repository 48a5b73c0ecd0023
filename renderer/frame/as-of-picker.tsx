import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { isEdtf } from '../../app/model/edtf-date'
import { Button } from '../elements/button'
import { useDateLabel, useSay } from '../state/application'
import { readAsOf, useCompareView } from '../state/compare-view'
import { useComparison } from '../state/comparison'
import { useQuery } from '../state/use-query'
import styles from './as-of-picker.module.css'

/** The date at which the comparison is read: a round, any date, or the dossier's own. */
export function AsOfPicker() {
  const say = useSay()
  const dateLabel = useDateLabel()
  const comparison = useComparison().value
  if (!comparison) return null
  return (
    <DialogTrigger>
      <AriaButton className={styles.trigger}>
        {say('asOf.name')} <strong>{dateLabel(comparison.asOf)}</strong>
      </AriaButton>
      <Popover className={styles.popover} placement="bottom start">
        <Dialog className={styles.dialog} aria-label={say('asOf.title')}>
          {({ close }) => <Choices close={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Choices({ close }: { close: () => void }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const rounds = useQuery('round.list', {}).value ?? []
  const asOf = useCompareView((view) => view.asOf)
  const [typed, setTyped] = useState(asOf ?? '')
  const isReadable = isEdtf(typed)
  const choose = (date: string | null) => {
    readAsOf(date)
    close()
  }

  return (
    <form
      className={styles.choices}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReadable) choose(typed)
      }}
    >
      <h2>{say('asOf.title')}</h2>
      <ul>
        <li>
          <button
            type="button"
            className={styles.choice}
            aria-pressed={asOf === null}
            onClick={() => choose(null)}
          >
            {say('asOf.own')}
          </button>
        </li>
        {rounds.map((round) => (
          <li key={round.id}>
            <button
              type="button"
              className={styles.choice}
              aria-pressed={asOf === round.date}
              onClick={() => choose(round.date)}
            >
              <span dir="auto">{round.name}</span>{' '}
              <span className={styles.date}>{dateLabel(round.date)}</span>
            </button>
          </li>
        ))}
      </ul>
      <label className={styles.field}>
        {say('asOf.other')}
        <input
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder="2025-11-14"
          aria-invalid={typed !== '' && !isReadable}
          aria-describedby="as-of-reading"
        />
      </label>
      <p id="as-of-reading" className={styles.reading} role="status">
        {typed === '' ? say('asOf.form') : isReadable ? dateLabel(typed, 'long') : say('asOf.unreadable')}
      </p>
      <Button look="primary" type="submit" isDisabled={!isReadable}>
        {say('asOf.read')}
      </Button>
    </form>
  )
}
