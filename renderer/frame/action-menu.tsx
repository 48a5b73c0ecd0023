import type { ReactNode } from 'react'
import {
  Button as AriaButton,
  Keyboard,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  type ButtonProps,
  type PopoverProps,
} from 'react-aria-components'
import { keyLabel, useActionState, type ActionState } from '../actions/action'
import { actionOf } from '../actions/all-actions'
import styles from '../elements/menu.module.css'
import { useApplication } from '../state/application'

type Offered = {
  /** What is spoken of the list. */
  name: string
  /** The ids of the actions. */
  groups: readonly (readonly string[])[]
  /** With the short names, where the place of the menu says what they are about. */
  isShort?: boolean
  /** What cannot be done now is left out, not greyed. */
  leavesOut?: boolean
  /** What the actions are about, where it is not what is selected. */
  about?: Partial<ActionState>
}

/** A button that opens a list of actions with their keys, in groups. Whatever it offers, the palette offers too. */
export function ActionMenu({
  trigger,
  triggerLook,
  placement = 'bottom start',
  buttonProps,
  ...offered
}: Offered & {
  trigger: ReactNode
  triggerLook: string | undefined
  placement?: PopoverProps['placement']
  buttonProps?: Omit<ButtonProps, 'className'>
}) {
  return (
    <MenuTrigger>
      <AriaButton {...buttonProps} className={triggerLook ?? ''}>
        {trigger}
      </AriaButton>
      <Popover className={styles.popover} placement={placement}>
        <Actions {...offered} />
      </Popover>
    </MenuTrigger>
  )
}

/** Only an open menu asks what can be done. */
function Actions({ name, groups, isShort = false, leavesOut = false, about }: Offered) {
  const application = useApplication()
  const state = { ...useActionState(), ...about }
  const isEnabled = (id: string) => actionOf(id).isEnabled(state)
  const shown = groups.map((ids) => (leavesOut ? ids.filter(isEnabled) : ids)).filter((ids) => ids.length > 0)
  return (
    <Menu
      className={styles.menu}
      aria-label={name}
      disabledKeys={shown.flat().filter((id) => !isEnabled(id))}
      onAction={(id) => void actionOf(String(id)).perform(application, state)}
    >
      {shown.flatMap((ids, index) => [
        ...(index === 0 ? [] : [<Separator key={`separator ${ids[0]}`} className={styles.separator} />]),
        ...ids.map((id) => {
          const action = actionOf(id)
          const name = isShort && action.menuLabel ? action.menuLabel : action.label
          const label = name(state, application.say)
          return (
            <MenuItem key={id} id={id} className={styles.item} textValue={label}>
              <span dir="auto">{label}</span>
              {action.keys[0] && <Keyboard className={styles.keys}>{keyLabel(action.keys[0])}</Keyboard>}
            </MenuItem>
          )
        }),
      ])}
    </Menu>
  )
}
