import type { ReadStatement } from '../../../app/rules/capture'
import { paragraphAt } from '../../../app/rules/paragraphs'
import { Button } from '../../elements/button'
import { KindMark } from '../../elements/kind-mark'
import { useApi, useDateLabel, useSay } from '../../state/application'
import { openSheet, openPane, select } from '../../state/compare-view'
import { attempt } from '../../state/notice'
import { useReader } from '../../state/reader'
import { goTo } from '../../state/route'
import { CarryGrip } from '../compare/entry/carry-grip'
import { useMayEdit, useRemove } from '../compare/pane/editing'
import paneStyles from '../compare/pane/pane.module.css'
import { useQuery } from '../../state/use-query'
import type { Reading } from './reading'
import { forgetSelection } from './selection'
import styles from './capture-form.module.css'

/** A statement as it is recorded: its words, who said them, and what it is evidence for. */
export function RecordedCard({ statement, reading }: { statement: ReadStatement; reading: Reading }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const mayEdit = useMayEdit()
  const who = [statement.speakerName ?? say('pane.noSpeaker'), statement.office].filter(Boolean).join(', ')
  return (
    <article data-colour={statement.colour ?? undefined} aria-label={say('capture.recordedAs')}>
      <blockquote className={styles.quote} data-recorded dir="auto">
        {statement.text}
      </blockquote>
      <dl className={paneStyles.facts}>
        <dt>{say('pane.saidBy')}</dt>
        <dd dir="auto">{who}</dd>
        {statement.partyName !== '' && (
          <>
            <dt>{say('pane.for')}</dt>
            <dd dir="auto">{statement.partyName}</dd>
          </>
        )}
        {statement.saidOn !== null && (
          <>
            <dt>{say('field.saidOn')}</dt>
            <dd>
              {dateLabel(statement.saidOn)}
              {statement.saidOnWords !== '' && (
                <em> {say('pane.workedOut', { words: statement.saidOnWords })}</em>
              )}
            </dd>
          </>
        )}
        <dt>{say('field.form')}</dt>
        <dd>{say(`form.${statement.form}`)}</dd>
        <dt>{say('editing.passages')}</dt>
        <dd>{statement.spans.map((span) => placeWords(span, reading)).join(', ')}</dd>
      </dl>
      <EvidenceLines statement={statement} />
      {mayEdit && <Acts statement={statement} />}
    </article>
  )
}

function placeWords(span: ReadStatement['spans'][number], { paragraphs }: Reading): string {
  if (span.place.state === 'orphaned') return '–'
  return `¶${paragraphAt(paragraphs, span.place.start) + 1}`
}

function EvidenceLines({ statement }: { statement: ReadStatement }) {
  const say = useSay()
  if (statement.evidence.length === 0) return <p className={paneStyles.empty}>{say('reader.notEvidence')}</p>
  return (
    <ul className={styles.evidenceLines}>
      {statement.evidence.map((link) => (
        <li key={link.id}>
          <small>{say(`evidence.${link.relation}`)}</small>
          <p dir="auto">
            {link.kind !== null && <KindMark kind={link.kind} />}
            {link.text}
          </p>
          {link.positionId !== null && (
            <small dir="auto">
              {say('capture.ofParty', { party: link.partyName, issue: link.issueTitle })}
            </small>
          )}
        </li>
      ))}
    </ul>
  )
}

function Acts({ statement }: { statement: ReadStatement }) {
  const say = useSay()
  const api = useApi()
  const remove = useRemove()
  const selected = useReader((state) => state.selected)
  const positionId = statement.evidence.find((link) => link.positionId !== null)?.positionId ?? null
  const position = useQuery('position.get', positionId === null ? null : { id: positionId }).value
  return (
    <div className={paneStyles.acts}>
      <CarryGrip statement={statement} />
      <Button look="link" onPress={() => openSheet({ kind: 'statement', id: statement.id, target: null })}>
        {say('editing.edit')}
      </Button>
      {selected !== null && (
        <Button
          look="link"
          onPress={() => {
            const { start, end } = selected
            void attempt(() => api.call('statement.addSpan', { id: statement.id, start, end }))
            forgetSelection()
          }}
        >
          {say('capture.addPassage')}
        </Button>
      )}
      {position && positionId !== null && (
        <Button
          look="link"
          onPress={() => {
            goTo('compare')
            select({ kind: 'cell', issueId: position.issueId, partyId: position.partyId })
            openPane('evidence')
          }}
        >
          {say('capture.showInComparison')}
        </Button>
      )}
      <Button look="link" onPress={() => openSheet({ kind: 'history', recordId: statement.id })}>
        {say('pane.history')}
      </Button>
      <button
        type="button"
        className={paneStyles.lesser}
        onClick={() => void remove('statement', statement.id).then(() => focusReader())}
      >
        {say('editing.remove')}
      </button>
    </div>
  )
}

/** Where the keys belong once what had them is gone. */
export function focusReader(): void {
  document.querySelector<HTMLElement>('[data-reader]')?.focus({ preventScroll: true })
}
