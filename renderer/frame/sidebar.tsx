import { useMemo } from 'react'
import { allCells } from '../../app/rules/comparison-index'
import { canWrite, useActionState } from '../actions/action'
import { actionOf } from '../actions/all-actions'
import { MarkingText } from '../elements/marking-text'
import { useApplication, useSay } from '../state/application'
import { useComparison } from '../state/comparison'
import { useOpened } from '../state/opened'
import { useQuery } from '../state/use-query'
import { goTo, useRoute, type Screen } from '../state/route'
import { Button } from '../elements/button'
import { DossierMenu } from './dossier-menu'
import styles from './sidebar.module.css'

const screens = ['compare', 'sources', 'briefing', 'present'] as const satisfies readonly Screen[]

/** What this dossier is, the ways to look at it, and how complete it is. */
export function Sidebar() {
  const say = useSay()
  const opened = useOpened((state) => state.opened)!
  const current = useRoute((route) => route.screen)
  const comparison = useComparison().value
  const { dossier } = opened

  return (
    <nav className={styles.sidebar} aria-label={say('sidebar.name')} data-print="hide">
      <div className={styles.head}>
        <h1 dir="auto">{dossier.title}</h1>
        {dossier.question && <p dir="auto">{dossier.question}</p>}
      </div>
      <ul className={styles.screens}>
        {screens.map((screen) => (
          <li key={screen}>
            <button
              type="button"
              className={styles.screen}
              aria-current={screen === current ? 'page' : undefined}
              onClick={() => goTo(screen)}
            >
              {say(`screen.${screen}`)}
              {screen === 'sources' && <SourceCount />}
              {screen === 'compare' && comparison && (
                <span className={styles.count}>
                  {say('sidebar.size', {
                    issues: comparison.issues.length,
                    parties: comparison.parties.length,
                  })}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <DossierMenu />
      <div className={styles.foot}>
        <ReadOnlyNote />
        <MarkingText marking={dossier.marking} />
        <Completeness />
      </div>
    </nav>
  )
}

function SourceCount() {
  const count = useQuery('source.count', {}).value
  return count === undefined ? null : <span className={styles.count}>{count}</span>
}

function ReadOnlyNote() {
  const say = useSay()
  const application = useApplication()
  const state = useActionState()
  if (canWrite(state)) return null
  return (
    <div className={styles.readOnly} role="status">
      <p>{say('sidebar.readOnly')}</p>
      <Button look="link" onPress={() => void actionOf('dossier.saveAs').perform(application)}>
        {say('action.dossier.saveAs')}
      </Button>
    </div>
  )
}

function Completeness() {
  const say = useSay()
  const comparison = useComparison().value
  const cells = useMemo(() => (comparison ? allCells(comparison) : []), [comparison])
  if (cells.length === 0) return null
  const count = (state: string) => cells.filter((cell) => cell.state === state).length
  const unsourced = cells
    .flatMap((cell) => cell.positions)
    .filter((position) => position.evidence.statements === 0).length
  return (
    <ul className={styles.counts}>
      <li>{say('sidebar.unseen', { count: count('unseen') })}</li>
      <li>{say('sidebar.gaps', { count: count('gap') })}</li>
      <li>{say('sidebar.unsourced', { count: unsourced })}</li>
    </ul>
  )
}
