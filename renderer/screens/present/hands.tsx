import { useState } from 'react'
import type { PresenterState } from '../../../app/contract/presenting-contract'
import type { IssueId } from '../../../app/model/issue'
import { Button } from '../../elements/button'
import { useApplication } from '../../state/application'
import { attempt } from '../../state/notice'
import { useQuery } from '../../state/use-query'
import { RoomField } from './room-field'
import styles from './from-the-room.module.css'
import presenterStyles from './presenter-display.module.css'

type Option = { wording: string; count: string }

/** How many hands went up for each option; nobody's name is asked. */
export function Hands({ state: { workshop }, issueId }: { state: PresenterState; issueId: IssueId }) {
  const { api, say } = useApplication()
  const fresh = (): Option[] =>
    (['yes', 'no', 'abstain'] as const).map((id) => ({ wording: say(`present.hands.${id}`), count: '' }))
  const [question, setQuestion] = useState('')
  const [options, setOptions] = useState<Option[]>(fresh)
  const counted = useQuery(
    'showOfHands.list',
    workshop === null ? null : { workshopId: workshop.id, issueId },
  )
  if (workshop === null) return <p className={presenterStyles.quiet}>{say('present.hands.needsWorkshop')}</p>

  async function record() {
    if (question.trim() === '' || workshop === null) return
    const given = options
      .filter(({ wording }) => wording.trim() !== '')
      .map(({ wording, count }) => ({ wording: wording.trim(), count: Number.parseInt(count, 10) || 0 }))
    const added = await attempt(() =>
      api.call('showOfHands.add', {
        workshopId: workshop.id,
        issueId,
        question: question.trim(),
        options: given,
      }),
    )
    if (!added) return
    setQuestion('')
    setOptions(fresh)
  }
  const change = (at: number, changes: Partial<Option>) =>
    setOptions(options.with(at, { ...options[at]!, ...changes }))
  return (
    <section>
      <h3 className={presenterStyles.label}>{say('present.hands')}</h3>
      <ul className={styles.counted}>
        {counted.value?.map(({ id, question: asked, options: given }) => (
          <li key={id}>
            <span dir="auto">{asked}</span>
            <small>{given.map(({ wording, count }) => `${wording} ${count}`).join(' · ')}</small>
          </li>
        ))}
      </ul>
      <form
        className={styles.hands}
        onSubmit={(event) => {
          event.preventDefault()
          void record()
        }}
      >
        <RoomField
          field="hands"
          label={say('present.hands.question')}
          value={question}
          onChange={setQuestion}
        />
        {question !== '' && (
          <>
            {options.map(({ wording, count }, at) => (
              // Options are told apart by their place alone.
              <p key={at}>
                <input
                  aria-label={say('present.hands.option', { number: at + 1 })}
                  dir="auto"
                  value={wording}
                  onChange={(event) => change(at, { wording: event.target.value })}
                />
                <input
                  aria-label={say('present.hands.count', { number: at + 1 })}
                  inputMode="numeric"
                  value={count}
                  onChange={(event) =>
                    change(at, { count: event.target.value.replace(/\D/g, '').slice(0, 5) })
                  }
                />
              </p>
            ))}
            <p>
              <Button look="link" onPress={() => setOptions([...options, { wording: '', count: '' }])}>
                {say('present.hands.addOption')}
              </Button>
              <Button type="submit">{say('present.hands.record')}</Button>
            </p>
          </>
        )}
      </form>
    </section>
  )
}
