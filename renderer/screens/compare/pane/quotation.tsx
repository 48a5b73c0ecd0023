import { useEffect, useRef } from 'react'
import { evidenceRelation } from '../../../../app/model/statement'
import type { EvidenceItem, StatementInContext } from '../../../../app/rules/evidence-item'
import { Button } from '../../../elements/button'
import { InlineSelect } from '../../../elements/fields/select-field'
import { useApi, useDateLabel, useSay } from '../../../state/application'
import { openSheet } from '../../../state/compare-view'
import { attempt } from '../../../state/notice'
import { CarryGrip } from '../entry/carry-grip'
import { useMayEdit, useRemove } from './editing'
import { speakerName } from './forms/options'
import paneStyles from './pane.module.css'
import styles from './quotation.module.css'

/** One statement as evidence: the verbatim words, and beneath them everything that says where they come from. */
export function Quotation({ item, isShown }: { item: EvidenceItem; isShown: boolean }) {
  const say = useSay()
  const api = useApi()
  const mayEdit = useMayEdit()
  const remove = useRemove()
  const element = useRef<HTMLElement>(null)
  const { statement, evidence, source } = item

  useEffect(() => {
    if (isShown) element.current?.focus()
  }, [isShown])

  return (
    <article
      ref={element}
      className={styles.quote}
      data-relation={evidence.relation}
      data-shown={isShown || undefined}
      aria-label={say('record.statement')}
      tabIndex={-1}
    >
      <blockquote dir="auto">
        {isQuotedAlready(statement) ? statement.text : say('pane.quoted', { words: statement.text })}
      </blockquote>
      {statement.translation !== '' && (
        <p className={styles.translation} dir="auto">
          {statement.translation}
        </p>
      )}
      <QuotationFacts item={item} />
      {item.isOrphaned && <p className={paneStyles.orphan}>{say('pane.orphaned')}</p>}
      <div className={paneStyles.acts}>
        <Button
          look="link"
          onPress={() => openSheet({ kind: 'sourceText', id: source.id, statementId: statement.id })}
        >
          {say('pane.openInSource')}
        </Button>
        {mayEdit && (
          <>
            <CarryGrip statement={statement} />
            <Button
              look="link"
              onPress={() => openSheet({ kind: 'statement', id: statement.id, target: null })}
            >
              {say('editing.edit')}
            </Button>
            <span className={paneStyles.quiet}>
              <InlineSelect
                label={say('field.relation')}
                value={evidence.relation}
                options={evidenceRelation.options.map((value) => ({
                  value,
                  label: say(`evidence.${value}`),
                }))}
                onChange={(relation) =>
                  void attempt(() => api.call('evidence.change', { id: evidence.id, relation }))
                }
              />
            </span>
            <button
              type="button"
              className={paneStyles.lesser}
              onClick={() => void remove('evidence', evidence.id)}
            >
              {say('pane.unlink')}
            </button>
          </>
        )}
      </div>
    </article>
  )
}

function QuotationFacts({ item }: { item: EvidenceItem }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const { statement, evidence, source, outlet, onBehalfOf, relayedBy, event } = item
  const saidBy = saidByWords(item, say('pane.noSpeaker'))
  const published = [
    outlet?.name ?? source.title,
    ...(source.issued === null ? [] : [dateLabel(source.issued)]),
  ]

  return (
    <dl className={paneStyles.facts}>
      <dt>{say('pane.saidBy')}</dt>
      <dd>{saidBy}</dd>
      {onBehalfOf && (
        <>
          <dt>{say('pane.for')}</dt>
          <dd>{onBehalfOf.name}</dd>
        </>
      )}
      {relayedBy && (
        <>
          <dt>{say('pane.through')}</dt>
          <dd>{relayedBy.name}</dd>
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
      {(statement.place !== '' || event) && (
        <>
          <dt>{say('pane.where')}</dt>
          <dd>{[event?.title, statement.place].filter(Boolean).join(', ')}</dd>
        </>
      )}
      <dt>{say('pane.published')}</dt>
      <dd>{published.join(', ')}</dd>
      <dt>{say('pane.graded')}</dt>
      <dd>{gradeWords(item, say)}</dd>
      {statement.form !== 'verbatim' && (
        <>
          <dt>{say('field.form')}</dt>
          <dd>{say(`form.${statement.form}`)}</dd>
        </>
      )}
      {evidence.relation !== 'supports' && (
        <>
          <dt>{say('field.relation')}</dt>
          <dd className={evidence.relation === 'contradicts' ? paneStyles.against : paneStyles.flag}>
            {say(`evidence.${evidence.relation}`)}
          </dd>
        </>
      )}
      {statement.note !== '' && (
        <>
          <dt>{say('field.note')}</dt>
          <dd className={paneStyles.words}>{statement.note}</dd>
        </>
      )}
    </dl>
  )
}

function saidByWords({ speaker, affiliation }: StatementInContext, noSpeaker: string): string {
  if (speaker === null) return noSpeaker
  return [speakerName(speaker), affiliation?.office].filter(Boolean).join(', ')
}

/** F and 6 are the absence of a grade, so neither is said as one. */
function gradeWords({ outlet, statement }: StatementInContext, say: ReturnType<typeof useSay>): string {
  const reliability = outlet?.reliability ?? 'F'
  const { credibility } = statement
  const halves = [
    ...(reliability === 'F'
      ? []
      : [say('pane.outletGrade', { grade: reliability, words: say(`reliability.${reliability}`) })]),
    ...(credibility === 6
      ? []
      : [
          say('pane.itemGrade', {
            grade: credibility,
            // The model keeps it between 1 and 6.
            words: say(`credibility.${credibility as 1 | 2 | 3 | 4 | 5}`),
          }),
        ]),
  ]
  return halves.length === 0 ? say('pane.notGraded') : halves.join(' · ')
}

/** A paraphrase is nobody's very words; others may have been recorded with the marks they had in the source. */
const isQuotedAlready = ({ form, text }: StatementInContext['statement']): boolean =>
  form === 'paraphrase' || /^\s*["“”«»„‘「『]/u.test(text)
