import { conditionRelation, type Condition } from '../../../../../app/model/position'
import { ComboField } from '../../../../elements/fields/combo-field'
import { SelectField } from '../../../../elements/fields/select-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useSay } from '../../../../state/application'
import { ItemList, type Keyed } from './item-list'
import { usePartyOptions } from './options'

export type NewCondition = Pick<Condition, 'relation' | 'text' | 'byPartyId'>

/** The conditions of a position or event that is not recorded yet. */
export function NewConditions(props: {
  value: Keyed<NewCondition>[]
  onChange: (value: Keyed<NewCondition>[]) => void
}) {
  const say = useSay()
  const partyOptions = usePartyOptions()
  return (
    <ItemList<NewCondition>
      legend={say('editing.conditions')}
      addLabel={say('pane.addCondition')}
      removeLabel={say('editing.removeCondition')}
      blank={() => ({ relation: 'only if', text: '', byPartyId: null })}
      {...props}
    >
      {(condition, change) => (
        <>
          <SelectField
            label={say('field.relation')}
            value={condition.relation}
            onChange={(relation) => relation && change({ relation })}
            options={conditionRelation.options.map((each) => ({
              value: each,
              label: say(`relation.${each}`),
            }))}
          />
          <TextField
            label={say('field.conditionText')}
            isMultiline
            value={condition.text}
            onChange={(text) => change({ text })}
          />
          <ComboField
            label={say('field.byPartyId')}
            options={partyOptions}
            value={condition.byPartyId}
            onChange={(byPartyId) => change({ byPartyId })}
          />
        </>
      )}
    </ItemList>
  )
}
