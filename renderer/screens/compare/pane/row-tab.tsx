import { memo } from 'react'
import { rowStatus, type IssueId, type RowStatus } from '../../../../app/model/issue'
import type { Party, PartyId } from '../../../../app/model/party'
import type { Cell, ComparedIssue } from '../../../../app/rules/comparison'
import { cellsOfRow, type ComparisonReading } from '../../../../app/rules/comparison-reading'
import { Button } from '../../../elements/button'
import { InlineSelect } from '../../../elements/fields/select-field'
import { KindMark } from '../../../elements/kind-mark'
import { PartyShape } from '../../../elements/party-shape'
import { StatusMark } from '../../../elements/status-mark'
import { useApi, useDateLabel, useSay } from '../../../state/application'
import { openSheet, select } from '../../../state/compare-view'
import { attempt } from '../../../state/notice'
import { useQuery } from '../../../state/use-query'
import { Scale } from '../scale/scale'
import { SuggestedStatus } from '../suggestion/suggested-status'
import { EarlierValues } from './earlier-values'
import { neighbours, useMayEdit } from './editing'
import { LandingZone } from './landing-zone'
import { LesserActs } from './lesser-acts'
import paneStyles from './pane.module.css'
import positionStyles from './position.module.css'
import styles from './row-tab.module.css'
import { GapWords } from './silence'

/** One issue whole: its question, status and scale, where every party stands, and where they might meet. */
export function RowTab({ comparison, issueId }: { comparison: ComparisonReading; issueId: IssueId }) {
  const say = useSay()
  const mayEdit = useMayEdit()
  const issue = comparison.issues.find(({ id }) => id === issueId)
  if (!issue) return null
  const cells = cellsOfRow(comparison, comparison.index.rowOf.get(issueId)!)

  return (
    <>
      <h2 className={paneStyles.title}>
        <span className={positionStyles.to}>{issue.number}</span> {issue.title}
      </h2>
      {issue.question !== '' && <p className={paneStyles.under}>{issue.question}</p>}
      <Status issueId={issueId} status={issue.status} mayEdit={mayEdit} />
      <EarlierValues issueId={issueId} what="status" />
      <SuggestedStatus comparison={comparison} issueId={issueId} />
      <Scale key={issueId} issue={issue} comparison={comparison} hasMarksEditor />

      {cells.map((cell, column) => (
        <PartyOnIssue key={cell.partyId} cell={cell} parties={comparison.parties} column={column} />
      ))}

      {issue.commonGround !== '' && (
        <section className={paneStyles.section}>
          <h3>{say('field.commonGround')}</h3>
          <p className={paneStyles.words} dir="auto">
            {issue.commonGround}
          </p>
        </section>
      )}
      <LandingZone issue={issue} />
      {issue.note !== '' && (
        <section className={paneStyles.section}>
          <h3>{say('field.note')}</h3>
          <p className={paneStyles.words}>{issue.note}</p>
        </section>
      )}
      <PointsOnIssue issueId={issueId} />
      {mayEdit && <IssueActs issue={issue} issues={comparison.issues} />}
    </>
  )
}

const Status = memo(function Status({
  issueId,
  status,
  mayEdit,
}: {
  issueId: IssueId
  status: RowStatus
  mayEdit: boolean
}) {
  const say = useSay()
  const api = useApi()
  return (
    <div className={styles.status}>
      {mayEdit ? (
        <InlineSelect
          label={say('field.status')}
          value={status}
          options={rowStatus.options.map((value) => ({
            value,
            label: say(`status.${value}`),
            shown: <StatusMark status={value} />,
          }))}
          onChange={(status) => void attempt(() => api.call('issue.change', { id: issueId, status }))}
        />
      ) : (
        <StatusMark status={status} />
      )}
    </div>
  )
})

/** Of the row's cells, most are the same from one day to another. */
const PartyOnIssue = memo(function PartyOnIssue(props: {
  cell: Cell
  parties: readonly Party[]
  column: number
}) {
  const { cell, parties, column } = props
  const say = useSay()
  const party = parties[column]!
  const to = (id: PartyId | null) => parties.find((each) => each.id === id)?.shortName
  return (
    <section className={styles.party} data-colour={party.colour}>
      <h3>
        <button
          type="button"
          className={paneStyles.partyName}
          onClick={() => select({ kind: 'cell', issueId: cell.issueId, partyId: cell.partyId })}
        >
          <PartyShape column={column} />
          {party.shortName}
        </button>
      </h3>
      {cell.positions.map((position) => (
        <div key={position.id}>
          <p className={styles.line}>
            <KindMark kind={position.kind} />
            <span className={paneStyles.words}>
              <bdi>{position.text}</bdi>
              {position.addresseeId !== null && (
                <span className={positionStyles.to}>
                  {' '}
                  → <bdi>{to(position.addresseeId)}</bdi>
                </span>
              )}
              {position.firmness === 'red line' && (
                <>
                  {' '}
                  <span className={positionStyles.redLine}>{say('firmness.red line')}</span>
                </>
              )}
            </span>
          </p>
          {position.conditions.map((condition) => (
            <p key={condition.id} className={`${positionStyles.condition} ${styles.inset}`}>
              <b>{say(`relation.${condition.relation}`)}</b> <bdi>{condition.text}</bdi>{' '}
              <span className={positionStyles.state}>{say(`conditionState.${condition.state}`)}</span>
            </p>
          ))}
        </div>
      ))}
      {cell.gap !== null && (
        <p className={paneStyles.quiet}>
          {say('compare.gap')}, <GapWords gap={cell.gap} />
        </p>
      )}
      {cell.state === 'unseen' && <p className={paneStyles.quiet}>{say('compare.unseen')}</p>}
    </section>
  )
})

const PointsOnIssue = memo(function PointsOnIssue({ issueId }: { issueId: IssueId }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const mayEdit = useMayEdit()
  const points = useQuery('point.list', { issueId }).value ?? []
  if (points.length === 0 && !mayEdit) return null
  return (
    <section className={paneStyles.section}>
      <h3>{say('pane.points')}</h3>
      <ul className={paneStyles.plain}>
        {points.map((point) => (
          <li key={point.id} className={paneStyles.plainLine}>
            <span>
              {point.text}{' '}
              <span className={paneStyles.quiet}>
                {point.settledOn === null
                  ? say(`pointKind.${point.kind}`)
                  : say('pane.settledOn', { date: dateLabel(point.settledOn) })}
              </span>
            </span>
            {mayEdit && (
              <Button look="link" onPress={() => openSheet({ kind: 'point', id: point.id, issueId })}>
                {say('editing.edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <div className={paneStyles.acts}>
          <Button look="link" onPress={() => openSheet({ kind: 'point', id: null, issueId })}>
            {say('pane.addPoint')}
          </Button>
        </div>
      )}
    </section>
  )
})

const IssueActs = memo(function IssueActs({
  issue,
  issues,
}: {
  issue: ComparedIssue
  issues: ComparisonReading['issues']
}) {
  const say = useSay()
  const api = useApi()
  const { id, parentId } = issue
  const siblings = issues.filter((each) => each.parentId === parentId).map((each) => each.id)
  const { up, down } = neighbours(siblings, id)
  const parent = issues.find((each) => each.id === parentId)
  const move = (beforeId: IssueId | null) => void attempt(() => api.call('issue.reorder', { id, beforeId }))
  const nest = (under: IssueId | null) =>
    void attempt(() => api.call('issue.change', { id, parentId: under }))

  return (
    <section className={paneStyles.section}>
      <div className={paneStyles.acts}>
        <Button look="link" onPress={() => openSheet({ kind: 'issue', id, parentId })}>
          {say('pane.editIssue')}
        </Button>
        <Button look="link" onPress={() => openSheet({ kind: 'issue', id: null, parentId: id })}>
          {say('pane.addSubIssue')}
        </Button>
      </div>
      <div className={paneStyles.acts}>
        {up !== undefined && (
          <>
            <button type="button" className={paneStyles.lesser} onClick={() => move(up)}>
              {say('editing.moveUp')}
            </button>
            <button type="button" className={paneStyles.lesser} onClick={() => nest(up)}>
              {say('pane.nest')}
            </button>
          </>
        )}
        {down !== undefined && (
          <button type="button" className={paneStyles.lesser} onClick={() => move(down)}>
            {say('editing.moveDown')}
          </button>
        )}
        {parent && (
          <button type="button" className={paneStyles.lesser} onClick={() => nest(parent.parentId)}>
            {say('pane.unnest')}
          </button>
        )}
        <LesserActs kind="issue" id={id} />
      </div>
    </section>
  )
})
