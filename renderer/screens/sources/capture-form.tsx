import { useState, type FormEvent, type KeyboardEvent } from 'react'
import { statementForm } from '../../../app/model/statement'
import { ChoiceField } from '../../elements/fields/choice-field'
import { DateField } from '../../elements/fields/date-field'
import { GradeField } from '../../elements/fields/grade-field'
import { TextField } from '../../elements/fields/text-field'
import { ComboField } from '../../elements/fields/combo-field'
import { Button } from '../../elements/button'
import { useApplication, useSay } from '../../state/application'
import { changeDraft, leaveDraft, useReader } from '../../state/reader'
import { credibilityGrades } from '../compare/pane/forms/statement-draft'
import { useEventOptions, useOutletOptions } from '../compare/pane/forms/options'
import { firstSentence, type CaptureDraft } from './capture-draft'
import { CaptureEvidence } from './capture-evidence'
import styles from './capture-form.module.css'
import { CaptureThen } from './capture-then'
import { CaptureWho } from './capture-who'
import { NamedField } from './named-field'
import { addWords, record, splitDraft } from './reader-acts'
import { useDateReason } from './reasons'
import type { Reading } from './reading'
import { focusReader } from './recorded-card'

/** A statement as it would be recorded: filled in from the text, each value with the words it came from. */
export function CaptureForm({ draft, reading }: { draft: CaptureDraft; reading: Reading }) {
  const application = useApplication()
  const { say } = application
  const [hasMore, setMore] = useState(false)
  const dateReason = useDateReason(draft, reading)

  function submit(event?: FormEvent) {
    event?.preventDefault()
    void record({ ...application, reading }).then(() => {
      if (useReader.getState().draft === null) focusReader()
    })
  }
  function leave() {
    leaveDraft()
    focusReader()
  }
  function answerKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      submit()
    }
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    leave()
  }

  return (
    <form
      aria-label={say('capture.name')}
      data-capture-form
      noValidate
      onSubmit={submit}
      onKeyDown={answerKey}
    >
      <Words draft={draft} />
      <div className={styles.fields}>
        <ChoiceField
          label={say('field.form')}
          value={draft.form}
          onChange={(form) => changeDraft({ form })}
          choices={statementForm.options.map((value) => ({ value, label: say(`capture.form.${value}`) }))}
        />
        <CaptureWho draft={draft} reading={reading} />
        <DateField
          label={say('field.saidOn')}
          value={draft.saidOn}
          onChange={(saidOn) => changeDraft({ saidOn })}
          about={dateReason}
        />
        <Credibility draft={draft} reading={reading} />
        <CaptureEvidence draft={draft} reading={reading} />
        {hasMore && <MoreFields draft={draft} />}
        <div className={styles.spanActs}>
          <Button look="link" onPress={() => setMore(!hasMore)} aria-expanded={hasMore}>
            {say(hasMore ? 'capture.fewerFields' : 'capture.moreFields')}
          </Button>
        </div>
      </div>
      <div className={styles.acts}>
        <Button type="submit" look="primary">
          {say('capture.record')} <kbd aria-hidden="true">Enter</kbd>
        </Button>
        <Button look="quiet" onPress={leave}>
          {say('capture.leave')} <kbd aria-hidden="true">Esc</kbd>
        </Button>
      </div>
      <CaptureThen draft={draft} reading={reading} />
    </form>
  )
}

/** The passages, and what can be done to them. */
function Words({ draft }: { draft: CaptureDraft }) {
  const say = useSay()
  const selected = useReader((state) => state.selected)
  const isSplittable = draft.spans[0] !== undefined && firstSentence(draft.spans[0]) !== null
  return (
    <>
      {draft.spans.map((span) => (
        <blockquote key={`${span.start} ${span.end}`} className={styles.quote} dir="auto">
          {span.text}
        </blockquote>
      ))}
      <div className={styles.spanActs}>
        {isSplittable && (
          <Button look="link" onPress={() => splitDraft(draft)}>
            {say('capture.split')}
          </Button>
        )}
        {draft.spans.length > 1 && (
          <Button look="link" onPress={() => changeDraft({ spans: draft.spans.slice(0, -1) })}>
            {say('capture.dropPassage')}
          </Button>
        )}
        {selected !== null && (
          <Button look="link" onPress={() => addWords(draft, selected)}>
            {say('capture.addPassage')}
          </Button>
        )}
      </div>
    </>
  )
}

function Credibility({ draft, reading }: { draft: CaptureDraft; reading: Reading }) {
  const say = useSay()
  const reliability = reading.outlet?.reliability ?? 'F'
  return (
    <GradeField
      label={say('field.credibility')}
      grades={credibilityGrades}
      words={(grade) => {
        const words = grade === '6' ? say('pane.notGraded') : say(`credibility.${grade}`)
        if (reliability === 'F') return say('capture.credibility.unknown', { words })
        return say('capture.credibility.known', { words, grade: reliability })
      }}
      value={draft.credibility}
      onChange={(credibility) => changeDraft({ credibility })}
    />
  )
}

function MoreFields({ draft }: { draft: CaptureDraft }) {
  const say = useSay()
  const outlets = useOutletOptions()
  const events = useEventOptions()
  return (
    <>
      <NamedField
        label={say('pane.through')}
        value={draft.relayedBy}
        onChange={(relayedBy) => changeDraft({ relayedBy })}
        options={outlets.options}
        placeholder={say('editing.searchOrNew')}
      />
      <TextField
        label={say('field.place')}
        value={draft.place}
        onChange={(place) => changeDraft({ place })}
      />
      <ComboField
        label={say('field.eventId')}
        options={events}
        value={draft.eventId}
        onChange={(eventId) => changeDraft({ eventId })}
      />
      <TextField
        label={say('field.translation')}
        isMultiline
        value={draft.translation}
        onChange={(translation) => changeDraft({ translation })}
      />
      <TextField
        label={say('field.note')}
        isMultiline
        value={draft.note}
        onChange={(note) => changeDraft({ note })}
      />
    </>
  )
}
