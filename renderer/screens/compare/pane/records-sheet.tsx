import { useState } from 'react'
import type { IdOf, RecordKind } from '../../../../app/model/records'
import { Button } from '../../../elements/button'
import { ChoiceField } from '../../../elements/fields/choice-field'
import { useDateLabel, useSay } from '../../../state/application'
import { openSheet, type PaneSheet } from '../../../state/compare-view'
import { goTo } from '../../../state/route'
import { useQuery } from '../../../state/use-query'
import { useMayEdit, useRemove } from './editing'
import { speakerName } from './forms/options'
import { MergeRecord } from './merge-record'
import styles from './pane.module.css'

const sections = ['source', 'speaker', 'outlet', 'event', 'point', 'round'] as const
type Section = (typeof sections)[number]

/** Everything that a cell may not lead to: sources, speakers, outlets, events, points and rounds. */
export function RecordsSheet() {
  const say = useSay()
  const mayEdit = useMayEdit()
  const [section, setSection] = useState<Section>('source')
  return (
    <>
      <h2 className={styles.title}>{say('pane.records')}</h2>
      <ChoiceField
        label={say('pane.recordsOf')}
        isStacked
        columns={3}
        value={section}
        onChange={setSection}
        choices={sections.map((value) => ({ value, label: say(`records.${value}`) }))}
      />
      <RecordList key={section} section={section} />
      {mayEdit && (
        <div className={styles.start}>
          <Button onPress={() => openSheet(newSheet[section])}>{say(`records.new.${section}`)}</Button>
        </div>
      )}
    </>
  )
}

const newSheet: { [Kind in Section]: PaneSheet } = {
  source: { kind: 'source', id: null },
  speaker: { kind: 'speaker', id: null },
  outlet: { kind: 'outlet', id: null },
  event: { kind: 'event', id: null },
  point: { kind: 'point', id: null, issueId: null },
  round: { kind: 'round', id: null },
}

type Line = { id: string; title: string; about: string; sheet: PaneSheet; remove: () => Promise<boolean> }

function RecordList({ section }: { section: Section }) {
  const say = useSay()
  const mayEdit = useMayEdit()
  const lines = useLines(section)
  if (lines.length === 0) return <p className={styles.empty}>{say('pane.noRecords')}</p>
  return (
    <ul className={styles.plain}>
      {lines.map(({ id, title, about, sheet, remove }) => (
        <li key={id}>
          <div className={styles.plainLine}>
            {mayEdit ? (
              <button type="button" onClick={() => openSheet(sheet)}>
                {title}
              </button>
            ) : (
              <span>{title}</span>
            )}
            {mayEdit && (
              <button
                type="button"
                className={styles.lesser}
                aria-label={say('editing.removeNamed', { name: title })}
                onClick={() => void remove()}
              >
                {say('editing.remove')}
              </button>
            )}
          </div>
          {about !== '' && <p className={styles.quiet}>{about}</p>}
          {mayEdit && (section === 'speaker' || section === 'outlet') && (
            <div className={styles.acts}>
              <MergeRecord
                kind={section}
                id={id}
                name={title}
                others={lines
                  .filter((line) => line.id !== id)
                  .map((line) => ({ id: line.id, label: line.title, hint: line.about }))}
              />
            </div>
          )}
          {section === 'source' && (
            <div className={styles.acts}>
              <Button look="link" onPress={() => goTo('sources', { id })}>
                {say('pane.readSource')}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function useLines(section: Section): Line[] {
  const say = useSay()
  const dateLabel = useDateLabel()
  const removeRecord = useRemove()
  const ask = <Kind extends Section>(kind: Kind) => (section === kind ? {} : null)
  const sources = useQuery('source.list', ask('source')).value ?? []
  const speakers = useQuery('speaker.list', ask('speaker')).value ?? []
  const outlets = useQuery('outlet.list', ask('outlet')).value ?? []
  const events = useQuery('event.list', ask('event')).value ?? []
  const points = useQuery('point.list', ask('point')).value ?? []
  const rounds = useQuery('round.list', ask('round')).value ?? []
  const date = (edtf: string | null) => (edtf === null ? '' : dateLabel(edtf))
  const line = <Kind extends RecordKind>(
    kind: Kind,
    id: IdOf<Kind>,
    title: string,
    about: string,
    sheet: PaneSheet,
  ) => ({
    id,
    title,
    about,
    sheet,
    remove: () => removeRecord(kind, id),
  })

  return [
    ...sources.map((each) =>
      line('source', each.id, each.title, date(each.issued), { kind: 'source', id: each.id }),
    ),
    ...speakers.map((each) =>
      line(
        'speaker',
        each.id,
        speakerName(each),
        each.name === null ? say('field.isAnonymous') : each.description,
        {
          kind: 'speaker',
          id: each.id,
        },
      ),
    ),
    ...outlets.map((each) => {
      const grade =
        each.reliability === 'F'
          ? say('pane.notGraded')
          : `${each.reliability} ${say(`reliability.${each.reliability}`)}`
      return line('outlet', each.id, each.name, `${say(`outletKind.${each.kind}`)} · ${grade}`, {
        kind: 'outlet',
        id: each.id,
      })
    }),
    ...events.map((each) =>
      line(
        'event',
        each.id,
        each.title,
        [say(`eventKind.${each.kind}`), date(each.date), each.place].filter(Boolean).join(' · '),
        {
          kind: 'event',
          id: each.id,
        },
      ),
    ),
    ...points.map((each) =>
      line('point', each.id, each.text, say(`pointKind.${each.kind}`), {
        kind: 'point',
        id: each.id,
        issueId: each.issueId,
      }),
    ),
    ...rounds.map((each) =>
      line('round', each.id, each.name, dateLabel(each.date), { kind: 'round', id: each.id }),
    ),
  ]
}
