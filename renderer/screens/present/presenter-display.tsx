import { useEffect } from 'react'
import type { PresenterState } from '../../../app/contract/presenting-contract'
import { Button } from '../../elements/button'
import { MarkingText } from '../../elements/marking-text'
import { useApplication, useDateLabel, useSay } from '../../state/application'
import { attempt } from '../../state/notice'
import { useOpened } from '../../state/opened'
import { endPresenting, move, openWall, show, usePresenterView, usePresenting } from '../../state/presenting'
import { WallView } from '../wall/wall-view'
import { FromTheRoom } from './from-the-room'
import { KeySheet } from './key-sheet'
import { OrderPane } from './order-pane'
import { PresenterClock } from './presenter-clock'
import { useJump } from './use-jump'
import styles from './presenter-display.module.css'

/** What the presenter sees while the room looks at the wall: the wall itself, what comes next, and what is hers. */
export function PresenterDisplay() {
  const state = usePresenting((held) => held.state)
  const isWallHere = usePresenterView((view) => view.isWallHere)
  const jump = useJump(state ?? null)
  useEffect(() => {
    document.documentElement.dataset.ready = 'true'
  }, [])
  if (!state) return null
  if (isWallHere) return <WallHere state={state} />
  return (
    <div className={styles.display}>
      <TopBar state={state} />
      <main className={styles.wallSide}>
        <WallNow state={state} />
        <Steps state={state} />
        {state.here && <FromTheRoom key={state.here.issueId} state={state} here={state.here} />}
      </main>
      <aside className={styles.ownSide}>
        <PresenterClock state={state} />
        <Notes state={state} />
        <OrderPane state={state} />
      </aside>
      <FootKeys jump={jump} />
      <KeySheet />
    </div>
  )
}

/** On one screen: the wall fills the window, and nothing of the presenter's is beside it. */
function WallHere({ state }: { state: PresenterState }) {
  return (
    <main className={styles.wallHere}>
      <WallView content={state.isBlack ? { is: 'black' } : state.now} />
    </main>
  )
}

function TopBar({ state }: { state: PresenterState }) {
  const { api, say } = useApplication()
  const dateLabel = useDateLabel()
  const dossier = useOpened(({ opened }) => opened?.dossier)
  return (
    <header className={styles.top}>
      <b dir="auto">{state.workshop?.name ?? dossier?.title}</b>
      <span>{say('wall.asOf', { date: dateLabel(state.asOf) })}</span>
      <MarkingText marking={dossier?.marking ?? 'none'} />
      <span className={styles.spring} />
      <span className={styles.live} data-open={state.walls > 0 || undefined} role="status">
        <i aria-hidden="true" />
        {state.walls > 0 ? say('present.wall.shown', { count: state.walls }) : say('present.wall.none')}
      </span>
      {state.walls === 0 && (
        <Button onPress={() => void attempt(() => openWall(api))}>
          {say('present.wall.open')} <kbd>O</kbd>
        </Button>
      )}
      <Button look="quiet" onPress={() => usePresenterView.setState({ isWallHere: true })}>
        {say('present.wall.here')} <kbd>W</kbd>
      </Button>
      <Button look="quiet" onPress={() => move(api, 'black')}>
        {say('present.black')} <kbd>B</kbd>
      </Button>
      <Button look="quiet" onPress={() => void endPresenting(api)}>
        {say('present.end')}
      </Button>
    </header>
  )
}

function WallNow({ state }: { state: PresenterState }) {
  const { api, say } = useApplication()
  const kept = (['assessments', 'grades'] as const).filter((what) => !state.allowed.includes(what))
  const words = [say('present.kept.notes'), ...kept.map((what) => say(`present.may.${what}`).toLowerCase())]
  return (
    <div>
      <h3 className={styles.label}>
        {say('present.now')}
        <span>{say('present.kept', { what: words.join(', ') })}</span>
      </h3>
      <div className={styles.now} data-black={state.isBlack || undefined}>
        <WallView
          content={state.now}
          onLight={({ blockId, phrase }) => {
            const isLit = state.spot?.blockId === blockId && state.spot.phrase === phrase
            show(api, { light: isLit ? 'none' : { blockId, phrase } })
          }}
        />
        {state.isBlack && <p className={styles.isBlack}>{say('present.isBlack')}</p>}
      </div>
    </div>
  )
}

function Steps({ state: { here, nextLabel } }: { state: PresenterState }) {
  const { api, say } = useApplication()
  if (here === null) return null
  const { number, step, steps, page, pages } = here
  const place = { number, step: step + 1, steps: steps.length, page: page + 1, pages }
  return (
    <div className={styles.steps}>
      <button type="button" onClick={() => move(api, 'back')}>
        ← {say('present.back')}
      </button>
      <span className={styles.pips}>
        {steps.map((each, at) => (
          <i key={each.step} data-done={at < step || undefined} data-here={at === step || undefined} />
        ))}
        <span>{say(pages > 1 ? 'present.placePage' : 'present.place', place)}</span>
      </span>
      <button type="button" className={styles.forward} onClick={() => move(api, 'next')}>
        <span dir="auto">
          {nextLabel === '' ? say('present.atTheEnd') : say('present.nextIs', { what: nextLabel })}
        </span>{' '}
        →
      </button>
    </div>
  )
}

function Notes({ state: { here } }: { state: PresenterState }) {
  const say = useSay()
  return (
    <section className={styles.notes}>
      <h3 className={styles.label}>
        {say('present.notesHere')} <span>{say('present.notesHere.only')}</span>
      </h3>
      <p dir="auto" className={here?.notes ? '' : styles.quiet}>
        {here?.notes || say('present.notesHere.none')}
      </p>
    </section>
  )
}

const shownKeys = [
  ['→', 'present.key.next'],
  ['←', 'present.key.back'],
  ['↓', 'present.key.nextIssue'],
  ['S', 'present.key.light'],
  ['E', 'present.key.quotation'],
  ['?', 'present.key.sheet'],
] as const

function FootKeys({ jump }: { jump: string }) {
  const say = useSay()
  return (
    <footer className={styles.foot}>
      {shownKeys.map(([key, label]) => (
        <span key={key}>
          <kbd>{key}</kbd>
          {say(label)}
        </span>
      ))}
      <span className={styles.spring} />
      <span role="status">{jump === '' ? say('present.clicker') : jump}</span>
    </footer>
  )
}
