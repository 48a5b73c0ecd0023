import { useState } from 'react'
import { foldText } from '../../app/rules/fold-text'
import { keyLabel, useActionState } from '../actions/action'
import { allActions } from '../actions/all-actions'
import { savedViewChoices } from '../actions/arrangement-actions'
import { baselineChoices } from '../actions/baseline-actions'
import { pairChoices } from '../actions/side-by-side-actions'
import { sinceChoices } from '../actions/time-actions'
import { useApplication, useSay } from '../state/application'
import { useColumns } from '../state/columns'
import { closeOverlay, useOverlay } from '../state/overlay'
import { useTime } from '../state/time'
import { Finder } from './finder'
import { OverlayDialog } from './overlay-dialog'
import styles from './palette.module.css'

/** Every action with its key, found by typing part of its name. */
export function Palette() {
  const say = useSay()
  const isOpen = useOverlay((state) => state.overlay === 'palette')
  return (
    <OverlayDialog label={say('action.palette')} isOpen={isOpen} onClose={closeOverlay}>
      <Actions />
    </OverlayDialog>
  )
}

function Actions() {
  const application = useApplication()
  const { say } = application
  const state = useActionState()
  const [words, setWords] = useState('')
  const terms = foldText(words).split(/\s+/)
  const columns = useColumns((state) => state.columns)
  const rounds = useTime((state) => state.rounds)
  const found = [
    ...allActions,
    ...savedViewChoices(),
    ...baselineChoices(columns, state),
    ...pairChoices(columns),
    ...sinceChoices(rounds),
  ]
    .filter((action) => action.id !== 'palette.open')
    .map((action) => ({ action, label: action.label(state, say) }))
    .filter(({ label }) => terms.every((term) => foldText(label).includes(term)))
    .toSorted((a, b) => Number(b.action.isEnabled(state)) - Number(a.action.isEnabled(state)))

  return (
    <Finder
      label={say('palette.prompt')}
      words={words}
      onWords={setWords}
      empty={say('palette.empty')}
      found={found.map(({ action, label }) => ({
        key: action.id,
        isDisabled: !action.isEnabled(state),
        choose() {
          closeOverlay()
          void action.perform(application)
        },
        content: (
          <span className={styles.action}>
            {label}
            {action.keys[0] && <kbd>{keyLabel(action.keys[0])}</kbd>}
          </span>
        ),
      }))}
    />
  )
}
