import type { Affiliation, Speaker, SpeakerId } from '../../../../../app/model/speaker'
import type { PartyId } from '../../../../../app/model/party'
import { AppError } from '../../../../../app/errors'
import { CheckField } from '../../../../elements/fields/check-field'
import { ComboField } from '../../../../elements/fields/combo-field'
import { DateField } from '../../../../elements/fields/date-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useSay } from '../../../../state/application'
import { useQuery } from '../../../../state/use-query'
import { ItemList, keyed, type Keyed } from './item-list'
import { usePartyOptions } from './options'
import { partChanges } from './part-changes'
import { RecordForm } from './record-form'
import { asText, dateOrNull, useDraft } from './use-draft'

export function SpeakerSheet({ id }: { id: SpeakerId | null }) {
  const known = useQuery('speaker.get', id === null ? null : { id }).value
  const affiliations = useQuery('affiliation.list', id === null ? null : { speakerId: id }).value
  if (id !== null && (known === undefined || affiliations === undefined)) return null
  return <SpeakerForm known={known ?? null} affiliations={affiliations ?? []} />
}

type AffiliationDraft = {
  id: Affiliation['id'] | null
  partyId: PartyId | null
  office: string
  from: string
  until: string
}
const blankAffiliation: AffiliationDraft = { id: null, partyId: null, office: '', from: '', until: '' }

/** A person or office by name, or an anonymous source by what is said of it; and whom it speaks for, when. */
function SpeakerForm({
  known,
  affiliations,
}: {
  known: Speaker | null
  affiliations: readonly Affiliation[]
}) {
  const say = useSay()
  const api = useApi()
  const { draft, bind } = useDraft(() => ({
    name: known?.name ?? '',
    description: known?.description ?? '',
    isAnonymous: known?.isAnonymous ?? false,
    note: known?.note ?? '',
    affiliations: affiliations.map(
      ({ id, partyId, office, from, until }): Keyed<AffiliationDraft> =>
        keyed({ id, partyId, office, from: asText(from), until: asText(until) }),
    ),
  }))

  async function record(): Promise<string> {
    const { affiliations: wanted, ...rest } = draft
    const name = draft.isAnonymous || draft.name.trim() === '' ? null : draft.name
    const affiliation = partChanges(affiliations, wanted.map(readAffiliation))
    const id = known?.id ?? null
    return (await api.call('speaker.save', { ...rest, id, name, parts: { affiliation } })).id
  }

  return (
    <RecordForm title={say(known === null ? 'editing.newSpeaker' : 'editing.editSpeaker')} onRecord={record}>
      {!draft.isAnonymous && <TextField label={say('field.name')} {...bind('name')} />}
      <TextField
        label={say('field.description')}
        hint={draft.isAnonymous ? say('editing.anonymousHint') : undefined}
        {...bind('description')}
      />
      <CheckField label={say('field.isAnonymous')} {...bind('isAnonymous')} />
      <Affiliations {...bind('affiliations')} />
      <TextField label={say('field.note')} isMultiline {...bind('note')} />
    </RecordForm>
  )
}

function Affiliations(props: {
  value: Keyed<AffiliationDraft>[]
  onChange: (value: Keyed<AffiliationDraft>[]) => void
}) {
  const say = useSay()
  const partyOptions = usePartyOptions()
  return (
    <ItemList<AffiliationDraft>
      legend={say('editing.affiliations')}
      addLabel={say('editing.addAffiliation')}
      removeLabel={say('editing.removeAffiliation')}
      blank={() => blankAffiliation}
      {...props}
    >
      {(affiliation, change) => (
        <>
          <ComboField
            label={say('field.affiliationParty')}
            options={partyOptions}
            value={affiliation.partyId}
            onChange={(partyId) => change({ partyId })}
          />
          <TextField
            label={say('field.office')}
            value={affiliation.office}
            onChange={(office) => change({ office })}
          />
          <DateField
            label={say('field.from')}
            value={affiliation.from}
            onChange={(from) => change({ from })}
          />
          <DateField
            label={say('field.until')}
            value={affiliation.until}
            onChange={(until) => change({ until })}
          />
        </>
      )}
    </ItemList>
  )
}

function readAffiliation({ id, partyId, office, from, until }: AffiliationDraft) {
  if (partyId === null) throw new AppError('invalid-input', { field: 'affiliationParty', problem: 'empty' })
  return { id, partyId, office, from: dateOrNull(from), until: dateOrNull(until) }
}
