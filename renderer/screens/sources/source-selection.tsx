import { useState } from 'react'
import type { SourceId } from '../../../app/model/source'
import type { SourceLine } from '../../../app/rules/capture'
import { Button } from '../../elements/button'
import { useSay } from '../../state/application'
import { SourceTags } from './source-tags'
import styles from './source-list.module.css'

/** Which sources are selected to do one thing to all of them; null while none are being selected. */
export function useSourceSelection(shown: readonly SourceLine[]) {
  const [selected, setSelected] = useState<ReadonlySet<SourceId> | null>(null)
  const [last, setLast] = useState<SourceId | null>(null)

  function toggle(id: SourceId, { isRange = false } = {}) {
    const before = selected ?? new Set<SourceId>()
    const [from, to] = [last, id].map((each) => shown.findIndex((line) => line.id === each))
    const range =
      isRange && from !== undefined && to !== undefined && from >= 0
        ? shown.slice(Math.min(from, to), Math.max(from, to) + 1).map((line) => line.id)
        : null
    const after = new Set(before)
    if (range !== null) for (const each of range) after.add(each)
    else if (!after.delete(id)) after.add(id)
    setSelected(after)
    setLast(id)
  }
  return {
    selected,
    toggle,
    begin: () => setSelected(new Set()),
    end: () => setSelected(null),
    all: () => setSelected(new Set(shown.map(({ id }) => id))),
  }
}

export type SourceSelection = ReturnType<typeof useSourceSelection>

/** What can be done to all that are selected, in place of bringing in another. */
export function SelectionPanel({
  selection,
  lines,
  shown,
}: {
  selection: SourceSelection
  lines: readonly SourceLine[]
  shown: readonly SourceLine[]
}) {
  const say = useSay()
  const chosen = lines.filter(({ id }) => selection.selected?.has(id))
  return (
    <section className={styles.selection} aria-label={say('sources.selecting')}>
      <p role="status">
        {chosen.length === 0 ? say('sources.selectHow') : say('sources.selected', { count: chosen.length })}
      </p>
      {chosen.length > 0 && <SourceTags lines={chosen} />}
      <span className={styles.taskActs}>
        {chosen.length < shown.length && (
          <Button look="link" onPress={selection.all}>
            {say('sources.selectAll', { count: shown.length })}
          </Button>
        )}
        <Button look="link" onPress={selection.end}>
          {say('sources.done')}
        </Button>
      </span>
    </section>
  )
}
