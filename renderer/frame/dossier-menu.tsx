import {
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  Button as AriaButton,
  Keyboard,
} from 'react-aria-components'
import { keyLabel, useActionState } from '../actions/action'
import { actionOf } from '../actions/all-actions'
import { useApplication, useSay } from '../state/application'
import styles from './dossier-menu.module.css'

const groups = [
  ['edit.undo', 'edit.redo'],
  ['issue.new', 'party.new', 'dossier.records', 'dossier.history', 'dossier.details'],
  ['baseline.choose', 'baseline.leave'],
  ['dossier.new', 'dossier.open', 'dossier.fromJson', 'dossier.saveAs', 'dossier.export', 'dossier.close'],
  ['theme.system', 'theme.light', 'theme.dark'],
  ['palette.open'],
] as const

/** Everything that is done to the whole dossier, with its keys; undo and redo say what they would take back. */
export function DossierMenu() {
  const application = useApplication()
  const say = useSay()
  const state = useActionState()

  return (
    <MenuTrigger>
      <AriaButton className={styles.trigger}>{say('menu.name')}</AriaButton>
      <Popover className={styles.popover} placement="bottom start">
        <Menu
          className={styles.menu}
          aria-label={say('menu.name')}
          disabledKeys={groups.flat().filter((id) => !actionOf(id).isEnabled(state))}
          onAction={(id) => void actionOf(String(id)).perform(application)}
        >
          {groups.flatMap((ids, index) => [
            ...(index === 0 ? [] : [<Separator key={`separator ${ids[0]}`} className={styles.separator} />]),
            ...ids.map((id) => {
              const action = actionOf(id)
              const label = action.label(state, say)
              return (
                <MenuItem key={id} id={id} className={styles.item} textValue={label}>
                  <span>{label}</span>
                  {action.keys[0] && <Keyboard className={styles.keys}>{keyLabel(action.keys[0])}</Keyboard>}
                </MenuItem>
              )
            }),
          ])}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
