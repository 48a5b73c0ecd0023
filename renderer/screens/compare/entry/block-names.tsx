import { nameKey, type BlockLine, type NameChoice } from '../../../../app/rules/block-lines'
import { firstOf } from '../../../../app/rules/first-of'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import type { BlockChoices, BlockPlan } from '../../../../app/rules/pasted-block'
import { columnLetters } from '../../../../app/rules/tab-separated'
import { Button } from '../../../elements/button'
import { SelectField } from '../../../elements/fields/select-field'
import { useSay } from '../../../state/application'
import styles from './block-sheet.module.css'

type Names = BlockChoices['names']
type NamesProps = {
  plan: BlockPlan
  comparison: ComparisonReading
  value: Names
  onChange: (names: Names) => void
}

/** Headers that the dossier has no name for, each with what it may be. */
export function BlockNames({ plan, comparison, value, onChange }: NamesProps) {
  const { issues, parties, areRowsIssues } = plan.lines
  return (
    <>
      <NamesOf
        kind="party"
        lines={parties}
        isRow={!areRowsIssues}
        known={comparison.parties.map(({ id, name }) => ({ id, name }))}
        value={value}
        onChange={onChange}
      />
      <NamesOf
        kind="issue"
        lines={issues}
        isRow={areRowsIssues}
        known={comparison.issues.map(({ id, number, title }) => ({ id, name: `${number} ${title}` }))}
        value={value}
        onChange={onChange}
      />
    </>
  )
}

function NamesOf({
  kind,
  lines,
  isRow,
  known,
  value,
  onChange,
}: {
  kind: 'issue' | 'party'
  lines: readonly BlockLine<string>[]
  isRow: boolean
  known: readonly { id: string; name: string }[]
  value: Names
  onChange: (names: Names) => void
}) {
  const say = useSay()
  // What was chosen stays in the list, so that it can be chosen again.
  const asked = lines.filter(
    ({ header, state }) => state === 'undecided' || (header && value[nameKey(kind, header)] !== undefined),
  )
  if (asked.length === 0) return null
  const chooseAll = (choice: NameChoice) =>
    onChange({ ...value, ...Object.fromEntries(asked.map(({ header }) => [nameKey(kind, header!), choice])) })
  const title = say(`entry.unknown.${kind}`)
  const shown = firstOf(asked, mostAsked)
  return (
    <section className={styles.names} aria-label={title}>
      <h3>{title}</h3>
      {asked.length > 1 && (
        <div className={styles.all}>
          <Button look="link" onPress={() => chooseAll({ kind: 'new' })}>
            {say(`entry.allNew.${kind}`)}
          </Button>
          <Button look="link" onPress={() => chooseAll({ kind: 'skip' })}>
            {say('entry.allSkip')}
          </Button>
        </div>
      )}
      {shown.map(({ at, header }) => {
        const key = nameKey(kind, header!)
        const place = isRow
          ? say('entry.row', { row: at + 1 })
          : say('entry.column', { column: columnLetters(at) })
        return (
          <SelectField
            key={at}
            label={say('entry.unknownAt', { name: header!, place })}
            value={choiceKey(value[key])}
            emptyLabel={say('entry.decide')}
            onChange={(chosen) => onChange(withChoice(value, key, chosen))}
            options={[
              {
                value: 'new',
                label: say(kind === 'party' ? 'entry.decide.newParty' : 'entry.decide.newIssue'),
              },
              { value: 'skip', label: say('entry.decide.skip') },
              ...known.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )
      })}
      {asked.length > shown.length && <p>{say('entry.moreNames', { count: asked.length - shown.length })}</p>}
    </section>
  )
}

/** One field each; beyond, all are chosen together. */
const mostAsked = 8

const choiceKey = (choice: NameChoice | undefined): string | null =>
  choice === undefined ? null : choice.kind === 'is' ? choice.id : choice.kind

function withChoice(names: Names, key: string, chosen: string | null): Names {
  const { [key]: _before, ...others } = names
  if (chosen === null) return others
  const choice: NameChoice =
    chosen === 'new' || chosen === 'skip' ? { kind: chosen } : { kind: 'is', id: chosen }
  return { ...others, [key]: choice }
}
