import { rowStatus, type Issue, type IssueId, type Mark } from '../../../../../app/model/issue'
import { AppError } from '../../../../../app/errors'
import { ComboField } from '../../../../elements/fields/combo-field'
import { SelectField } from '../../../../elements/fields/select-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useSay } from '../../../../state/application'
import { useQuery } from '../../../../state/use-query'
import { wouldLoop } from '../../../../../app/rules/issue-tree'
import styles from './forms.module.css'
import { ItemList, keyed, type Keyed } from './item-list'
import { useIssueOptions } from './options'
import { partChanges } from './part-changes'
import { RecordForm } from './record-form'
import { percentOrNull, useDraft } from './use-draft'

export function IssueSheet({ id, parentId }: { id: IssueId | null; parentId: IssueId | null }) {
  const issues = useQuery('issue.list', {}).value
  const marks = useQuery('mark.list', id === null ? null : { issueId: id }).value
  if (issues === undefined || (id !== null && marks === undefined)) return null
  const known = issues.find((issue) => issue.id === id) ?? null
  return <IssueForm known={known} issues={issues} marks={marks ?? []} parentId={parentId} />
}

type MarkDraft = { id: Mark['id'] | null; at: string; wording: string }

function IssueForm(props: {
  known: Issue | null
  issues: readonly Issue[]
  marks: readonly Mark[]
  parentId: IssueId | null
}) {
  const { known, issues, marks, parentId } = props
  const say = useSay()
  const api = useApi()
  const { draft, bind, set } = useDraft(() => ({
    title: known?.title ?? '',
    question: known?.question ?? '',
    number: known?.number ?? '',
    parentId: known === null ? parentId : known.parentId,
    status: known?.status ?? 'open',
    landingZone: known?.landingZone ?? '',
    commonGround: known?.commonGround ?? '',
    note: known?.note ?? '',
    scaleLow: known?.scaleLow ?? '',
    scaleHigh: known?.scaleHigh ?? '',
    marks: marks
      .toSorted((a, b) => a.at - b.at)
      .map(({ id, at, wording }): Keyed<MarkDraft> => keyed({ id, at: String(at), wording })),
  }))
  const parentOf = (id: IssueId) => issues.find((issue) => issue.id === id)?.parentId ?? null
  const parents = useIssueOptions().filter(
    ({ id }) => known === null || !wouldLoop(parentOf, { issueId: known.id, parentId: id }),
  )

  async function record(): Promise<string> {
    const { marks: wanted, ...rest } = draft
    const number = rest.number.trim() === '' ? null : rest.number
    const mark = partChanges(marks, wanted.map(readMark))
    const id = known?.id ?? null
    return (await api.call('issue.save', { ...rest, id, number, parts: { mark } })).id
  }

  return (
    <RecordForm title={say(known === null ? 'editing.newIssue' : 'editing.editIssue')} onRecord={record}>
      <TextField label={say('field.title')} isWrapped {...bind('title')} />
      <TextField label={say('field.question')} isMultiline {...bind('question')} />
      <TextField label={say('field.number')} placeholder={say('editing.numberHint')} {...bind('number')} />
      <ComboField
        label={say('field.parentId')}
        options={parents}
        placeholder={say('editing.atTheTop')}
        {...bind('parentId')}
      />
      <SelectField
        label={say('field.status')}
        value={draft.status}
        onChange={(status) => status && set({ status })}
        options={rowStatus.options.map((value) => ({ value, label: say(`status.${value}`) }))}
      />
      <fieldset className={styles.group}>
        <legend>{say('editing.scale')}</legend>
        <TextField label={say('field.scaleLow')} {...bind('scaleLow')} />
        <TextField label={say('field.scaleHigh')} {...bind('scaleHigh')} />
      </fieldset>
      <Marks {...bind('marks')} />
      <TextField label={say('field.commonGround')} isMultiline {...bind('commonGround')} />
      <TextField label={say('field.landingZone')} isMultiline {...bind('landingZone')} />
      <TextField label={say('field.note')} isMultiline {...bind('note')} />
    </RecordForm>
  )
}

function Marks(props: { value: Keyed<MarkDraft>[]; onChange: (value: Keyed<MarkDraft>[]) => void }) {
  const say = useSay()
  return (
    <ItemList<MarkDraft>
      legend={say('editing.marks')}
      addLabel={say('editing.addMark')}
      removeLabel={say('editing.removeMark')}
      blank={() => ({ id: null, at: '', wording: '' })}
      {...props}
    >
      {(mark, change) => (
        <>
          <TextField
            label={say('field.at')}
            isNumeric
            placeholder={say('editing.scaleHint')}
            value={mark.at}
            onChange={(at) => change({ at })}
          />
          <TextField
            label={say('field.wording')}
            value={mark.wording}
            onChange={(wording) => change({ wording })}
          />
        </>
      )}
    </ItemList>
  )
}

function readMark({ id, at, wording }: MarkDraft) {
  const place = percentOrNull(at, 'at')
  if (place === null) throw new AppError('invalid-input', { field: 'at', problem: 'empty' })
  return { id, at: place, wording }
}
