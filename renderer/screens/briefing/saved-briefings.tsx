import { useRef, useState } from 'react'
import type { BriefingOptions } from '../../../app/contract/briefing-contract'
import type { Briefing } from '../../../app/model/briefing'
import { canWrite, useActionState } from '../../actions/action'
import { Button } from '../../elements/button'
import { TextField } from '../../elements/fields/text-field'
import { useApplication } from '../../state/application'
import { openBriefing, useBriefingDesk } from '../../state/briefing-desk'
import { attempt, tell } from '../../state/notice'
import { useQuery } from '../../state/use-query'
import { useCompareView } from '../../state/compare-view'
import type { Choose } from './briefing-options'
import { IssuedBriefings } from './issued-briefings'
import { keptOptions } from './kept-options'
import { PanelForm } from './panel-form'
import panel from './parts-panel.module.css'
import styles from './saved-briefings.module.css'

/** Briefings by name; under the one that is open, each as it was issued. */
export function SavedBriefings({ options, choose }: { options: BriefingOptions; choose: Choose }) {
  const { say } = useApplication()
  const isWritable = canWrite(useActionState())
  const briefings = useQuery('briefing.list', {}).value ?? []
  const frozen = useQuery('briefing.listFrozen', {}).value ?? []
  const chosenId = useBriefingDesk((desk) => desk.briefingId)
  const chosen = briefings.find(({ id }) => id === chosenId)
  const issued = frozen.filter(({ briefingId }) => briefingId === chosenId)
  function open(briefing: Briefing) {
    openBriefing(briefing.id)
    const { edition, parts, layout } = briefing
    choose({ edition, parts, ...layout, frozenId: null })
  }
  return (
    <section>
      <h3>{say('briefing.panel.named')}</h3>
      {briefings.length === 0 && <p className={panel.quiet}>{say('briefing.panel.none')}</p>}
      <ul className={styles.named}>
        {briefings.map((briefing) => (
          <li key={briefing.id}>
            <button
              type="button"
              className={styles.briefing}
              aria-label={say('briefing.panel.open', { name: briefing.name })}
              aria-pressed={briefing.id === chosenId}
              onClick={() => open(briefing)}
            >
              <bdi>{briefing.name}</bdi>
            </button>
            {briefing.id === chosenId && (
              <IssuedBriefings issued={issued} options={options} choose={choose} />
            )}
          </li>
        ))}
      </ul>
      {isWritable && options.frozenId === null && (
        <Acts briefing={chosen} issuedCount={issued.length} options={options} />
      )}
    </section>
  )
}

type ActsProps = { briefing: Briefing | undefined; issuedCount: number; options: BriefingOptions }

function Acts({ briefing, issuedCount, options }: ActsProps) {
  const { say } = useApplication()
  const [isNaming, setNaming] = useState(false)
  const saveAs = useRef<HTMLSpanElement>(null)
  function endNaming() {
    setNaming(false)
    // The form takes the focus with it when it goes.
    requestAnimationFrame(() => saveAs.current?.querySelector('button')?.focus())
  }
  if (isNaming) return <NameForm options={options} onDone={endNaming} />
  return (
    <span className={styles.acts}>
      {briefing !== undefined && (
        <ActsOfOpen briefing={briefing} issuedCount={issuedCount} options={options} />
      )}
      <span ref={saveAs}>
        <Button look="link" onPress={() => setNaming(true)}>
          {say('briefing.panel.save')}
        </Button>
      </span>
    </span>
  )
}

function ActsOfOpen({ briefing, issuedCount, options }: ActsProps & { briefing: Briefing }) {
  const { api, say } = useApplication()
  const asOf = useCompareView((view) => view.asOf)
  const isChanged =
    JSON.stringify(keptOptions(options)) !==
    JSON.stringify(keptOptions({ ...options, ...briefing, ...briefing.layout }))
  async function issue() {
    const head = await attempt(() =>
      api.call('briefing.freeze', { ...options, asOf, briefingId: briefing.id, frozenId: null }),
    )
    if (head !== undefined) tell(say('briefing.panel.done', { number: head.number }))
  }
  function saveChanges() {
    void attempt(() => api.call('briefing.change', { id: briefing.id, ...keptOptions(options) }))
  }
  return (
    <>
      <Button onPress={() => void issue()}>{say('briefing.panel.issue', { number: issuedCount + 1 })}</Button>
      {isChanged && (
        <Button look="link" onPress={saveChanges}>
          {say('briefing.panel.saveChanges')}
        </Button>
      )}
      {issuedCount === 0 && (
        <Button
          look="link"
          aria-label={say('briefing.panel.removeNamed', { name: briefing.name })}
          onPress={() => void attempt(() => api.call('briefing.remove', { id: briefing.id }))}
        >
          {say('briefing.panel.remove')}
        </Button>
      )}
    </>
  )
}

function NameForm({ options, onDone }: { options: BriefingOptions; onDone: () => void }) {
  const { api, say } = useApplication()
  const [name, setName] = useState('')
  async function save() {
    const saved = await attempt(() => api.call('briefing.add', { name, ...keptOptions(options) }))
    if (saved === undefined) return
    openBriefing(saved.id)
    onDone()
  }
  return (
    <PanelForm
      label={say('briefing.panel.save')}
      canSave={name.trim() !== ''}
      onSave={() => void save()}
      onCancel={onDone}
    >
      <TextField label={say('briefing.panel.name')} value={name} onChange={setName} />
    </PanelForm>
  )
}
