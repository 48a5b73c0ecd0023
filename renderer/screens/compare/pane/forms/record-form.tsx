import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { AppError } from '../../../../../app/errors'
import { english, type MessageId } from '../../../../../app/messages/en'
import type { Say } from '../../../../../app/messages/say'
import { keyLabel } from '../../../../actions/action'
import { Button } from '../../../../elements/button'
import { useSay } from '../../../../state/application'
import { closeSheet } from '../../../../state/compare-view'
import { asAppError } from '../../../../state/use-query'
import { finishSheet, useSheet } from '../sheet-stack'
import styles from './forms.module.css'

type RecordFormProps = {
  title: string
  /** Whose, and on what: a quiet line under the title. */
  about?: string | undefined
  /** Writes it down and answers the id of the record. What it throws is said in the form. */
  onRecord: () => Promise<string>
  /** What the field that the engine calls `text` is called here. */
  textLabel?: string
  /** What recording is called here. */
  act?: string
  /** Nothing can be recorded as the form now stands. */
  isUnready?: boolean
  /** How far recording has come, 0 to 1, where it takes long enough to be left off; null where it does not. */
  underWay?: { share: number; onCancel: () => void } | null
  children: ReactNode
}

/** A form on a sheet: its first field has the focus, Ctrl or Command and Enter records, Escape leaves. */
export function RecordForm(props: RecordFormProps) {
  const { title, about, onRecord, textLabel, act, isUnready = false, underWay = null, children } = props
  const say = useSay()
  const sheet = useSheet()
  const fields = useRef<HTMLDivElement>(null)
  const [problem, setProblem] = useState<AppError | null>(null)
  const [isBusy, setBusy] = useState(false)

  useEffect(() => focusFirst(fields.current), [])

  async function record(event?: FormEvent) {
    event?.preventDefault()
    if (isBusy || isUnready) return
    setBusy(true)
    try {
      finishSheet(sheet, await onRecord())
    } catch (error) {
      setProblem(asAppError(error))
      setBusy(false)
    }
  }
  // Before the field that has the focus: buttons and radios would keep the key to themselves.
  function answerKey(event: KeyboardEvent) {
    if (event.key === 'Escape' && underWay !== null) {
      event.preventDefault()
      event.stopPropagation()
      underWay.onCancel()
      return
    }
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    void record()
  }

  return (
    <form
      className={styles.form}
      aria-label={title}
      noValidate
      onSubmit={(event) => void record(event)}
      onKeyDownCapture={answerKey}
    >
      <h2 className={styles.title}>{title}</h2>
      {about !== undefined && <p className={styles.about}>{about}</p>}
      <div ref={fields} className={styles.fields}>
        {children}
      </div>
      <div className={styles.foot}>
        <p role="alert" className={styles.problem}>
          {problem && problemSentence(say, problem, textLabel)}
        </p>
        {underWay !== null && (
          <p className={styles.underWay}>
            <progress value={underWay.share} max={1} aria-label={say('editing.underWay')} />
            <span role="status">{say('export.progress', { percent: Math.floor(underWay.share * 100) })}</span>
          </p>
        )}
        <div className={styles.acts}>
          <Button type="submit" look="primary" isDisabled={isBusy || isUnready}>
            {act ?? say('editing.record')} <kbd aria-hidden="true">{keyLabel('Mod+Enter')}</kbd>
          </Button>
          <Button look="quiet" onPress={underWay?.onCancel ?? closeSheet}>
            {say('editing.cancel')} <kbd aria-hidden="true">Esc</kbd>
          </Button>
        </div>
      </div>
    </form>
  )
}

function focusFirst(fields: HTMLElement | null): void {
  const first = fields?.querySelector<HTMLElement>('textarea:not([readonly]), input, button')
  if (!first) return
  first.focus()
  if (first instanceof HTMLTextAreaElement || (first instanceof HTMLInputElement && first.type === 'text')) {
    first.setSelectionRange(first.value.length, first.value.length)
  }
}

/** The engine names fields by their names; the reader knows them by their labels. */
function problemSentence(say: Say, error: AppError, textLabel: string | undefined): string {
  const { code, details } = error
  if (typeof details.cell === 'string') {
    const { cell, ...others } = details
    const problem = problemSentence(say, new AppError(code, others), textLabel)
    return say('entry.cellProblem', { cell, problem })
  }
  if (typeof details.field !== 'string') return say(`error.${code}`, details)
  const path = details.field.split('.')
  const isOwnText = path.length === 1 && path[0] === 'text' && textLabel !== undefined
  const isCondition = path[0] === 'conditions' || path[1] === 'condition'
  const name = isCondition && path.at(-1) === 'text' ? 'conditionText' : path.at(-1)!
  const field = isOwnText ? textLabel : fieldLabel(say, name)
  if (details.problem === 'not-percent') return say('editing.notPercent', { field })
  return say(`error.${code}`, { ...details, field })
}

export function fieldLabel(say: Say, field: string): string {
  const id = `field.${field}`
  // The catalogue was just asked whether it has the id.
  return Object.hasOwn(english, id) ? say(id as MessageId) : field
}
