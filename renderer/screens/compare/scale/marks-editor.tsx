import { useState, type KeyboardEvent } from 'react'
import type { Mark } from '../../../../app/model/issue'
import type { ComparedIssue } from '../../../../app/rules/comparison'
import { clampPlace } from '../../../../app/rules/scale'
import { Button } from '../../../elements/button'
import { useApi, useSay } from '../../../state/application'
import { attempt } from '../../../state/notice'
import { useRemove } from '../pane/editing'
import styles from './marks-editor.module.css'

/** The marks of a scale, each reworded, moved and removed where it stands; every change is a step of its own. */
export function MarksEditor({ issue }: { issue: ComparedIssue }) {
  const say = useSay()
  const api = useApi()
  const remove = useRemove()
  const [isAdding, setAdding] = useState(issue.marks.length === 0)
  const marks = issue.marks.toSorted((a, b) => a.at - b.at)
  const change = (id: Mark['id'], given: { at?: number; wording?: string }) =>
    attempt(() => api.call('mark.change', { id, ...given })).then((changed) => changed !== undefined)

  return (
    <div className={styles.marks} role="group" aria-label={say('scale.marks')}>
      {marks.map(({ id, at, wording }) => (
        <div key={id} className={styles.mark}>
          <PlaceField
            key={at}
            label={say('scale.markAt', { wording })}
            value={at}
            onSave={(place) => void change(id, { at: place })}
          />
          <WordingField
            key={wording}
            label={say('scale.markWording', { at })}
            value={wording}
            onSave={(words) => change(id, { wording: words })}
          />
          <button
            type="button"
            className={styles.remove}
            aria-label={say('scale.removeMark', { wording })}
            onClick={() => void remove('mark', id)}
          >
            ×
          </button>
        </div>
      ))}
      {isAdding ? (
        <NewMark issue={issue} marks={marks} onDone={() => setAdding(false)} />
      ) : (
        <Button look="link" onPress={() => setAdding(true)}>
          {say('scale.addMark')}
        </Button>
      )}
    </div>
  )
}

/** It is one once it has words. */
function NewMark(props: { issue: ComparedIssue; marks: readonly Mark[]; onDone: () => void }) {
  const { issue, marks, onDone } = props
  const say = useSay()
  const api = useApi()
  const [at, setAt] = useState(() => widestGap(marks))
  return (
    <div className={styles.mark}>
      <PlaceField label={say('scale.markAtNew')} value={at} onSave={setAt} />
      <WordingField
        label={say('scale.markWordingNew')}
        value=""
        isNew
        onSave={async (wording) => {
          const added = await attempt(() => api.call('mark.add', { issueId: issue.id, at, wording }))
          if (added) onDone()
          return added !== undefined
        }}
        onLeave={onDone}
      />
    </div>
  )
}

/** The middle of the longest stretch without a mark. */
function widestGap(marks: readonly Mark[]): number {
  if (marks.length === 0) return 0
  if (!marks.some(({ at }) => at === 100)) return 100
  const places = [0, ...marks.map(({ at }) => at), 100]
  let best = { from: 0, to: 0 }
  for (const [index, to] of places.entries()) {
    const from = places[index - 1] ?? 0
    if (to - from > best.to - best.from) best = { from, to }
  }
  return Math.round((best.from + best.to) / 2)
}

function PlaceField(props: { label: string; value: number; onSave: (value: number) => void }) {
  const { label, value, onSave } = props
  const say = useSay()
  const [draft, setDraft] = useState(String(value))
  const isRead = /^\d{1,3}$/.test(draft.trim()) && Number(draft) <= 100

  function save(): void {
    if (isRead && Number(draft) !== value) onSave(Number(draft))
  }
  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (by !== undefined && isRead) {
      event.preventDefault()
      setDraft(String(clampPlace(Number(draft) + by * (event.shiftKey ? 10 : 1))))
    }
    if (event.key === 'Enter') save()
    if (event.key === 'Escape' && draft !== String(value)) {
      event.stopPropagation()
      setDraft(String(value))
    }
  }
  return (
    <span className={styles.placed}>
      <input
        className={styles.place}
        inputMode="numeric"
        aria-label={label}
        aria-invalid={!isRead}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
      />
      {!isRead && (
        <span role="alert" className={styles.problem}>
          {say('editing.notPercent', { field: label })}
        </span>
      )}
    </span>
  )
}

function WordingField(props: {
  label: string
  value: string
  isNew?: boolean
  onSave: (value: string) => Promise<boolean>
  onLeave?: () => void
}) {
  const { label, value, isNew = false, onSave, onLeave } = props
  const [draft, setDraft] = useState(value)
  const [isBusy, setBusy] = useState(false)

  function save(): void {
    if (isBusy || draft === value) return
    setBusy(true)
    // What was refused goes back to what it was; the frame says why.
    void onSave(draft).then((isSaved) => {
      setBusy(false)
      if (!isSaved) setDraft(value)
    })
  }
  return (
    <input
      className={styles.wording}
      dir="auto"
      aria-label={label}
      placeholder={isNew ? label : ''}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for with a press
      autoFocus={isNew}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={(event) => {
        const isWithin = event.currentTarget.parentElement?.contains(event.relatedTarget) ?? false
        if (isNew && isWithin) return
        if (isNew && draft.trim() === '') onLeave?.()
        else save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        if (event.key === 'Escape') {
          event.stopPropagation()
          setDraft(value)
          if (isNew) onLeave?.()
        }
      }}
    />
  )
}
