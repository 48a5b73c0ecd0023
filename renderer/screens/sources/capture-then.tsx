import type { Say } from '../../../app/messages/say'
import type { Issue } from '../../../app/model/issue'
import type { Party } from '../../../app/model/party'
import type { Named, PositionChoice } from '../../../app/rules/capture'
import { useSay } from '../../state/application'
import { useQuery } from '../../state/use-query'
import { draftProblem, type CaptureDraft, type EvidenceDraft } from './capture-draft'
import styles from './capture-form.module.css'
import type { Reading } from './reading'

/** What recording will do, before it is done; or what is missing for it. */
export function CaptureThen({ draft, reading }: { draft: CaptureDraft; reading: Reading }) {
  const say = useSay()
  const choices = useQuery('position.choices', { sourceId: reading.source.id }).value ?? []
  const parties = useQuery('party.list', {}).value ?? []
  const issues = useQuery('issue.list', {}).value ?? []
  const problem = draftProblem(draft)
  if (problem !== null) {
    return (
      <p className={`${styles.then} ${styles.problem}`} role="alert">
        {say(`capture.then.${problem}`)}
      </p>
    )
  }
  const sentences = draft.evidence.flatMap((each) =>
    consequences(each, { say, draft, choices, parties, issues }),
  )
  const made = newNames(draft)
  return (
    <p className={styles.then} role="status">
      <b>{say('capture.then')}</b> {sentences.length === 0 ? say('capture.then.alone') : sentences.join(' ')}
      {made.length > 0 && ` ${say('capture.then.new', { names: made.join(', ') })}`}
    </p>
  )
}

type World = {
  say: Say
  draft: CaptureDraft
  choices: readonly PositionChoice[]
  parties: readonly Party[]
  issues: readonly Issue[]
}

function consequences(each: EvidenceDraft, { say, draft, choices, parties, issues }: World): string[] {
  const partyId = draft.onBehalfOf !== null && 'id' in draft.onBehalfOf ? draft.onBehalfOf.id : null
  if (each.positionId !== null) {
    const choice = choices.find(({ id }) => id === each.positionId)
    if (choice === undefined) return []
    if (each.relation === 'contradicts') {
      const isOwn = choice.partyId === partyId
      return [say(isOwn ? 'capture.then.contradictsOwn' : 'capture.then.contradicts')]
    }
    return [say('capture.then.known', { statements: choice.statements + 1, origins: choice.originsThen })]
  }
  const { made } = each
  if (made === null || made.issue === null) return []
  const party = nameOf(draft.onBehalfOf, (id) => parties.find((known) => known.id === id)?.shortName)
  const issue = nameOf(made.issue, (id) => issues.find((known) => known.id === id)?.title)
  const kind = say(`kind.${made.kind}`)
  return [
    say('name' in made.issue ? 'capture.then.newIssue' : 'capture.then.newPosition', { party, kind, issue }),
  ]
}

function nameOf<Id extends string>(value: Named<Id> | null, find: (id: Id) => string | undefined): string {
  if (value === null) return ''
  return 'name' in value ? value.name : (find(value.id) ?? '')
}

function newNames({ speaker, onBehalfOf, relayedBy, evidence }: CaptureDraft): string[] {
  const names = [
    speaker,
    onBehalfOf,
    relayedBy,
    ...evidence.map(({ made }) => made?.addressee ?? null),
  ].flatMap((value) => {
    if (value === null) return []
    if ('name' in value) return [value.name]
    return 'description' in value ? [value.description] : []
  })
  return [...new Set(names)]
}
