import { useMemo } from 'react'
import { countWanting } from '../../app/rules/wanting'
import { canWrite, useActionState } from '../actions/action'
import { actionOf } from '../actions/all-actions'
import { MarkingText } from '../elements/marking-text'
import { useApplication, useSay } from '../state/application'
import { useComparison, useReadingAtOnce } from '../state/comparison'
import { leadTo } from '../state/finding'
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
              {screen === 'compare' && <Size />}
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

function Size() {
  const say = useSay()
  const comparison = useReadingAtOnce()
  if (!comparison) return null
  const { issues, parties } = comparison
  return (
    <span className={styles.count}>
      {say('sidebar.size', { issues: issues.length, parties: parties.length })}
    </span>
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

const counted = ['unseen', 'gap', 'unsourced', 'needs research'] as const
const countWords = {
  unseen: 'sidebar.unseen',
  gap: 'sidebar.gaps',
  unsourced: 'sidebar.unsourced',
  'needs research': 'sidebar.needsResearch',
} as const

/** How complete the comparison is; each count leads to what it counts. */
function Completeness() {
  const say = useSay()
  const comparison = useComparison().value
  const counts = useMemo(() => comparison && countWanting(comparison), [comparison])
  if (!comparison || !counts || comparison.issues.length * comparison.parties.length === 0) return null
  return (
    <ul className={styles.counts}>
      {counted.map((flag) => (
        <li key={flag}>
          {counts[flag] === 0 ? (
            say(countWords[flag], { count: 0 })
          ) : (
            <button type="button" className={styles.leads} onClick={() => leadTo(flag)}>
              {say(countWords[flag], { count: counts[flag] })}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
