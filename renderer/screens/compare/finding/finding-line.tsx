import { memo, useEffect, useRef } from 'react'
import type { ComparisonIndex } from '../../../../app/rules/comparison-index'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { wordsOf } from '../../../../app/rules/filter-index'
import { keyLabel } from '../../../actions/action'
import { actionOf } from '../../../actions/all-actions'
import { Button } from '../../../elements/button'
import inputStyles from '../../../elements/fields/boxed-input.module.css'
import { useApplication } from '../../../state/application'
import { useArrangement } from '../../../state/arrangement'
import { layOut, lookFor, useComparisonView } from '../../../state/comparison-view'
import { leaveFinding, useFinding } from '../../../state/finding'
import { inSpareTime } from '../../../state/spare-time'
import { FilterMenu } from './filter-menu'
import { useFilterChips } from './filter-chips'
import styles from './finding-line.module.css'

/** Above the rows, while something is looked for: the words, everything else that is asked, and how many rows answer. */
export function FindingLine({ comparison }: { comparison: ComparisonReading }) {
  const { say } = useApplication()
  const { isLookingFor } = useArrangement(comparison)
  const isOpen = useFinding((finding) => finding.isOpen)
  if (!isOpen && !isLookingFor) return null
  return (
    <div className={styles.line} role="search" aria-label={say('finding.name')} data-print="hide">
      <Words comparison={comparison} />
      <FilterMenu comparison={comparison} />
      <Chips comparison={comparison} />
      <Answers comparison={comparison} />
    </div>
  )
}

/** Every text is folded before it is looked through; done beforehand, the first letter is as quick as the second. */
const useFoldedWords = ({ index }: ComparisonReading): void =>
  useEffect(() => inSpareTime(foldWords(index)), [index])

function* foldWords(index: ComparisonIndex): Generator<void> {
  const words = wordsOf(index)
  for (const cell of index.held) {
    for (const entry of cell?.positions ?? []) words.ofPosition(entry)
    yield
  }
}

function Words({ comparison }: { comparison: ComparisonReading }) {
  const { say } = useApplication()
  useFoldedWords(comparison)
  const words = useComparisonView((view) => view.filters.words)
  const asked = useFinding((finding) => finding.asked)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (asked === 0) return
    input.current?.focus()
    input.current?.select()
  }, [asked])
  return (
    <input
      ref={input}
      className={`${inputStyles.boxed} ${styles.words}`}
      type="search"
      dir="auto"
      aria-label={say('finding.words')}
      placeholder={say('finding.words')}
      value={words}
      maxLength={500}
      onChange={(event) => lookFor({ words: event.target.value })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        if (words === '') leaveFinding()
        else lookFor({ words: '' })
      }}
    />
  )
}

function Chips({ comparison }: { comparison: ComparisonReading }) {
  const { say } = useApplication()
  const chips = useFilterChips(comparison)
  return (
    <ul className={styles.chips}>
      {chips.map(({ key, label, remove }) => (
        <li key={key}>
          <button
            type="button"
            className={styles.chip}
            aria-label={say('finding.removed', { what: label })}
            onClick={remove}
          >
            <bdi>{label}</bdi> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Answers({ comparison }: { comparison: ComparisonReading }) {
  const { say } = useApplication()
  const { found, rows, isLookingFor } = useArrangement(comparison)
  const shown = rows.filter(({ isContext }) => !isContext).length
  return (
    <div className={styles.answers}>
      <p role="status" className={styles.count}>
        {isLookingFor && found === 0
          ? say('finding.nothing')
          : say('finding.shown', { found: shown, all: comparison.issues.length })}
      </p>
      {found > shown && (
        <Button look="link" onPress={() => layOut({ foldedIssues: [] })}>
          {say('finding.folded', { count: found - shown })}
        </Button>
      )}
      {isLookingFor && found > 0 && <NextAnswer />}
      <ShowAll />
    </div>
  )
}

/** Whatever is typed, these stay as they are. */
const NextAnswer = memo(function NextAnswer() {
  const application = useApplication()
  const next = actionOf('finding.next')
  return (
    <Button look="quiet" onPress={() => void next.perform(application)}>
      {application.say('finding.next')} <kbd aria-hidden="true">{keyLabel(next.keys[0]!)}</kbd>
    </Button>
  )
})

const ShowAll = memo(function ShowAll() {
  const { say } = useApplication()
  return (
    <Button look="link" onPress={leaveFinding}>
      {say('finding.showAll')}
    </Button>
  )
})
