import type { PresenterState } from '../../../app/contract/presenting-contract'
import { wallAllowances } from '../../../app/rules/presenting/wall-content'
import { useApplication, useSay } from '../../state/application'
import { move, show } from '../../state/presenting'
import { WallView } from '../wall/wall-view'
import styles from './order-pane.module.css'
import presenterStyles from './presenter-display.module.css'

/** Where the room is in the running order, what comes next, and what the wall may show of this issue. */
export function OrderPane({ state }: { state: PresenterState }) {
  const say = useSay()
  return (
    <div className={styles.low}>
      <OrderList state={state} />
      <div className={styles.nextUp}>
        <h3 className={presenterStyles.label}>{say('present.next')}</h3>
        <div className={styles.thumb}>{state.next && <WallView content={state.next} />}</div>
        <p className={styles.nextLabel} dir="auto">
          {state.nextLabel || say('present.atTheEnd')}
        </p>
        {state.missingParties > 0 && (
          <p className={presenterStyles.quiet}>
            {say('present.missingParties', { count: state.missingParties })}
          </p>
        )}
        <SideBySide state={state} />
        <MayShow state={state} />
      </div>
    </div>
  )
}

function OrderList({ state: { issues, here } }: { state: PresenterState }) {
  const { api, say } = useApplication()
  return (
    <nav className={styles.order} aria-label={say('present.order')}>
      <h3 className={presenterStyles.label}>
        {say('present.order')} <span>{say('present.order.min')}</span>
      </h3>
      <ol>
        {issues.map(({ issueId, title, minutes }, at) => (
          // The same issue may stand at two places.
          <li key={`${issueId} ${at}`} data-here={at === here?.issue || undefined}>
            <button type="button" className={styles.issue} onClick={() => move(api, { issue: at })}>
              <span>{at + 1}</span>
              <span dir="auto">{title}</span>
              <small>{minutes ?? ''}</small>
            </button>
            {at === here?.issue && (
              <ol>
                {here.steps.map((each, step) => (
                  <li key={each.step}>
                    <button
                      type="button"
                      className={styles.step}
                      aria-current={step === here.step ? 'step' : undefined}
                      onClick={() => move(api, { issue: at, step })}
                    >
                      <span>{step < here.step ? '✓' : step === here.step ? '●' : step + 1}</span>
                      <span dir="auto">{each.label}</span>
                      {each.pages > 1 && <small>{say('present.pages', { count: each.pages })}</small>}
                    </button>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function SideBySide({ state }: { state: PresenterState }) {
  const { api, say } = useApplication()
  const shown = state.parties.filter(({ isShown }) => isShown)
  if (shown.length < 2) return null
  const toggle = (id: (typeof shown)[number]['id']) => {
    const others = state.sideBySide.filter((each) => each !== id)
    show(api, { sideBySide: others.length < state.sideBySide.length ? others : [...others, id].slice(-3) })
  }
  return (
    <div className={styles.sideBySide}>
      <h3 className={presenterStyles.label}>{say('present.sideBySide')}</h3>
      <p>
        {shown.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className={styles.chip}
            aria-pressed={state.sideBySide.includes(id)}
            onClick={() => toggle(id)}
          >
            {name}
          </button>
        ))}
      </p>
    </div>
  )
}

function MayShow({ state }: { state: PresenterState }) {
  const { api, say } = useApplication()
  return (
    <div>
      <h3 className={presenterStyles.label}>
        {say('present.may')} <span>{say('present.may.issue')}</span>
      </h3>
      <ul className={styles.may}>
        {wallAllowances.map((what) => {
          const isOn = state.allowed.includes(what)
          return (
            <li key={what}>
              <button
                type="button"
                aria-pressed={isOn}
                onClick={() => show(api, { allow: { what, isOn: !isOn } })}
              >
                {say(`present.may.${what}`)}
                <span>{say(isOn ? 'present.yes' : 'present.no')}</span>
              </button>
            </li>
          )
        })}
        {state.parties
          .filter(({ isHidden }) => isHidden)
          .map(({ id, name, isShown }) => (
            <li key={id}>
              <button
                type="button"
                aria-pressed={isShown}
                onClick={() => show(api, { party: { id, isShown: !isShown } })}
              >
                {say('present.may.party', { party: name })}
                <span>{say(isShown ? 'present.yes' : 'present.no')}</span>
              </button>
            </li>
          ))}
        <li>
          <p>
            {say('present.may.notes')}
            <span>{say('present.never')}</span>
          </p>
        </li>
      </ul>
    </div>
  )
}
