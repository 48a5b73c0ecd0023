import { useState } from 'react'
import { outletId } from '../../../../app/model/source'
import { speakerId } from '../../../../app/model/speaker'
import { Button } from '../../../elements/button'
import { ComboField, type ComboOption } from '../../../elements/fields/combo-field'
import { useApi, useSay } from '../../../state/application'
import { attempt, tell } from '../../../state/notice'
import styles from './pane.module.css'

/** Makes one record of two that mean the same: everything that pointed to this one points to the other. */
export function MergeRecord({
  kind,
  id,
  name,
  others,
}: {
  kind: 'speaker' | 'outlet'
  id: string
  name: string
  others: readonly ComboOption<string>[]
}) {
  const say = useSay()
  const api = useApi()
  const [isOpen, setOpen] = useState(false)
  const [keepId, setKeepId] = useState<string | null>(null)
  if (others.length === 0) return null
  if (!isOpen) {
    return (
      <Button look="link" onPress={() => setOpen(true)}>
        {say('pane.merge')}
      </Button>
    )
  }

  async function merge(keep: string) {
    const merged = await attempt<unknown>(() =>
      kind === 'speaker'
        ? api.call('speaker.merge', { keepId: speakerId.parse(keep), mergeId: speakerId.parse(id) })
        : api.call('outlet.merge', { keepId: outletId.parse(keep), mergeId: outletId.parse(id) }),
    )
    if (merged === undefined) return
    tell(say('pane.merged', { name: others.find((other) => other.id === keep)?.label ?? '' }))
  }
  return (
    <section aria-label={say('pane.mergeTitle', { name })}>
      <p className={styles.quiet}>{say('pane.mergeHow', { name })}</p>
      <ComboField label={say('pane.mergeInto')} options={others} value={keepId} onChange={setKeepId} />
      <div className={styles.start}>
        <Button isDisabled={keepId === null} onPress={() => keepId !== null && void merge(keepId)}>
          {say('pane.mergeDo')}
        </Button>
        <Button look="quiet" onPress={() => setOpen(false)}>
          {say('editing.cancel')}
        </Button>
      </div>
    </section>
  )
}
