import type { ReactNode } from 'react'
import { conditionRelation, type Condition } from '../../../../../app/model/position'
import { ComboField } from '../../../../elements/fields/combo-field'
import { SelectField } from '../../../../elements/fields/select-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useSay } from '../../../../state/application'
import { ItemList, type Keyed } from './item-list'
import { usePartyOptions } from './options'

export type NewCondition = Pick<Condition, 'relation' | 'text' | 'byPartyId'>
export const blankCondition: NewCondition = { relation: 'only if', text: '', byPartyId: null }

/** The conditions of a position or event, in its own form; what else belongs to each follows its fields. */
export function ConditionList<Item extends NewCondition>(props: {
  value: Keyed<Item>[]
  onChange: (value: Keyed<Item>[]) => void
  blank: () => Item
  children?: (condition: Item, change: (changes: Partial<Item>) => void) => ReactNode
}) {
  const { children, ...list } = props
  const say = useSay()
  return (
    <ItemList<Item>
      legend={say('editing.conditions')}
      addLabel={say('pane.addCondition')}
      removeLabel={say('editing.removeCondition')}
      {...list}
    >
      {(condition, change) => (
        <>
          {/* The three fields are every condition's; that some of them change some of it TypeScript cannot see. */}
          <ConditionFields value={condition} onChange={(changes) => change(changes as Partial<Item>)} />
          {children?.(condition, change)}
        </>
      )}
    </ItemList>
  )
}

function ConditionFields(props: { value: NewCondition; onChange: (changes: Partial<NewCondition>) => void }) {
  const { value, onChange } = props
  const say = useSay()
  return (
    <>
      <SelectField
        label={say('field.relation')}
        value={value.relation}
        onChange={(relation) => relation && onChange({ relation })}
        options={conditionRelation.options.map((each) => ({ value: each, label: say(`relation.${each}`) }))}
      />
      <TextField
        label={say('field.conditionText')}
        isMultiline
        value={value.text}
        onChange={(text) => onChange({ text })}
      />
      <ComboField
        label={say('field.byPartyId')}
        options={usePartyOptions()}
        value={value.byPartyId}
        onChange={(byPartyId) => onChange({ byPartyId })}
      />
    </>
  )
}
