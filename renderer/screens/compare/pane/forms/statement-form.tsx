import { AppError } from '../../../../../app/errors'
import {
  evidenceRelation,
  statementForm,
  type Span,
  type Statement,
  type StatementId,
} from '../../../../../app/model/statement'
import { affiliationAt } from '../../../../../app/rules/evidence-item'
import { isEdtf } from '../../../../../app/model/edtf-date'
import type { SourceId } from '../../../../../app/model/source'
import type { SpeakerId } from '../../../../../app/model/speaker'
import { Button } from '../../../../elements/button'
import { ChoiceField } from '../../../../elements/fields/choice-field'
import { ComboField } from '../../../../elements/fields/combo-field'
import { DateField } from '../../../../elements/fields/date-field'
import { GradeField } from '../../../../elements/fields/grade-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useSay } from '../../../../state/application'
import { attempt } from '../../../../state/notice'
import type { EvidenceTarget } from '../../../../state/compare-view'
import { useQuery } from '../../../../state/use-query'
import { openSheetFor } from '../sheet-stack'
import { EvidenceFor } from './evidence-for'
import styles from './forms.module.css'
import { keyed } from './item-list'
import { useEventOptions, useOutletOptions, usePartyOptions, useSpeakerOptions } from './options'
import { PassageChooser } from './passage-chooser'
import { partChanges } from './part-changes'
import { RecordForm } from './record-form'
import { credibilityGrades, draftOf, givenFrom, withSpans, type StatementDraft } from './statement-draft'
import { useDraft } from './use-draft'

type Props = { id: StatementId | null; target: EvidenceTarget | null }

export function StatementSheet({ id, target }: Props) {
  const known = useQuery('statement.get', id === null ? null : { id }).value
  const spans = useQuery('span.list', id === null ? null : { statementId: id }).value
  if (id !== null && (known === undefined || spans === undefined)) return null
  return <StatementForm known={known ?? null} spans={spans ?? []} target={target} />
}

type Form = ReturnType<typeof useDraft<StatementDraft>>

/** An act of saying: the words chosen in their source, who said them, for whom, through what, and what they bear on. */
function StatementForm(props: {
  known: Statement | null
  spans: readonly Span[]
  target: EvidenceTarget | null
}) {
  const { known, spans, target } = props
  const say = useSay()
  const api = useApi()
  const form = useDraft<StatementDraft>(() => draftOf(known, spans, target))
  const { draft, bind } = form

  async function record(): Promise<string> {
    const { sourceId } = draft
    if (sourceId === null) throw new AppError('invalid-input', { field: 'sourceId', problem: 'empty' })
    const given = { ...givenFrom(draft), sourceId }
    const span = partChanges(spans, draft.spans)
    if (known !== null)
      return (await api.call('statement.save', { ...given, id: known.id, parts: { span } })).id
    const evidence = draft.target === null ? [] : [linkTo(draft.target, draft.relation)]
    return (await api.call('statement.record', { ...given, spans: span.added, evidence })).id
  }

  return (
    <RecordForm
      title={say(known === null ? 'editing.newStatement' : 'editing.editStatement')}
      onRecord={record}
      textLabel={say('field.words')}
    >
      <Words form={form} />
      <ChoiceField
        label={say('field.form')}
        choices={statementForm.options.map((value) => ({ value, label: say(`form.${value}`) }))}
        isStacked
        {...bind('form')}
      />
      <WhoSaidIt form={form} />
      <DateField label={say('field.saidOn')} {...bind('saidOn')} />
      <TextField
        label={say('field.saidOnWords')}
        placeholder={say('editing.saidOnWordsHint')}
        {...bind('saidOnWords')}
      />
      <GradeField
        label={say('field.credibility')}
        grades={credibilityGrades}
        words={(grade) => (grade === '6' ? say('pane.notGraded') : say(`credibility.${grade}`))}
        {...bind('credibility')}
      />
      {known === null && (
        <>
          <ChoiceField
            label={say('field.relation')}
            isStacked
            choices={evidenceRelation.options.map((value) => ({ value, label: say(`evidence.${value}`) }))}
            {...bind('relation')}
          />
          <EvidenceFor {...bind('target')} />
        </>
      )}
      <details className={styles.more} open={known !== null && hasMore(known)}>
        <summary>{say('editing.moreFields')}</summary>
        <MoreOfStatement form={form} />
      </details>
    </RecordForm>
  )
}

/** The source, and the words in it. */
function Words({ form: { draft, bind, set } }: { form: Form }) {
  const say = useSay()
  const sources = useQuery('source.list', {}).value ?? []
  const source = sources.find(({ id }) => id === draft.sourceId)
  const choose = (sourceId: SourceId | null) =>
    // Passages stand in one source; in another they would be found nowhere.
    set({ sourceId, ...(sourceId === draft.sourceId ? {} : withSpans(draft, [])) })

  return (
    <>
      <ComboField
        label={say('field.sourceId')}
        options={sources.map(({ id, title }) => ({ id, label: title }))}
        placeholder={say('editing.chooseSource')}
        value={draft.sourceId}
        onChange={choose}
      />
      <div className={styles.itemActs}>
        <Button
          look="link"
          // What comes back is the id of the source that was recorded.
          onPress={() => openSheetFor({ kind: 'source', id: null }, (id) => choose(id as SourceId))}
        >
          {say('editing.newSource')}
        </Button>
      </div>
      {source !== undefined && source.text !== '' && (
        <PassageChooser
          text={source.text}
          label={say('editing.textOf', { title: source.title })}
          onChoose={(passage) =>
            set(withSpans(draft, [...draft.spans, keyed({ ...passage, id: null, page: null })]))
          }
        />
      )}
      {source?.text === '' && <p className={styles.note}>{say('editing.sourceWithoutText')}</p>}
      {draft.spans.length > 0 && (
        <fieldset className={styles.group}>
          <legend>{say('editing.passages')}</legend>
          {draft.spans.map((span) => (
            <div key={span.key} className={styles.item}>
              <p className={styles.said}>{span.exact}</p>
              <div className={styles.itemActs}>
                <Button
                  look="link"
                  onPress={() =>
                    set(
                      withSpans(
                        draft,
                        draft.spans.filter(({ key }) => key !== span.key),
                      ),
                    )
                  }
                >
                  {say('editing.dropPassage')}
                </Button>
              </div>
            </div>
          ))}
        </fieldset>
      )}
      <TextField label={say('field.words')} isMultiline isQuotation {...bind('text')} />
    </>
  )
}

function WhoSaidIt({ form: { draft, bind, set } }: { form: Form }) {
  const say = useSay()
  const api = useApi()
  const speakers = useSpeakerOptions()
  const outlets = useOutletOptions()

  /** Whom a speaker speaks for is by the office held then, unless somebody said otherwise. */
  async function chooseSpeaker(speakerId: SpeakerId | null) {
    set({ speakerId })
    if (speakerId === null || draft.onBehalfOfId !== null) return
    const affiliations = (await attempt(() => api.call('affiliation.list', { speakerId }))) ?? []
    const saidOn = isEdtf(draft.saidOn.trim()) ? draft.saidOn.trim() : null
    const held = affiliationAt(affiliations, { saidOn, partyId: null })
    if (held !== null) set({ onBehalfOfId: held.partyId })
  }

  return (
    <>
      <ComboField
        label={say('field.speakerId')}
        options={speakers.options}
        onCreate={speakers.create}
        placeholder={say('editing.searchOrNew')}
        value={draft.speakerId}
        onChange={(speakerId) => void chooseSpeaker(speakerId)}
      />
      <div className={styles.itemActs}>
        <Button
          look="link"
          onPress={() =>
            // What comes back is the id of the speaker that was recorded.
            openSheetFor(
              { kind: 'speaker', id: draft.speakerId },
              (id) => void chooseSpeaker(id as SpeakerId),
            )
          }
        >
          {say(draft.speakerId === null ? 'editing.newSpeaker' : 'editing.editSpeaker')}
        </Button>
      </div>
      <ComboField label={say('field.onBehalfOfId')} options={usePartyOptions()} {...bind('onBehalfOfId')} />
      <ComboField
        label={say('field.relayedById')}
        options={outlets.options}
        onCreate={outlets.create}
        placeholder={say('editing.searchOrNew')}
        {...bind('relayedById')}
      />
    </>
  )
}

function MoreOfStatement({ form: { bind } }: { form: Form }) {
  const say = useSay()
  return (
    <>
      <TextField label={say('field.place')} {...bind('place')} />
      <ComboField
        label={say('field.eventId')}
        options={useEventOptions()}
        placeholder={say('editing.nothingChosen')}
        {...bind('eventId')}
      />
      <TextField label={say('field.translation')} isMultiline {...bind('translation')} />
      <TextField label={say('field.note')} isMultiline {...bind('note')} />
    </>
  )
}

const hasMore = ({ place, eventId, translation, note }: Statement): boolean =>
  eventId !== null || [place, translation, note].some((words) => words !== '')

/** A link to one thing, with the other three said to be none. */
export function linkTo(target: EvidenceTarget, relation: StatementDraft['relation']) {
  return { positionId: null, conditionId: null, answerId: null, eventId: null, ...target, relation }
}
