import { useEffect, useRef, useState } from 'react'
import type { PartyId } from '../../../../../app/model/party'
import { evidenceRelation, type EvidenceRelation, type StatementId } from '../../../../../app/model/statement'
import { foldText } from '../../../../../app/rules/fold-text'
import { Button } from '../../../../elements/button'
import { ChoiceField } from '../../../../elements/fields/choice-field'
import { TextField } from '../../../../elements/fields/text-field'
import { useApi, useDateLabel, useSay } from '../../../../state/application'
import { type EvidenceTarget } from '../../../../state/compare-view'
import { attempt } from '../../../../state/notice'
import { useQuery } from '../../../../state/use-query'
import { finishSheet, openSheetFor, useSheet } from '../sheet-stack'
import styles from './forms.module.css'
import { speakerName } from './options'
import { linkTo } from './statement-form'

const shownAtOnce = 100

/** A statement as evidence: one that is recorded already, found by its words, or a new one. */
export function EvidencePicker({ target, partyId }: { target: EvidenceTarget; partyId: PartyId | null }) {
  const say = useSay()
  const api = useApi()
  const sheet = useSheet()
  const start = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState('')
  const [relation, setRelation] = useState<EvidenceRelation>('supports')
  const found = useStatements({ words, partyId, target })

  useEffect(() => start.current?.querySelector('button')?.focus(), [])

  async function link(statementId: StatementId) {
    const made = await attempt(() => api.call('evidence.add', { ...linkTo(target, relation), statementId }))
    if (made !== undefined) finishSheet(sheet, made.id)
  }

  return (
    <>
      <h2 className={styles.title}>{say('pane.addEvidence')}</h2>
      <div ref={start} className={styles.first}>
        <Button
          look="primary"
          onPress={() =>
            openSheetFor({ kind: 'statement', id: null, target }, (id) => finishSheet(sheet, id))
          }
        >
          {say('editing.newStatement')}
        </Button>
      </div>
      <h3 className={styles.or}>{say('editing.orRecorded')}</h3>
      <div className={styles.fields}>
        <TextField label={say('editing.filter')} value={words} onChange={setWords} />
        <ChoiceField
          label={say('field.relation')}
          isStacked
          value={relation}
          onChange={setRelation}
          choices={evidenceRelation.options.map((value) => ({ value, label: say(`evidence.${value}`) }))}
        />
      </div>
      {found.length === 0 && <p className={styles.note}>{say('editing.noStatements')}</p>}
      <ul className={styles.pickList}>
        {found.slice(0, shownAtOnce).map(({ id, text, who }) => (
          <li key={id}>
            <button type="button" className={styles.pick} onClick={() => void link(id)}>
              <span className={styles.said}>{text}</span>
              <small>{who}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Statements that hold the words and are not yet evidence here, those for the party first. */
function useStatements(props: { words: string; partyId: PartyId | null; target: EvidenceTarget }) {
  const { words, partyId, target } = props
  const say = useSay()
  const dateLabel = useDateLabel()
  const statements = useQuery('statement.list', {}).value ?? []
  const speakers = useQuery('speaker.list', {}).value ?? []
  const linked = useQuery('evidence.list', target).value ?? []
  const wanted = foldText(words.trim())
  return statements
    .filter(({ id }) => !linked.some(({ statementId }) => statementId === id))
    .map(({ id, text, speakerId, saidOn, onBehalfOfId }) => {
      const speaker = speakers.find((each) => each.id === speakerId)
      const who = speaker ? speakerName(speaker) : say('pane.noSpeaker')
      return {
        id,
        text,
        who: [who, ...(saidOn === null ? [] : [dateLabel(saidOn)])].join(' · '),
        isTheirs: partyId !== null && onBehalfOfId === partyId,
      }
    })
    .filter(({ text, who }) => foldText(`${text} ${who}`).includes(wanted))
    .toSorted((a, b) => Number(b.isTheirs) - Number(a.isTheirs))
}
