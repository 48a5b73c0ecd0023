import { useState } from 'react'
import type { BriefingOptions, FrozenHead } from '../../../app/contract/briefing-contract'
import { briefingLayout, type Briefing } from '../../../app/model/briefing'
import { canWrite, useActionState } from '../../actions/action'
import { Button } from '../../elements/button'
import { TextField } from '../../elements/fields/text-field'
import { useApplication } from '../../state/application'
import { openBriefing, useBriefingDesk } from '../../state/briefing-desk'
import { useCompareView } from '../../state/compare-view'
import { attempt, tell } from '../../state/notice'
import { useQuery } from '../../state/use-query'
import type { Choose } from './parts-panel'
import styles from './parts-panel.module.css'

type Props = { options: BriefingOptions; choose: Choose }

/** Briefings by name, and each as it was issued. */
export function SavedBriefings({ options, choose }: Props) {
  const { say } = useApplication()
  const isWritable = canWrite(useActionState())
  const briefings = useQuery('briefing.list', {}).value ?? []
  const frozen = useQuery('briefing.listFrozen', {}).value ?? []
  const chosenId = useBriefingDesk((desk) => desk.briefingId)
  const chosen = briefings.find(({ id }) => id === chosenId)
  function open(briefing: Briefing) {
    openBriefing(briefing.id)
    const { edition, parts, layout } = briefing
    choose({ edition, parts, ...layout, frozenId: null })
  }
  return (
    <section>
      <h3>{say('briefing.panel.named')}</h3>
      {briefings.length === 0 && <p className={styles.quiet}>{say('briefing.panel.none')}</p>}
      <ul className={styles.named}>
        {briefings.map((briefing) => (
          <li key={briefing.id}>
            <Button
              look={briefing.id === chosenId ? 'secondary' : 'quiet'}
              aria-label={say('briefing.panel.open', { name: briefing.name })}
              onPress={() => open(briefing)}
            >
              {briefing.name}
            </Button>
          </li>
        ))}
      </ul>
      {chosen !== undefined && (
        <Issued
          briefing={chosen}
          issued={frozen.filter(({ briefingId }) => briefingId === chosen.id)}
          options={options}
          choose={choose}
        />
      )}
      {isWritable && options.frozenId === null && <SaveAs options={options} />}
    </section>
  )
}

/** What of the choices a saved briefing keeps. */
function kept({ edition, parts, ...rest }: BriefingOptions) {
  const fields = Object.keys(briefingLayout.shape).map((field) => [field, rest[field as keyof typeof rest]])
  return { edition, parts, layout: briefingLayout.parse(Object.fromEntries(fields)) }
}

function SaveAs({ options }: { options: BriefingOptions }) {
  const { api, say } = useApplication()
  const [name, setName] = useState<string | null>(null)
  if (name === null) {
    return (
      <Button look="link" onPress={() => setName('')}>
        {say('briefing.panel.save')}
      </Button>
    )
  }
  async function save(given: string) {
    const saved = await attempt(() => api.call('briefing.add', { name: given, ...kept(options) }))
    if (saved === undefined) return
    openBriefing(saved.id)
    setName(null)
  }
  return (
    <div className={styles.form}>
      <TextField label={say('briefing.panel.name')} value={name} onChange={setName} />
      <span className={styles.acts}>
        <Button look="primary" isDisabled={name.trim() === ''} onPress={() => void save(name)}>
          {say('briefing.panel.keep')}
        </Button>
        <Button look="quiet" onPress={() => setName(null)}>
          {say('briefing.panel.cancel')}
        </Button>
      </span>
    </div>
  )
}

function Issued(props: Props & { briefing: Briefing; issued: readonly FrozenHead[] }) {
  const { briefing, issued, options, choose } = props
  const { api, say, dateLabel } = useApplication()
  const isWritable = canWrite(useActionState())
  const [comparedFrom, setComparedFrom] = useState<FrozenHead | null>(null)
  const asOf = useCompareView((view) => view.asOf)
  const shown = issued.find(({ id }) => id === options.frozenId)
  const next = Math.max(0, ...issued.map(({ number }) => number)) + 1
  const dayOf = ({ frozenOn }: FrozenHead) => dateLabel(frozenOn.slice(0, 10))
  const isChanged =
    JSON.stringify(kept(options)) !== JSON.stringify(kept({ ...options, ...briefing, ...briefing.layout }))

  async function issue() {
    const head = await attempt(() =>
      api.call('briefing.freeze', { ...options, asOf, briefingId: briefing.id, frozenId: null }),
    )
    if (head !== undefined) tell(say('briefing.panel.done', { number: head.number }))
  }
  return (
    <div className={styles.issued}>
      {shown !== undefined && (
        <p>
          {say('briefing.panel.isIssued', { number: shown.number, date: dayOf(shown) })}{' '}
          <Button look="link" onPress={() => choose({ frozenId: null })}>
            {say('briefing.panel.toNow')}
          </Button>
        </p>
      )}
      <ul className={styles.named}>
        {issued.map((head) => (
          <li key={head.id}>
            <Button
              look={head.id === options.frozenId ? 'secondary' : 'quiet'}
              aria-label={say('briefing.panel.openIssued', { number: head.number })}
              onPress={() => choose({ frozenId: head.id })}
            >
              {say('briefing.panel.issued', { number: head.number, date: dayOf(head) })}
            </Button>
            <Button look="link" onPress={() => setComparedFrom(comparedFrom === head ? null : head)}>
              {say('briefing.panel.compare', { number: head.number })}
            </Button>
          </li>
        ))}
      </ul>
      {comparedFrom !== null && (
        <Changes from={comparedFrom} options={{ ...options, asOf }} toId={options.frozenId} />
      )}
      {isWritable && shown === undefined && (
        <span className={styles.acts}>
          <Button onPress={() => void issue()}>{say('briefing.panel.issue', { number: next })}</Button>
          {isChanged && (
            <Button
              look="link"
              onPress={() =>
                void attempt(() => api.call('briefing.change', { id: briefing.id, ...kept(options) }))
              }
            >
              {say('briefing.panel.saveChanges')}
            </Button>
          )}
        </span>
      )}
    </div>
  )
}

/** Line by line what the paper beside it says otherwise than an issued briefing. */
function Changes(props: { from: FrozenHead; options: BriefingOptions; toId: BriefingOptions['frozenId'] }) {
  const { from, options, toId } = props
  const { say } = useApplication()
  const changes = useQuery('briefing.compareFrozen', { ...options, fromId: from.id, toId }).value
  if (changes === undefined) return null
  const { number } = from
  return (
    <div className={styles.changes}>
      <p>
        {changes.length === 0
          ? say('briefing.panel.compareNone', { number })
          : say('briefing.panel.compareCount', { number, count: changes.length })}
      </p>
      <ul>
        {changes.map(({ place, differences }, index) => (
          <li key={index}>
            <b>{place}</b>
            <p dir="auto">
              {differences.map(({ kind, text }, at) => {
                if (kind === 'same') return <span key={at}>{text}</span>
                return kind === 'added' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>
              })}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
