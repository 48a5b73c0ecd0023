import { memo, useDeferredValue, useMemo, useRef, useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { cellFlag, type ComparisonFilters } from '../../../../app/model/comparison-view'
import { isEdtf } from '../../../../app/model/edtf-date'
import { rowStatus } from '../../../../app/model/issue'
import { basis, firmness, positionKind } from '../../../../app/model/position'
import { reliability } from '../../../../app/model/source'
import { foldText } from '../../../../app/rules/fold-text'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { countChoices, type ChoicePart } from '../../../../app/rules/filter-counts'
import { Button } from '../../../elements/button'
import { ComboField } from '../../../elements/fields/combo-field'
import { DateField } from '../../../elements/fields/date-field'
import { ListSearch } from '../../../elements/fields/list-search'
import menuStyles from '../../../elements/menu.module.css'
import { useSay } from '../../../state/application'
import { useArrangement } from '../../../state/arrangement'
import { useCompareView } from '../../../state/compare-view'
import { lookFor, useComparisonView } from '../../../state/comparison-view'
import { useSavedViews } from '../../../state/saved-views'
import { useChoiceNames, withChoice, without } from './filter-chips'
import styles from './filter-menu.module.css'

/** Everything that can be asked besides words, each choice with the number of rows behind it. */
export const FilterMenu = memo(function FilterMenu({ comparison }: { comparison: ComparisonReading }) {
  const say = useSay()
  return (
    <DialogTrigger>
      <AriaButton className={menuStyles.trigger}>{say('finding.more')}</AriaButton>
      <Popover className={menuStyles.popover} placement="bottom start">
        <Dialog className={styles.dialog} aria-label={say('finding.choose')}>
          <Choices comparison={comparison} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
})

function Choices({ comparison }: { comparison: ComparisonReading }) {
  const say = useSay()
  const { found } = useArrangement(comparison)
  const since = useCompareView((view) => view.since)
  const view = useComparisonView()
  const { outlets, tags } = useSavedViews((state) => state.existing)
  // Counting goes through every position: the choice itself is shown first.
  const asked = useDeferredValue(view)
  const counts = useMemo(
    () => countChoices(comparison, { ...asked, layout: { ...asked.layout, since } }),
    [comparison, asked, since],
  )
  const list = (part: ChoicePart, choices: readonly string[]) => (
    <ChoiceList
      comparison={comparison}
      part={part}
      choices={choices}
      filters={view.filters}
      countOf={(choice) => counts(part, choice)}
    />
  )
  return (
    <>
      <div className={styles.columns}>
        <div>
          {list(
            'flags',
            cellFlag.options.filter((flag) => flag !== 'changed' || since !== null),
          )}
          {list('kinds', positionKind.options)}
        </div>
        <div>
          {list('firmness', firmness.options)}
          {list('bases', basis.options)}
          {list('statuses', rowStatus.options)}
        </div>
        <div>
          {list(
            'parties',
            comparison.parties.map(({ id }) => id),
          )}
          {list('grades', reliability.options)}
        </div>
        <div>
          {outlets.length > 0 &&
            list(
              'outlets',
              outlets.map(({ id }) => id),
            )}
          <Said filters={view.filters} />
          {tags.length > 0 &&
            list(
              'tags',
              tags.map(({ id }) => id),
            )}
          <Branches comparison={comparison} filters={view.filters} />
        </div>
      </div>
      <p className={styles.total} role="status">
        {say('finding.shown', { found, all: comparison.issues.length })}
      </p>
    </>
  )
}

/** Fewer are seen at once. */
const mostWithoutSearch = 12

function ChoiceList({
  comparison,
  part,
  choices,
  filters,
  countOf,
}: {
  comparison: ComparisonReading
  part: ChoicePart
  choices: readonly string[]
  filters: ComparisonFilters
  countOf: (choice: string) => number
}) {
  const say = useSay()
  const nameOf = useChoiceNames(comparison)
  const chosen: readonly string[] = filters[part]
  const [words, setWords] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const folded = foldText(words.trim())
  const shown = choices.filter((choice) => foldText(nameOf(part, choice)).includes(folded))
  return (
    <fieldset className={styles.list}>
      <legend>{say(`finding.part.${part}`)}</legend>
      {choices.length > mostWithoutSearch && (
        <ListSearch
          label={say('finding.find')}
          words={words}
          onWords={setWords}
          onDown={() => list.current?.querySelector('button')?.focus()}
          onEnter={() => list.current?.querySelector('button')?.click()}
        />
      )}
      <ul ref={list}>
        {shown.map((choice) => {
          const isChosen = chosen.includes(choice)
          const count = countOf(choice)
          return (
            <li key={choice}>
              <button
                type="button"
                className={styles.choice}
                aria-pressed={isChosen}
                aria-label={`${nameOf(part, choice)}, ${say('finding.counts', { count })}`}
                data-empty={count === 0 && !isChosen ? '' : undefined}
                onClick={() =>
                  lookFor(isChosen ? without(filters, part, choice) : withChoice(filters, part, choice))
                }
              >
                <span className={styles.tick} aria-hidden="true">
                  {isChosen ? '✓' : ''}
                </span>
                <span className={styles.words} dir="auto">
                  {nameOf(part, choice)}
                </span>
                <span className={styles.count}>{count}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}

function Said({ filters }: { filters: ComparisonFilters }) {
  const say = useSay()
  return (
    <fieldset className={styles.list}>
      <legend>{say('finding.part.said')}</legend>
      <SaidDate
        label={say('finding.saidFrom')}
        date={filters.saidFrom}
        onDate={(saidFrom) => lookFor({ saidFrom })}
      />
      <SaidDate
        label={say('finding.saidUntil')}
        date={filters.saidUntil}
        onDate={(saidUntil) => lookFor({ saidUntil })}
      />
    </fieldset>
  )
}

/** Asked for as soon as it is a date; the empty field asks for none. */
function SaidDate({
  label,
  date,
  onDate,
}: {
  label: string
  date: string | null
  onDate: (date: string | null) => void
}) {
  const [typed, setTyped] = useState(date ?? '')
  return (
    <DateField
      label={label}
      value={typed}
      placeholder="2025-05"
      onChange={(text) => {
        setTyped(text)
        const wanted = text.trim()
        if (wanted === '') onDate(null)
        else if (isEdtf(wanted)) onDate(wanted)
      }}
    />
  )
}

function Branches({ comparison, filters }: { comparison: ComparisonReading; filters: ComparisonFilters }) {
  const say = useSay()
  const nameOf = useChoiceNames(comparison)
  const options = comparison.issues
    .filter(({ id }) => !filters.branches.includes(id))
    .map(({ id, number, title }) => ({ id, label: `${number} ${title}` }))
  return (
    <fieldset className={styles.list}>
      <legend>{say('finding.part.branches')}</legend>
      {filters.branches.map((id) => (
        <Button key={id} look="quiet" onPress={() => lookFor(without(filters, 'branches', id))}>
          {nameOf('branches', id)} ×
        </Button>
      ))}
      <ComboField
        label={say('finding.addBranch')}
        value={null}
        options={options}
        onChange={(id) => id !== null && lookFor(withChoice(filters, 'branches', id))}
      />
    </fieldset>
  )
}
