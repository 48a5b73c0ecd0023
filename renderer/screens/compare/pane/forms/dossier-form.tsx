import { knownMarkings, type Dossier } from '../../../../../app/model/dossier'
import { DateField } from '../../../../elements/fields/date-field'
import { SelectField } from '../../../../elements/fields/select-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useSay } from '../../../../state/application'
import { useQuery } from '../../../../state/use-query'
import { RecordForm } from './record-form'
import { asText, dateOrNull, useDraft } from './use-draft'

export function DossierSheet() {
  const known = useQuery('dossier.get', {}).value
  return known === undefined ? null : <DossierForm known={known} />
}

/** The author's own words, which no known marking is. */
const own = 'own'

function DossierForm({ known }: { known: Dossier }) {
  const say = useSay()
  const api = useApi()
  const { draft, bind, set } = useDraft(() => {
    const { title, question, language, marking, author, asOf } = known
    const preset = knownMarkings.find((each) => each === marking) ?? own
    const ownMarking = preset === own ? marking : ''
    return { title, question, language, preset, ownMarking, author, asOf: asText(asOf) }
  })

  async function record(): Promise<string> {
    const { preset, ownMarking, asOf, ...given } = draft
    const marking = preset === own ? ownMarking : preset
    return (await api.call('dossier.change', { ...given, marking, asOf: dateOrNull(asOf) })).id
  }
  return (
    <RecordForm title={say('editing.editDossier')} onRecord={record}>
      <TextField label={say('field.title')} isWrapped {...bind('title')} />
      <TextField label={say('field.question')} isMultiline {...bind('question')} />
      <DateField label={say('field.readAsOf')} {...bind('asOf')} />
      <SelectField
        label={say('field.marking')}
        value={draft.preset}
        onChange={(preset) => preset && set({ preset })}
        options={[
          ...knownMarkings.map((value) => ({ value, label: say(`marking.${value}`) })),
          { value: own, label: say('editing.ownMarking') },
        ]}
      />
      {draft.preset === own && <TextField label={say('field.ownMarking')} {...bind('ownMarking')} />}
      <TextField label={say('field.author.dossier')} {...bind('author')} />
      <TextField
        label={say('field.language')}
        placeholder={say('editing.languageHint')}
        {...bind('language')}
      />
    </RecordForm>
  )
}
