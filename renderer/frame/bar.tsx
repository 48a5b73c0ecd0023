import { memo, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { keyLabel, useActionState } from '../actions/action'
import { actionOf } from '../actions/all-actions'
import { Button } from '../elements/button'
import menuStyles from '../elements/menu.module.css'
import { useAfterFrame } from '../state/after-frame'
import { useApplication, useSay } from '../state/application'
import { useCompareView } from '../state/compare-view'
import { LayoutMenu } from '../screens/compare/finding/layout-menu'
import { useMayEdit } from '../screens/compare/pane/editing'
import { ActionMenu } from './action-menu'
import { TimeLine } from './time-line'
import styles from './bar.module.css'

/** Above the work: the date at which it is read, search, undo, redo, and the way to the briefing. */
export function Bar() {
  return (
    <header className={styles.bar}>
      <TimeLine />
      <BarActions />
    </header>
  )
}

/** In one line; those that there is no room for are in a menu at its end. */
function BarActions() {
  const say = useSay()
  const mayEdit = useMayEdit()
  const isPaneOpen = useCompareView((view) => view.isPaneOpen)
  const line = useRef<HTMLDivElement>(null)
  const left = useLeftOut(line)
  return (
    <div ref={line} className={styles.actions} data-overflows={left.length > 0 || undefined}>
      <BaselineMark />
      <BarAction id="pair.open" words={say('pair.name')} />
      <BarAction id="finding.open" words={say('finding.open')} />
      <LayoutMenu />
      <BarAction id="search.open" words={say('action.search')} showsKey />
      {mayEdit && <BarAction id="edit.undo" words={say('action.undo')} showsKey sign={<BackArrow />} />}
      {mayEdit && <BarAction id="edit.redo" words={say('action.redo')} sign={<BackArrow isMirrored />} />}
      {/* The open pane has its own way out, and takes the room. */}
      {!isPaneOpen && <BarAction id="view.pane" words={say('action.details')} />}
      <BarAction id="dossier.export" words={say('action.export')} />
      <BarAction id="view.briefing" words={say('action.toBriefing')} isMain />
      {left.length > 0 && (
        <ActionMenu
          name={say('bar.more')}
          trigger={<span aria-hidden="true">⋯</span>}
          triggerLook={`${menuStyles.trigger} ${styles.more}`}
          groups={[left]}
          placement="bottom end"
          buttonProps={{ 'aria-label': say('bar.more') }}
        />
      )}
    </div>
  )
}

/** The ids of the actions that the line has no room for: they are wrapped to below it, out of sight and of the keys. */
function useLeftOut(line: RefObject<HTMLElement | null>): readonly string[] {
  const [left, setLeft] = useState<readonly string[]>([])
  useLayoutEffect(() => {
    const element = line.current
    if (element === null || typeof ResizeObserver === 'undefined') return
    const look = () => {
      const out: string[] = []
      for (const button of element.querySelectorAll<HTMLElement>(':scope > [data-action]')) {
        const isOut = button.offsetTop >= button.offsetHeight
        button.style.visibility = isOut ? 'hidden' : ''
        if (isOut) out.push(button.dataset.action!)
      }
      setLeft((last) => (last.join() === out.join() ? last : out))
    }
    // Told of sizes when the page has just been laid out: asking before would lay it out once more.
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    const buttons = new MutationObserver(() => {
      sizes.unobserve(element)
      sizes.observe(element)
    })
    buttons.observe(element, { childList: true, attributeFilter: ['data-overflows'], attributes: true })
    return () => {
      sizes.disconnect()
      buttons.disconnect()
    }
  }, [line])
  return left
}

function BackArrow({ isMirrored = false }: { isMirrored?: boolean }) {
  return (
    <svg
      className={styles.sign}
      data-mirrored={isMirrored || undefined}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d="M6 3 2.5 6.5 6 10M2.5 6.5h7a3.5 3.5 0 0 1 0 7H7" />
    </svg>
  )
}

/** What the others are compared with, and the way out of it. */
function BaselineMark() {
  const application = useApplication()
  const state = useActionState()
  // The grid shows it first: room for it here moves all that is on the line.
  const baseline = useAfterFrame(state.baseline)
  if (baseline === null) return null
  const leave = actionOf('baseline.leave')
  return (
    <Button
      look="quiet"
      aria-label={leave.label(state, application.say)}
      onPress={() => void leave.perform(application)}
    >
      <span className={styles.baseline}>
        {application.say('compare.comparedWith', { party: baseline.name })}
        <span aria-hidden="true" className={styles.leave}>
          ×
        </span>
      </span>
    </Button>
  )
}

export function BarAction(shown: ShownAction) {
  const { say } = useApplication()
  const state = useActionState()
  const action = actionOf(shown.id)
  return <ActionButton {...shown} isEnabled={action.isEnabled(state)} label={action.label(state, say)} />
}

type ShownAction = {
  id: string
  words: string
  showsKey?: boolean
  isMain?: boolean
  /** Stands for the words where there is little room. */
  sign?: ReactNode
}

/** Whatever else is chosen, a button stays as it is. */
const ActionButton = memo(function ActionButton({
  id,
  words,
  showsKey = false,
  isMain = false,
  sign,
  isEnabled,
  label,
}: ShownAction & { isEnabled: boolean; label: string }) {
  const application = useApplication()
  const action = actionOf(id)
  const key = action.keys[0]
  return (
    <Button
      look={isMain ? 'link' : 'quiet'}
      isDisabled={!isEnabled}
      aria-label={label}
      data-action={id}
      onPress={() => void action.perform(application)}
    >
      <span title={label} className={isMain ? styles.main : undefined}>
        {sign ? (
          <>
            <span className={styles.words}>{words}</span>
            {sign}
          </>
        ) : (
          words
        )}
      </span>
      {showsKey && key && <kbd className={styles.key}>{keyLabel(key)}</kbd>}
    </Button>
  )
})
