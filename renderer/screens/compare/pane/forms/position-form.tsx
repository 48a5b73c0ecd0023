import type { IssueId } from '../../../../../app/model/issue'
import type { PartyId } from '../../../../../app/model/party'
import {
  basis,
  firmness,
  positionKind,
  stance,
  type Condition,
  type Position,
  type PositionId,
} from '../../../../../app/model/position'
import { recordDefaults } from '../../../../../app/model/record-defaults'
import { CheckField } from '../../../../elements/fields/check-field'
import { ChoiceField } from '../../../../elements/fields/choice-field'
import { ComboField } from '../../../../elements/fields/combo-field'
import { DateField } from '../../../../elements/fields/date-field'
import { SelectField } from '../../../../elements/fields/select-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useSay } from '../../../../state/application'
import { useQuery } from '../../../../state/use-query'
import { blankCondition, ConditionList, type NewCondition } from './condition-list'
import styles from './forms.module.css'
import { keyed, type Keyed } from './item-list'
import { usePartyOptions } from './options'
import { RecordForm } from './record-form'
import { asText, changedFields, dateOrNull, percentOrNull, useDraft } from './use-draft'

type Place = { issueId: IssueId; partyId: PartyId }

export function PositionSheet({
  id,
  issueId,
  partyId,
  firstWords,
  supersedesId,
}: Place & { id: PositionId | null; firstWords?: string; supersedesId?: PositionId }) {
  const known = useQuery('position.get', id === null ? null : { id }).value
  const older = useQuery('position.get', supersedesId === undefined ? null : { id: supersedesId }).value
  const olderConditions = useQuery(
    'condition.list',
    supersedesId === undefined ? null : { positionId: supersedesId },
  ).value
  if (id !== null && known === undefined) return null
  if (supersedesId !== undefined && (older === undefined || olderConditions === undefined)) return null
  return (
    <PositionForm
      place={{ issueId, partyId }}
      known={known ?? null}
      initial={
        older && olderConditions
          ? successorOf(older, olderConditions)
          : draftOf(known ?? { ...blank, text: firstWords ?? '' })
      }
      isSuccessor={supersedesId !== undefined}
    />
  )
}

const blank = { ...recordDefaults.position, kind: 'demand' as Position['kind'], text: '' }

function draftOf(position: Omit<Position, 'id' | 'issueId' | 'partyId' | 'sortOrder'>) {
  const { atLow, atHigh, salience, from, until } = position
  return {
    ...position,
    atLow: asText(atLow),
    atHigh: asText(atHigh),
    salience: asText(salience),
    from: asText(from),
    until: asText(until),
    conditions: [] as Keyed<NewCondition>[],
  }
}
type PositionDraft = ReturnType<typeof draftOf>

/** A newer position begins as the older one, but for its dates and for what was thought of that one. */
function successorOf(older: Position, conditions: readonly Condition[]): PositionDraft {
  const begun = { ...older, from: null, until: null, assessment: '', whyMoved: '', needsResearch: false }
  return {
    ...draftOf({ ...begun, supersedesId: older.id }),
    conditions: conditions.map(({ relation, text, byPartyId }) => keyed({ relation, text, byPartyId })),
  }
}

/** Every field of a position. Conditions of a new one are recorded with it; later ones have their own form. */
function PositionForm({
  place,
  known,
  initial,
  isSuccessor,
}: {
  place: Place
  known: Position | null
  initial: PositionDraft
  isSuccessor: boolean
}) {
  const say = useSay()
  const api = useApi()
  const form = useDraft<PositionDraft>(() => initial)
  const { draft, bind } = form
  const partyOptions = usePartyOptions(place.partyId)
  const about = useAbout(place)
  const words = (area: 'kind', values: readonly Position['kind'][]) =>
    values.map((value) => ({ value, label: say(`${area}.${value}`) }))

  async function record(): Promise<string> {
    const { conditions, ...given } = givenFrom(draft)
    if (known !== null) {
      // What was not touched here may have been changed elsewhere meanwhile, and stays so.
      const changes = changedFields(given, givenFrom(form.first))
      return (await api.call('position.change', { id: known.id, ...changes })).id
    }
    return (await api.call('position.record', { ...given, ...place, conditions })).id
  }

  return (
    <RecordForm
      title={say(
        known !== null ? 'editing.editPosition' : isSuccessor ? 'life.newer' : 'editing.newPosition',
      )}
      about={about}
      onRecord={record}
      textLabel={say('field.summary')}
    >
      <TextField label={say('field.summary')} isMultiline {...bind('text')} />
      <ChoiceField
        label={say('field.kind')}
        isStacked
        choices={words('kind', positionKind.options)}
        {...bind('kind')}
      />
      <ComboField
        label={say('field.addresseeId')}
        options={partyOptions}
        placeholder={say('editing.noAddressee')}
        {...bind('addresseeId')}
      />
      <ChoiceField
        label={say('field.firmness')}
        isStacked
        choices={firmness.options.map((value) => ({ value, label: say(`firmness.${value}`) }))}
        {...bind('firmness')}
      />
      <ChoiceField
        label={say('field.basis')}
        choices={basis.options.map((value) => ({ value, label: say(`basis.${value}`) }))}
        {...bind('basis')}
        isStacked
        hint={say(`editing.basis.${draft.basis}`)}
      />
      {known === null && <ConditionList blank={() => blankCondition} {...bind('conditions')} />}
      <details className={styles.more} open={isSuccessor || (known !== null && hasMore(known))}>
        <summary>{say('editing.moreFields')}</summary>
        <MoreOfPosition form={form} place={place} known={known} />
      </details>
    </RecordForm>
  )
}

function MoreOfPosition({
  form: { draft, bind },
  place,
  known,
}: {
  form: ReturnType<typeof useDraft<PositionDraft>>
  place: Place
  known: Position | null
}) {
  const say = useSay()
  const older = useQuery('position.list', place).value ?? []
  return (
    <>
      <SelectField
        label={say('field.stance')}
        options={stance.options.map((value) => ({ value, label: say(`stance.${value}`) }))}
        emptyLabel={say('editing.notSaid')}
        {...bind('stance')}
      />
      <DateField label={say('field.from')} {...bind('from')} />
      <DateField label={say('field.until')} {...bind('until')} />
      <TextField
        label={say('field.atLow')}
        isNumeric
        placeholder={say('editing.scaleHint')}
        {...bind('atLow')}
      />
      <TextField
        label={say('field.atHigh')}
        isNumeric
        placeholder={say('editing.scaleHint')}
        {...bind('atHigh')}
      />
      <TextField
        label={say('field.salience')}
        isNumeric
        placeholder={say('editing.salienceHint')}
        {...bind('salience')}
      />
      <ComboField
        label={say('field.supersedesId')}
        options={older.filter(({ id }) => id !== known?.id).map(({ id, text }) => ({ id, label: text }))}
        placeholder={say('editing.supersedesNone')}
        {...bind('supersedesId')}
      />
      {draft.supersedesId !== null && (
        <TextField
          label={say('field.whyMoved')}
          isMultiline
          placeholder={say('editing.whyMovedHint')}
          {...bind('whyMoved')}
        />
      )}
      <TextField
        label={say('field.assessment')}
        isMultiline
        placeholder={say('editing.assessmentHint')}
        {...bind('assessment')}
      />
      <CheckField label={say('field.needsResearch')} {...bind('needsResearch')} />
    </>
  )
}

function givenFrom({ from, until, atLow, atHigh, salience, conditions, ...rest }: PositionDraft) {
  const {
    kind,
    addresseeId,
    text,
    stance,
    firmness,
    basis,
    supersedesId,
    whyMoved,
    assessment,
    needsResearch,
  } = rest
  return {
    kind,
    addresseeId,
    text,
    stance,
    firmness,
    basis,
    supersedesId,
    whyMoved: supersedesId === null ? '' : whyMoved,
    assessment,
    needsResearch,
    atLow: percentOrNull(atLow, 'atLow'),
    atHigh: percentOrNull(atHigh === '' ? atLow : atHigh, 'atHigh'),
    salience: percentOrNull(salience, 'salience'),
    from: dateOrNull(from),
    until: dateOrNull(until),
    conditions: conditions.map(
      ({ key: _key, ...condition }): Pick<Condition, 'relation' | 'text' | 'byPartyId'> => condition,
    ),
  }
}

/** Whether any of the folded fields holds something. */
function hasMore(position: Position): boolean {
  const { stance, atLow, salience, from, until, supersedesId, assessment, needsResearch } = position
  return (
    [stance, atLow, salience, from, until, supersedesId].some((value) => value !== null) ||
    assessment !== '' ||
    needsResearch
  )
}

/** Which cell a form is about: the party and the issue by name. */
export function useAbout({ issueId, partyId }: Place): string | undefined {
  const say = useSay()
  const issue = useQuery('issue.get', { id: issueId }).value
  const party = useQuery('party.get', { id: partyId }).value
  return issue && party ? say('pane.cellTitle', { party: party.shortName, issue: issue.title }) : undefined
}
