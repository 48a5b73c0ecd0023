import { useState, type FormEvent } from 'react'
import { canWrite, useActionState } from '../../../actions/action'
import { Button } from '../../../elements/button'
import inputStyles from '../../../elements/fields/boxed-input.module.css'
import { useApplication, useSay } from '../../../state/application'
import {
  currentView,
  isShown,
  showSavedView,
  useCurrentView,
  useSavedViews,
  type SavedView,
} from '../../../state/saved-views'
import { asAppError } from '../../../state/use-query'
import styles from './layout-menu.module.css'

/** The views that were kept under a name: each is shown with one press, brought up to date, renamed or deleted. */
export function SavedViewList() {
  const say = useSay()
  const mayWrite = canWrite(useActionState())
  const views = useSavedViews((state) => state.views)
  const [problem, setProblem] = useState('')
  /** What a person asked for; what is wrong with it is said here, for the popover covers the rest of the window. */
  async function attemptHere(work: () => Promise<unknown>): Promise<boolean> {
    setProblem('')
    try {
      await work()
      return true
    } catch (error) {
      const { code, details } = asAppError(error)
      setProblem(say(`error.${code}`, details))
      return false
    }
  }
  return (
    <section className={styles.section} aria-label={say('views.title')} tabIndex={-1}>
      <h3>{say('views.title')}</h3>
      {views.length === 0 && <p className={styles.quiet}>{say('views.none')}</p>}
      <ul className={styles.views}>
        {views.map((saved) => (
          <li key={saved.id}>
            <SavedViewLine saved={saved} mayWrite={mayWrite} attemptHere={attemptHere} />
          </li>
        ))}
      </ul>
      {mayWrite && <SaveLine attemptHere={attemptHere} />}
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
    </section>
  )
}

type AttemptHere = (work: () => Promise<unknown>) => Promise<boolean>

function SavedViewLine({
  saved,
  mayWrite,
  attemptHere,
}: {
  saved: SavedView
  mayWrite: boolean
  attemptHere: AttemptHere
}) {
  const { api, say } = useApplication()
  const view = useCurrentView()
  const [newName, setNewName] = useState<string | null>(null)
  const { id, name } = saved
  const isCurrent = isShown(saved, view)
  const rename = async (event: FormEvent) => {
    event.preventDefault()
    if (newName === null) return
    const isDone =
      newName === name || (await attemptHere(() => api.call('savedView.change', { id, name: newName })))
    if (isDone) setNewName(null)
  }
  if (newName !== null) {
    return (
      <form className={styles.save} onSubmit={(event) => void rename(event)}>
        <NameInput
          label={say('views.saveAs')}
          value={newName}
          onChange={setNewName}
          onLeave={() => setNewName(null)}
        />
        <Button type="submit">{say('views.renameShort')}</Button>
      </form>
    )
  }
  return (
    <div className={styles.view}>
      <button
        type="button"
        className={styles.apply}
        aria-label={say('views.apply', { name })}
        aria-pressed={isCurrent}
        onClick={() => showSavedView(saved)}
      >
        <bdi>{name}</bdi>
      </button>
      {mayWrite && (
        <span className={styles.viewActs}>
          {!isCurrent && (
            <Button
              look="link"
              aria-label={say('views.update', { name })}
              onPress={() => void attemptHere(() => api.call('savedView.change', { id, ...currentView() }))}
            >
              {say('views.updateShort')}
            </Button>
          )}
          <Button look="link" aria-label={say('views.rename', { name })} onPress={() => setNewName(name)}>
            {say('views.renameShort')}
          </Button>
          <Button
            look="link"
            aria-label={say('views.remove', { name })}
            onPress={({ target }) => {
              // The button goes with its view; left to itself, the focus would leave the dialog.
              target.closest<HTMLElement>('section')?.focus()
              void attemptHere(() => api.call('savedView.remove', { id }))
            }}
          >
            {say('views.removeShort')}
          </Button>
        </span>
      )}
    </div>
  )
}

function SaveLine({ attemptHere }: { attemptHere: AttemptHere }) {
  const { api, say } = useApplication()
  const [name, setName] = useState('')
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (!(await attemptHere(() => api.call('savedView.add', { name, ...currentView() })))) return
    // The button cannot be pressed without a name, and what cannot be pressed loses the focus to nowhere.
    form.querySelector('input')?.focus()
    setName('')
  }
  return (
    <form className={styles.save} onSubmit={(event) => void save(event)}>
      <NameInput label={say('views.saveAs')} value={name} onChange={setName} />
      <Button type="submit" isDisabled={name.trim() === ''}>
        {say('views.save')}
      </Button>
    </form>
  )
}

function NameInput({
  label,
  value,
  onChange,
  onLeave,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  onLeave?: () => void
}) {
  return (
    <input
      className={`${inputStyles.boxed} ${styles.nameInput}`}
      aria-label={label}
      placeholder={label}
      dir="auto"
      maxLength={200}
      // What is being renamed was asked for with its button.
      autoFocus={onLeave !== undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || onLeave === undefined) return
        event.stopPropagation()
        onLeave()
      }}
    />
  )
}
