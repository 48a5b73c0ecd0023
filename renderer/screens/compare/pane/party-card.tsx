import type { PartyId } from '../../../../app/model/party'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { Button } from '../../../elements/button'
import { PartyShape } from '../../../elements/party-shape'
import { useApi, useDateLabel, useSay } from '../../../state/application'
import { openSheet } from '../../../state/compare-view'
import { attempt } from '../../../state/notice'
import { useQuery } from '../../../state/use-query'
import { neighbours, useMayEdit, useRemove } from './editing'
import { speakerName } from './forms/options'
import styles from './pane.module.css'
import { periodWords } from './period-words'

/** A party: what it is called, its part in the talks, its members, and who speaks for it. */
export function PartyCard({ comparison, partyId }: { comparison: ComparisonReading; partyId: PartyId }) {
  const say = useSay()
  const mayEdit = useMayEdit()
  const column = comparison.parties.findIndex(({ id }) => id === partyId)
  const party = comparison.parties[column]
  if (!party) return null

  return (
    <div data-colour={party.colour}>
      <h2 className={`${styles.title} ${styles.partyName}`}>
        <PartyShape column={column} />
        {party.name}
      </h2>
      <dl className={styles.facts}>
        <dt>{say('field.shortName')}</dt>
        <dd>{party.shortName}</dd>
        <dt>{say('field.role')}</dt>
        <dd>{say(`role.${party.role}`)}</dd>
        <dt>{say('field.colour')}</dt>
        <dd>{say(`colour.${party.colour}`)}</dd>
      </dl>
      {party.note !== '' && <p className={`${styles.empty} ${styles.words}`}>{party.note}</p>}
      <Members comparison={comparison} partyId={partyId} />
      <Speakers partyId={partyId} />
      {mayEdit && <PartyActs comparison={comparison} partyId={partyId} />}
    </div>
  )
}

function Members({ comparison, partyId }: { comparison: ComparisonReading; partyId: PartyId }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const memberships = useQuery('membership.list', {}).value ?? []
  const nameOf = (id: PartyId) => comparison.parties.find((party) => party.id === id)?.name ?? ''
  const members = memberships.filter((membership) => membership.coalitionId === partyId)
  const coalitions = memberships.filter((membership) => membership.memberId === partyId)
  const lists = [
    {
      title: say('pane.members'),
      entries: members.map((each) => ({ ...each, name: nameOf(each.memberId) })),
    },
    {
      title: say('pane.memberOf'),
      entries: coalitions.map((each) => ({ ...each, name: nameOf(each.coalitionId) })),
    },
  ]
  return lists
    .filter(({ entries }) => entries.length > 0)
    .map(({ title, entries }) => (
      <section key={title} className={styles.section}>
        <h3>{title}</h3>
        <ul className={styles.plain}>
          {entries.map((entry) => (
            <li key={entry.id}>
              {entry.name} <span className={styles.quiet}>{periodWords(entry, say, dateLabel)}</span>
            </li>
          ))}
        </ul>
      </section>
    ))
}

function Speakers({ partyId }: { partyId: PartyId }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const mayEdit = useMayEdit()
  const affiliations = useQuery('affiliation.list', { partyId }).value ?? []
  const speakers = useQuery('speaker.list', {}).value ?? []
  const entries = affiliations.flatMap((affiliation) => {
    const speaker = speakers.find(({ id }) => id === affiliation.speakerId)
    return speaker ? [{ affiliation, speaker }] : []
  })
  if (entries.length === 0) return null
  return (
    <section className={styles.section}>
      <h3>{say('pane.speakers')}</h3>
      <ul className={styles.plain}>
        {entries.map(({ affiliation, speaker }) => (
          <li key={affiliation.id} className={styles.plainLine}>
            <span>
              {speakerName(speaker)}{' '}
              <span className={styles.quiet}>
                {[affiliation.office, periodWords(affiliation, say, dateLabel)].filter(Boolean).join(' · ')}
              </span>
            </span>
            {mayEdit && (
              <Button look="link" onPress={() => openSheet({ kind: 'speaker', id: speaker.id })}>
                {say('editing.edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function PartyActs({ comparison, partyId }: { comparison: ComparisonReading; partyId: PartyId }) {
  const say = useSay()
  const api = useApi()
  const remove = useRemove()
  const { up, down } = neighbours(
    comparison.parties.map(({ id }) => id),
    partyId,
  )
  const move = (beforeId: PartyId | null) =>
    void attempt(() => api.call('party.reorder', { id: partyId, beforeId }))
  return (
    <section className={styles.section}>
      <div className={styles.acts}>
        <Button look="link" onPress={() => openSheet({ kind: 'party', id: partyId })}>
          {say('pane.editParty')}
        </Button>
        <Button look="link" onPress={() => openSheet({ kind: 'speaker', id: null })}>
          {say('pane.addSpeaker')}
        </Button>
      </div>
      <div className={styles.acts}>
        {up !== undefined && (
          <button type="button" className={styles.lesser} onClick={() => move(up)}>
            {say('pane.moveEarlier')}
          </button>
        )}
        {down !== undefined && (
          <button type="button" className={styles.lesser} onClick={() => move(down)}>
            {say('pane.moveLater')}
          </button>
        )}
        <button type="button" className={styles.lesser} onClick={() => void remove('party', partyId)}>
          {say('editing.remove')}
        </button>
      </div>
    </section>
  )
}
