import { useState } from 'react'
import { keyLabel, useActionState } from '../actions/action'
import { allActions } from '../actions/all-actions'
import { savedViewChoices } from '../actions/arrangement-actions'
import { baselineChoices } from '../actions/baseline-actions'
import { columnChoices } from '../actions/column-actions'
import { findActions } from '../actions/find-actions'
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
  const columns = useColumns((state) => state.columns)
  const rounds = useTime((state) => state.rounds)
  const offered = [
    ...allActions,
    ...savedViewChoices(),
    ...sinceChoices(rounds),
    // One for each party; of three hundred nobody reads a list.
    ...(words.trim() === ''
      ? []
      : [...columnChoices(columns, state), ...baselineChoices(columns, state), ...pairChoices(columns)]),
  ].filter((action) => action.id !== 'palette.open')
  const found = findActions(offered, words, { state, say })

  return (
    <Finder
      label={say('palette.prompt')}
      words={words}
      onWords={setWords}
      empty={say('palette.empty')}
      found={found.map(({ action, label, isEnabled }) => ({
        key: action.id,
        isDisabled: !isEnabled,
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
