import { Label, Radio, RadioGroup } from 'react-aria-components'
import { AppError } from '../../../../../app/errors'
import {
  partyColour,
  partyRole,
  type Membership,
  type Party,
  type PartyColour,
  type PartyId,
} from '../../../../../app/model/party'
import { ChoiceField } from '../../../../elements/fields/choice-field'
import { ComboField } from '../../../../elements/fields/combo-field'
import { DateField } from '../../../../elements/fields/date-field'
import fieldStyles from '../../../../elements/fields/field.module.css'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useSay } from '../../../../state/application'
import { useQuery } from '../../../../state/use-query'
import styles from './forms.module.css'
import { ItemList, keyed, type Keyed } from './item-list'
import { usePartyOptions } from './options'
import { partChanges } from './part-changes'
import { RecordForm } from './record-form'
import { asText, dateOrNull, useDraft } from './use-draft'

export function PartySheet({ id }: { id: PartyId | null }) {
  const parties = useQuery('party.list', {}).value
  const members = useQuery('membership.list', id === null ? null : { coalitionId: id }).value
  if (parties === undefined || (id !== null && members === undefined)) return null
  const known = parties.find((party) => party.id === id) ?? null
  const free = partyColour.options.find((colour) => !parties.some((party) => party.colour === colour))
  return <PartyForm known={known} members={members ?? []} freeColour={free ?? 'rose'} />
}

type MemberDraft = { id: Membership['id'] | null; memberId: PartyId | null; from: string; until: string }

function PartyForm(props: { known: Party | null; members: readonly Membership[]; freeColour: PartyColour }) {
  const { known, members, freeColour } = props
  const say = useSay()
  const api = useApi()
  const { draft, bind } = useDraft(() => ({
    name: known?.name ?? '',
    shortName: known?.shortName ?? '',
    role: known?.role ?? 'principal',
    colour: known?.colour ?? freeColour,
    note: known?.note ?? '',
    members: members.map(
      ({ id, memberId, from, until }): Keyed<MemberDraft> =>
        keyed({ id, memberId, from: asText(from), until: asText(until) }),
    ),
  }))

  async function record(): Promise<string> {
    const { members: wanted, ...rest } = draft
    const shortName = rest.shortName.trim() === '' ? rest.name : rest.shortName
    const membership = partChanges(members, wanted.map(readMember))
    const id = known?.id ?? null
    return (await api.call('party.save', { ...rest, id, shortName, parts: { membership } })).id
  }

  return (
    <RecordForm title={say(known === null ? 'editing.newParty' : 'editing.editParty')} onRecord={record}>
      <TextField label={say('field.name')} {...bind('name')} />
      <TextField
        label={say('field.shortName')}
        placeholder={say('editing.shortNameHint')}
        {...bind('shortName')}
      />
      <ChoiceField
        label={say('field.role')}
        isStacked
        choices={partyRole.options.map((value) => ({ value, label: say(`role.${value}`) }))}
        {...bind('role')}
      />
      <ColourField {...bind('colour')} />
      <Members ownId={known?.id ?? null} {...bind('members')} />
      <TextField label={say('field.note')} isMultiline {...bind('note')} />
    </RecordForm>
  )
}

function ColourField({ value, onChange }: { value: PartyColour; onChange: (value: PartyColour) => void }) {
  const say = useSay()
  return (
    <RadioGroup
      className={`${fieldStyles.row} ${fieldStyles.stacked}`}
      orientation="horizontal"
      value={value}
      // Only the colours below can be chosen.
      onChange={(colour) => onChange(colour as PartyColour)}
    >
      <Label className={fieldStyles.label}>{say('field.colour')}</Label>
      <div>
        <div className={styles.swatches}>
          {partyColour.options.map((colour) => (
            <Radio
              key={colour}
              value={colour}
              className={styles.swatch}
              data-colour={colour}
              aria-label={say(`colour.${colour}`)}
            >
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <path d="M1 5.5L4 8.5 9 1.5" />
              </svg>
            </Radio>
          ))}
        </div>
        <span className={fieldStyles.below}>{say(`colour.${value}`)}</span>
      </div>
    </RadioGroup>
  )
}

function Members(props: {
  ownId: PartyId | null
  value: Keyed<MemberDraft>[]
  onChange: (value: Keyed<MemberDraft>[]) => void
}) {
  const { ownId, ...list } = props
  const say = useSay()
  const partyOptions = usePartyOptions(ownId ?? undefined)
  return (
    <ItemList<MemberDraft>
      legend={say('editing.members')}
      addLabel={say('editing.addMember')}
      removeLabel={say('editing.removeMember')}
      blank={() => ({ id: null, memberId: null, from: '', until: '' })}
      {...list}
    >
      {(member, change) => (
        <>
          <ComboField
            label={say('field.memberId')}
            options={partyOptions}
            value={member.memberId}
            onChange={(memberId) => change({ memberId })}
          />
          <DateField label={say('field.from')} value={member.from} onChange={(from) => change({ from })} />
          <DateField
            label={say('field.until')}
            value={member.until}
            onChange={(until) => change({ until })}
          />
        </>
      )}
    </ItemList>
  )
}

function readMember({ id, memberId, from, until }: MemberDraft) {
  if (memberId === null) throw new AppError('invalid-input', { field: 'memberId', problem: 'empty' })
  return { id, memberId, from: dateOrNull(from), until: dateOrNull(until) }
}
