import { KindMark } from '../../elements/kind-mark'
import { useSay } from '../../state/application'
import type { MarginNote } from './layers'
import styles from './source-reader.module.css'

/** What the margin says about a passage: whose position it is evidence for, or that it is only suggested. */
export function MarginNoteCard({ note, onTake }: { note: MarginNote; onTake: (key: string) => void }) {
  const say = useSay()
  if (note.kind === 'open') {
    const { speaker, proposal } = note.draft
    const words = proposal.speakerWords?.text
    return (
      <div className={styles.note} dir={document.dir || 'ltr'} data-note={note.at} data-kind="open">
        <b>{say('reader.openInForm')}</b>
        {speaker !== null && (
          <em dir="auto">
            {[speakerLabel(speaker, proposal.speakerLabel), words && say('pane.quoted', { words })]
              .filter(Boolean)
              .join(', ')}
          </em>
        )}
      </div>
    )
  }

  const { passage } = note
  return (
    <button
      type="button"
      dir={document.dir || 'ltr'}
      tabIndex={-1}
      className={styles.note}
      data-note={note.at}
      data-kind={passage.kind}
      data-current={note.isCurrent || undefined}
      data-colour={passage.kind === 'recorded' ? (passage.statement.colour ?? undefined) : undefined}
      onClick={() => onTake(passage.key)}
    >
      {passage.kind === 'suggested' ? (
        <span dir="auto">
          {passage.proposal.speakerLabel === ''
            ? say('reader.suggestedOnly')
            : say('reader.suggestedBy', { speaker: passage.proposal.speakerLabel })}
        </span>
      ) : (
        <RecordedNote statement={passage.statement} />
      )}
    </button>
  )
}

type RecordedStatement = Extract<MarginNote, { kind: 'passage' }>['passage'] & { kind: 'recorded' }

function RecordedNote({ statement }: { statement: RecordedStatement['statement'] }) {
  const say = useSay()
  const positions = statement.evidence.filter(({ positionId }) => positionId !== null)
  const first = positions[0] ?? statement.evidence[0]
  const who = statement.partyName || statement.speakerName || say('reader.noParty')
  if (first === undefined) {
    return (
      <>
        <b dir="auto">{who}</b>
        <em>{say('reader.notEvidence')}</em>
      </>
    )
  }
  const sameKind = positions.every(({ kind }) => kind === first.kind) ? (first.kind ?? '') : ''
  const issues = [...new Set(positions.map(({ issueTitle }) => issueTitle))].join('; ')
  return (
    <>
      <span>
        {first.kind !== null && <KindMark kind={first.kind} />}
        <b dir="auto">{first.partyName || who}</b>
        {issues !== '' && <span dir="auto"> · {issues}</span>}
        {first.addresseeName !== '' && <em> {say('reader.to', { party: first.addresseeName })}</em>}
      </span>
      <em dir="auto" className={styles.noteText}>
        {first.relation !== 'supports' && `${say(`evidence.${first.relation}`)}: `}
        {positions.length > 1
          ? say('reader.severalOf', { kind: sameKind, count: positions.length })
          : first.text}
      </em>
    </>
  )
}

function speakerLabel(
  speaker: { id: string } | { name: string } | { description: string },
  proposed: string,
): string {
  if ('name' in speaker) return speaker.name
  return 'description' in speaker ? speaker.description : proposed
}
