import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import styles from './button.module.css'

type Look = 'primary' | 'secondary' | 'quiet' | 'link'

/** Something that can be done. One primary at most in any view. */
export function Button({ look = 'secondary', ...props }: Omit<ButtonProps, 'className'> & { look?: Look }) {
  return <AriaButton {...props} className={`${styles.button} ${styles[look]}`} />
}
