import { keyLabel, currentActionState } from '../../actions/action'
import { presentingActions } from '../../actions/presenting-actions'
import { OverlayDialog } from '../../frame/overlay-dialog'
import { useSay } from '../../state/application'
import { usePresenterView } from '../../state/presenting'
import styles from './key-sheet.module.css'

/** Every key, made from the actions themselves. */
export function KeySheet() {
  const say = useSay()
  const isOpen = usePresenterView(({ sheet }) => sheet === 'keys')
  const close = () => usePresenterView.setState({ sheet: null })
  const actions = presentingActions.filter(({ id, keys }) => id.startsWith('presenting.') && keys.length > 0)
  return (
    <OverlayDialog label={say('present.keys')} isOpen={isOpen} onClose={close}>
      <div className={styles.keySheet}>
        <h2>{say('present.keys')}</h2>
        <dl>
          {actions.map((action) => (
            <div key={action.id}>
              <dt>
                {action.keys.map((key) => (
                  <kbd key={key}>{keyWords(key)}</kbd>
                ))}
              </dt>
              <dd>{action.label(currentActionState(), say)}</dd>
            </div>
          ))}
          <div>
            <dt>{say('present.keys.number')}</dt>
            <dd>{say('present.key.number')}</dd>
          </div>
        </dl>
        <p>{say('present.keys.typing')}</p>
      </div>
    </OverlayDialog>
  )
}

const signs: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowDown: '↓',
  ArrowUp: '↑',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  Escape: 'Esc',
  ' ': '␣',
}

const keyWords = (key: string) => signs[key] ?? keyLabel(key)
