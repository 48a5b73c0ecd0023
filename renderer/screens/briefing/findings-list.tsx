import { useEffect, useMemo, useRef, useState } from 'react'
import type { IssueId } from '../../../app/model/issue'
import type { Finding } from '../../../app/model/finding'
import { suggestFindings, type SuggestedFinding } from '../../../app/rules/briefing/suggested-findings'
import { allCells } from '../../../app/rules/comparison-reading'
import { canWrite, useActionState } from '../../actions/action'
import { Button } from '../../elements/button'
import { Chip } from '../../elements/chip'
import { ComboField } from '../../elements/fields/combo-field'
import { TextField } from '../../elements/fields/text-field'
import { useApplication } from '../../state/application'
import { useComparison } from '../../state/comparison'
import { attempt } from '../../state/notice'
import { useQuery } from '../../state/use-query'
import { PanelForm } from './panel-form'
import styles from './parts-panel.module.css'

/** The analyst's own findings, and under them what the records suggest and nobody has taken over. */
export function FindingsList() {
  const { api, say } = useApplication()
  const isWritable = canWrite(useActionState())
  const findings = useQuery('finding.list', {}).value ?? []
  const [editing, setEditing] = useState<Finding['id'] | 'new' | null>(null)
  const adding = useRef<HTMLParagraphElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    // What the form was opened with is gone, or was while it stood there.
    if (wasEditing.current && editing === null) adding.current?.querySelector('button')?.focus()
    wasEditing.current = editing !== null
  }, [editing])
  return (
    <section>
      <h3>{say('briefing.panel.findings')}</h3>
      {findings.length === 0 && editing === null && (
        <p className={styles.quiet}>{say('briefing.panel.findings.none')}</p>
      )}
      <ul className={styles.findings}>
        {findings.map((finding) => (
          <li key={finding.id}>
            {editing === finding.id ? (
              <FindingForm finding={finding} onDone={() => setEditing(null)} />
            ) : (
              <>
                {finding.title !== '' && <b dir="auto">{finding.title}</b>}
                <p dir="auto">{finding.text}</p>
                {isWritable && (
                  <span className={styles.acts}>
                    <Button
                      look="link"
                      aria-label={say('briefing.panel.editFinding', { text: finding.text })}
                      onPress={() => setEditing(finding.id)}
                    >
                      {say('briefing.panel.edit')}
                    </Button>
                    <Button
                      look="link"
                      aria-label={say('briefing.panel.removeFinding', { text: finding.text })}
                      onPress={() => void attempt(() => api.call('finding.remove', { id: finding.id }))}
                    >
                      {say('briefing.panel.remove')}
                    </Button>
                  </span>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {isWritable && editing === 'new' && <FindingForm finding={null} onDone={() => setEditing(null)} />}
      {isWritable && editing === null && (
        <p ref={adding} className={styles.add}>
          <Button onPress={() => setEditing('new')}>{say('briefing.panel.addFinding')}</Button>
        </p>
      )}
      {isWritable && <Suggestions taken={findings} />}
    </section>
  )
}

function FindingForm({ finding, onDone }: { finding: Finding | null; onDone: () => void }) {
  const { api, say } = useApplication()
  const [title, setTitle] = useState(finding?.title ?? '')
  const [text, setText] = useState(finding?.text ?? '')
  const [issues, setIssues] = useState<readonly IssueId[]>(finding?.issues ?? [])
  async function save() {
    const done = await attempt<unknown>(() =>
      finding === null
        ? api.call('finding.add', { title, text, issues: [...issues] })
        : api.call('finding.change', { id: finding.id, title, text, issues: [...issues] }),
    )
    if (done !== undefined) onDone()
  }
  return (
    <PanelForm
      label={say('briefing.panel.findingText')}
      canSave={text.trim() !== ''}
      onSave={() => void save()}
      onCancel={onDone}
    >
      <TextField label={say('briefing.panel.findingTitle')} value={title} onChange={setTitle} isWrapped />
      <TextField label={say('briefing.panel.findingText')} value={text} onChange={setText} isMultiline />
      <IssuesField value={issues} onChange={setIssues} />
    </PanelForm>
  )
}

/** The rows that a finding rests on, which are named behind it on paper. */
function IssuesField(props: { value: readonly IssueId[]; onChange: (value: readonly IssueId[]) => void }) {
  const { value, onChange } = props
  const { say } = useApplication()
  const issues = useComparison().value?.issues ?? []
  const labelOf = ({ number, title }: { number: string; title: string }) => `${number} ${title}`
  return (
    <>
      <ComboField<IssueId>
        label={say('briefing.panel.findingIssues')}
        value={null}
        options={issues
          .filter(({ id }) => !value.includes(id))
          .map((issue) => ({ id: issue.id, label: labelOf(issue) }))}
        placeholder={say('briefing.panel.findingIssuesHint')}
        onChange={(id) => id !== null && onChange([...value, id])}
      />
      {value.length > 0 && (
        <ul className={styles.rows}>
          {issues
            .filter(({ id }) => value.includes(id))
            .map((issue) => (
              <li key={issue.id}>
                <Chip
                  name={labelOf(issue)}
                  remove={{
                    label: say('briefing.panel.withoutIssue', { issue: labelOf(issue) }),
                    onPress: () => onChange(value.filter((id) => id !== issue.id)),
                  }}
                />
              </li>
            ))}
        </ul>
      )}
    </>
  )
}

function Suggestions({ taken }: { taken: readonly Finding[] }) {
  const { api, say } = useApplication()
  const reading = useComparison().value
  const suggested = useMemo(
    () => (reading === undefined ? [] : suggestFindings({ ...reading, cells: allCells(reading) }, say)),
    [reading, say],
  )
  const open = suggested.filter((each) => !taken.some((finding) => isTakenFrom(finding, each)))
  if (open.length === 0) return null
  return (
    <>
      <h4>{say('briefing.panel.suggestions')}</h4>
      <ul className={styles.findings}>
        {open.map((each) => (
          <li key={each.title + each.text}>
            <p dir="auto">{each.text}</p>
            <Button
              look="link"
              aria-label={say('briefing.panel.takeOverNamed', { text: each.text })}
              onPress={() => void attempt(() => api.call('finding.add', each))}
            >
              {say('briefing.panel.takeOver')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Whatever the analyst made of its words. */
const isTakenFrom = (finding: Finding, suggested: SuggestedFinding): boolean =>
  suggested.positions.every((id) => finding.positions.includes(id)) &&
  suggested.issues.every((id) => finding.issues.includes(id))
