import { useMemo } from 'react'
import type { Say } from '../../../../app/messages/say'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import type { EvidenceItem } from '../../../../app/rules/evidence-item'
import type { CellReading } from '../../../../app/contract/comparison-contract'
import { Button } from '../../../elements/button'
import { useSay } from '../../../state/application'
import { openSheet, useCompareView } from '../../../state/compare-view'
import { useQuery } from '../../../state/use-query'
import type { CellPlace } from './cell-tab'
import { useMayEdit } from './editing'
import styles from './pane.module.css'
import positionStyles from './position.module.css'
import { Quotation } from './quotation'

/** Everything that is cited in the cell: the words themselves, who said them, and where they stand. */
export function EvidenceTab({ comparison, issueId, partyId }: CellPlace) {
  const say = useSay()
  const mayEdit = useMayEdit()
  const asOf = useCompareView((view) => view.asOf)
  const shown = useCompareView((view) => view.shownEvidence)
  const reading = useQuery('cell.read', { issueId, partyId, asOf }).value
  const groups = useMemo(
    () => (reading ? groupByTarget(reading, comparison, say) : []),
    [reading, comparison, say],
  )
  const party = comparison.parties.find(({ id }) => id === partyId)
  const issue = comparison.issues.find(({ id }) => id === issueId)
  if (!party || !issue || reading?.cell.issueId !== issueId || reading.cell.partyId !== partyId) return null

  const first = reading.cell.positions[0]
  return (
    <div data-colour={party.colour}>
      <h2 className={styles.title}>
        {say('pane.cellTitle', { party: party.shortName, issue: issue.title })}
      </h2>
      {groups.length === 1 && <p className={styles.under}>{groups[0]!.words}</p>}
      {groups.length === 0 && (
        <p className={styles.empty}>{say(first ? 'pane.noEvidence' : 'pane.noPosition')}</p>
      )}
      {groups.map((group) => (
        <section key={group.key} className={groups.length > 1 ? styles.section : ''}>
          {groups.length > 1 && (
            <h3 className={styles.groupTitle} dir="auto">
              {group.words}
            </h3>
          )}
          {group.items.map((item) => (
            <Quotation key={item.evidence.id} item={item} isShown={item.evidence.id === shown} />
          ))}
        </section>
      ))}
      {reading.cell.positions
        .filter((position) => position.assessment !== '')
        .map((position) => (
          <div key={position.id} className={positionStyles.assessment}>
            <h3>{say('pane.assessment')}</h3>
            {position.assessment}
          </div>
        ))}
      {mayEdit && first && (
        <div className={styles.start}>
          <Button onPress={() => openSheet({ kind: 'evidence', target: { positionId: first.id }, partyId })}>
            {say('pane.addEvidence')}
          </Button>
        </div>
      )}
    </div>
  )
}

type Group = { key: string; words: string; items: EvidenceItem[] }

/** By what the statements are evidence for, in the order of the cell. */
function groupByTarget(
  { cell, others, evidence }: CellReading,
  { parties }: ComparisonReading,
  say: Say,
): Group[] {
  const groups: Group[] = []
  const add = (key: string, words: string) => {
    const items = evidence.filter(({ evidence: link }) =>
      [link.positionId, link.conditionId, link.answerId].some((id) => id === key),
    )
    if (items.length > 0) groups.push({ key, words, items })
  }
  for (const position of [...cell.positions, ...others]) {
    add(position.id, position.text)
    for (const condition of position.conditions) {
      add(condition.id, `${say(`relation.${condition.relation}`)} ${condition.text}`)
    }
    for (const { id, partyId, outcome } of position.answers) {
      const party = parties.find((each) => each.id === partyId)?.shortName ?? ''
      add(id, say('pane.answeredSo', { party, outcome: say(`outcome.${outcome}`) }))
    }
  }
  return groups
}
