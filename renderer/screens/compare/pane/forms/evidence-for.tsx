import { ComboField } from '../../../../elements/fields/combo-field'
import { useSay } from '../../../../state/application'
import type { EvidenceTarget } from '../../../../state/compare-view'
import { useQuery } from '../../../../state/use-query'
import { useEventOptions, usePositionOptions } from './options'

/** What the statement bears on: where the form was opened from, or any position or event. */
export function EvidenceFor({
  value,
  onChange,
}: {
  value: EvidenceTarget | null
  onChange: (value: EvidenceTarget | null) => void
}) {
  const say = useSay()
  const positions = usePositionOptions()
  const events = useEventOptions()
  const conditionId = value !== null && 'conditionId' in value ? value.conditionId : null
  const answerId = value !== null && 'answerId' in value ? value.answerId : null
  const condition = useQuery('condition.get', conditionId === null ? null : { id: conditionId }).value
  const answer = useQuery('answer.get', answerId === null ? null : { id: answerId }).value

  const targets: { id: string; label: string; hint?: string; target: EvidenceTarget }[] = [
    ...(condition
      ? [{ id: condition.id, label: condition.text, target: { conditionId: condition.id } }]
      : []),
    ...(answer
      ? [{ id: answer.id, label: say(`outcome.${answer.outcome}`), target: { answerId: answer.id } }]
      : []),
    ...positions.map((option) => ({ ...option, target: { positionId: option.id } })),
    ...events.map((option) => ({ ...option, target: { eventId: option.id } })),
  ]
  const chosenId = value === null ? null : Object.values(value)[0]!

  return (
    <ComboField
      label={say('field.evidenceFor')}
      options={targets.map(({ target: _target, ...option }) => option)}
      placeholder={say('editing.nothingChosen')}
      value={chosenId}
      onChange={(id) => onChange(targets.find((each) => each.id === id)?.target ?? null)}
    />
  )
}
