import type { KeyboardEvent } from 'react'
import { basis, firmness, positionKind } from '../../../../app/model/position'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { keyLabel } from '../../../actions/action'
import { KindMark } from '../../../elements/kind-mark'
import { useSay } from '../../../state/application'
import styles from './cell-editor.module.css'
import { draftChanges, positionsAt, type EditedCell } from '../../../state/cell-editing'

/** Under the words, quietly: what kind it is, whom it is to, how firm, and on what it rests; each with its key. */
export function PositionLine({
  edited,
  comparison,
  onDone,
}: {
  edited: EditedCell
  comparison: ComparisonReading
  /** Something was chosen; the keys go back to the words. */
  onDone: () => void
}) {
  const say = useSay()
  const { draft, place, positionId } = edited
  if (place.kind !== 'cell') return null
  const others = comparison.parties.filter(({ id }) => id !== place.partyId)
  const ids = positionsAt(place).map(({ id }) => id)

  return (
    <div className={styles.line}>
      <div className={styles.kinds} role="radiogroup" aria-label={say('field.kind')}>
        {positionKind.options.map((kind, at) => (
          <button
            key={kind}
            type="button"
            role="radio"
            aria-checked={draft.kind === kind}
            aria-keyshortcuts={`Control+${at + 1}`}
            aria-label={say(`kind.${kind}`)}
            title={`${say(`kind.${kind}`)} ${keyLabel(`Mod+${at + 1}`)}`}
            tabIndex={-1}
            className={styles.kind}
            onClick={() => {
              draftChanges({ kind })
              onDone()
            }}
          >
            <KindMark kind={kind} />
          </button>
        ))}
        <span className={styles.kindName}>{say(`kind.${draft.kind}`)}</span>
        <kbd>{keyLabel('Mod+1')}–5</kbd>
      </div>
      <Choice
        label={say('field.addresseeId')}
        hotkey="Mod+6"
        value={draft.addresseeId ?? ''}
        options={[
          { value: '', label: say('entry.toNobody') },
          ...others.map(({ id, shortName }) => ({ value: id, label: say('entry.to', { party: shortName }) })),
        ]}
        onChange={(value) => draftChanges({ addresseeId: others.find(({ id }) => id === value)?.id ?? null })}
        onDone={onDone}
      />
      <Choice
        label={say('field.firmness')}
        hotkey="Mod+7"
        value={draft.firmness}
        options={firmness.options.map((value) => ({
          value,
          label: value === 'unstated' ? say('entry.firmness.unstated') : say(`firmness.${value}`),
        }))}
        onChange={(value) => draftChanges({ firmness: firmness.parse(value) })}
        onDone={onDone}
      />
      <Choice
        label={say('field.basis')}
        hotkey="Mod+8"
        value={draft.basis}
        options={basis.options.map((value) => ({ value, label: say(`basis.${value}`) }))}
        onChange={(value) => draftChanges({ basis: basis.parse(value) })}
        onDone={onDone}
      />
      {positionId !== null && ids.length > 1 && (
        <span className={styles.several}>
          {say('entry.ofSeveral', { at: ids.indexOf(positionId) + 1, count: ids.length })} <kbd>↓</kbd>
        </span>
      )}
    </div>
  )
}

/** A list that opens in place and is typed into, as the system has it: it closes without leaving the editor. */
function Choice({
  label,
  hotkey,
  value,
  options,
  onChange,
  onDone,
}: {
  label: string
  hotkey: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
  onDone: () => void
}) {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // Back to the words; there these keys write and leave.
    event.preventDefault()
    event.stopPropagation()
    onDone()
  }
  return (
    <label className={styles.choice}>
      <select
        aria-label={label}
        title={`${label} ${keyLabel(hotkey)}`}
        aria-keyshortcuts={hotkey.replace('Mod', 'Control')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <kbd aria-hidden="true">{keyLabel(hotkey)}</kbd>
    </label>
  )
}
