import { positionKind } from '../../../app/model/position'
import type { PositionId } from '../../../app/model/position'
import { evidenceRelation } from '../../../app/model/statement'
import type { PositionChoice } from '../../../app/rules/capture'
import { ChoiceField } from '../../elements/fields/choice-field'
import { ComboField, type ComboOption } from '../../elements/fields/combo-field'
import { SelectField } from '../../elements/fields/select-field'
import { TextField } from '../../elements/fields/text-field'
import { Button } from '../../elements/button'
import { KindMark } from '../../elements/kind-mark'
import { useSay } from '../../state/application'
import { changeDraft } from '../../state/reader'
import { useQuery } from '../../state/use-query'
import { useIssueOptions, usePartyOptions } from '../compare/pane/forms/options'
import {
  evidenceFrom,
  newPosition,
  summaryOf,
  type CaptureDraft,
  type EvidenceDraft,
  type NewPositionDraft,
} from './capture-draft'
import styles from './capture-form.module.css'
import { NamedField } from './named-field'
import type { Reading } from './reading'

/** What the statement is evidence for: recorded positions, or new ones that are made with it. */
export function CaptureEvidence({ draft, reading }: { draft: CaptureDraft; reading: Reading }) {
  const say = useSay()
  const choices = useQuery('position.choices', { sourceId: reading.source.id }).value ?? []
  const setEvidence = (evidence: EvidenceDraft[]) => changeDraft({ evidence })
  const change = (key: number, changes: Partial<EvidenceDraft>) =>
    setEvidence(draft.evidence.map((each) => (each.key === key ? { ...each, ...changes } : each)))

  return (
    <div className={styles.evidence}>
      {draft.evidence.length === 0 && <p className={styles.caption}>{say('capture.evidence')}</p>}
      {draft.evidence.map((each) => (
        <div key={each.key}>
          <ChoiceField
            label={say('capture.evidence')}
            value={each.relation}
            onChange={(relation) => change(each.key, { relation })}
            choices={evidenceRelation.options.map((value) => ({ value, label: say(`evidence.${value}`) }))}
          />
          <PositionField draft={draft} each={each} choices={choices} change={change} />
          {each.positionId === null && each.made !== null && (
            <NewPosition made={each.made} onChange={(made) => change(each.key, { made })} />
          )}
          <Button
            look="link"
            onPress={() => setEvidence(draft.evidence.filter(({ key }) => key !== each.key))}
          >
            <span className={styles.small}>{say('capture.dropEvidence')}</span>
          </Button>
        </div>
      ))}
      <div className={styles.spanActs}>
        <Button
          look="link"
          onPress={() => setEvidence([...draft.evidence, evidenceFrom(draft.proposal, nextPosition(draft))])}
        >
          {say(draft.evidence.length === 0 ? 'capture.addEvidence' : 'capture.another')}
        </Button>
      </div>
    </div>
  )
}

/** The likeliest position that it is not evidence for already. */
function nextPosition({ proposal, evidence }: CaptureDraft): PositionId | null {
  return proposal.positions.find((id) => evidence.every(({ positionId }) => positionId !== id)) ?? null
}

const newKey = 'new'

function PositionField(props: {
  draft: CaptureDraft
  each: EvidenceDraft
  choices: readonly PositionChoice[]
  change: (key: number, changes: Partial<EvidenceDraft>) => void
}) {
  const { draft, each, choices, change } = props
  const say = useSay()
  const chosen = choices.find(({ id }) => id === each.positionId)
  const isLikely = (id: PositionId) => draft.proposal.positions.includes(id)
  const options = choices
    .toSorted((a, b) => Number(isLikely(b.id)) - Number(isLikely(a.id)))
    .map(
      (choice): ComboOption<string> => ({
        id: choice.id,
        label: choice.text,
        hint: [
          say('capture.ofParty', { party: choice.partyName, issue: choice.issueTitle }),
          isLikely(choice.id) ? say('capture.likely') : '',
        ]
          .filter(Boolean)
          .join(' · '),
      }),
    )
  const made = { id: newKey, label: say('capture.newPosition') }
  const startNew = (text: string) =>
    change(each.key, { positionId: null, made: newPosition(draft.proposal, text) })
  return (
    <>
      {chosen && (
        <div data-colour={chosen.colour}>
          <p className={styles.chosen} dir="auto">
            <KindMark kind={chosen.kind} />
            <span>{chosen.text}</span>
          </p>
          <small className={styles.reason} dir="auto">
            {say('capture.ofParty', { party: chosen.partyName, issue: chosen.issueTitle })}
          </small>
        </div>
      )}
      <ComboField<string>
        label={say('capture.position')}
        options={[...options, made]}
        // A chosen position stands above, in full; here another can be looked for.
        value={each.positionId === null && each.made !== null ? newKey : null}
        placeholder={say('capture.positionHint')}
        onCreate={async (words) => {
          startNew(words)
          return undefined
        }}
        onChange={(id) => {
          if (id === null) change(each.key, { positionId: null, made: null })
          else if (id === newKey) startNew(summaryOf(draft.spans))
          else
            change(each.key, {
              positionId: choices.find((choice) => choice.id === id)?.id ?? null,
              made: null,
            })
        }}
      />
    </>
  )
}

function NewPosition({
  made,
  onChange,
}: {
  made: NewPositionDraft
  onChange: (made: NewPositionDraft) => void
}) {
  const say = useSay()
  const issues = useIssueOptions()
  const parties = usePartyOptions()
  return (
    <div className={styles.made}>
      <SelectField
        label={say('field.kind')}
        value={made.kind}
        onChange={(kind) => kind && onChange({ ...made, kind })}
        options={positionKind.options.map((value) => ({ value, label: say(`kind.${value}`) }))}
      />
      <NamedField
        label={say('capture.issue')}
        value={made.issue}
        onChange={(issue) => onChange({ ...made, issue })}
        options={issues}
        placeholder={say('capture.issueHint')}
      />
      <TextField
        label={say('capture.summary')}
        isMultiline
        value={made.text}
        onChange={(text) => onChange({ ...made, text })}
      />
      <NamedField
        label={say('capture.to')}
        value={made.addressee}
        onChange={(addressee) => onChange({ ...made, addressee })}
        options={parties}
        placeholder={say('editing.noAddressee')}
      />
    </div>
  )
}
