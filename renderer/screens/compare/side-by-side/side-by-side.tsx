import { useMemo, useRef } from 'react'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { countPairs, isAmong, pairParties } from '../../../../app/rules/two-parties'
import { Button } from '../../../elements/button'
import { useSay } from '../../../state/application'
import { useDifferencesArriving } from '../../../state/differences'
import { useOpened } from '../../../state/opened'
import { showOnly, type SideBySide as Shown } from '../../../state/side-by-side'
import { PairCountsTable } from './pair-counts'
import { PairHead } from './pair-head'
import { PairSection } from './pair-section'
import { PrintedPairHead } from './printed-pair'
import { filterWords } from './pair-words'
import styles from './side-by-side.module.css'
import { useIssueList } from './use-issue-list'

/** Two parties, one issue after the other: a document to read the evening before they meet, and to write in. */
export function SideBySide({ comparison, shown }: { comparison: ComparisonReading; shown: Shown }) {
  const say = useSay()
  const scroller = useRef<HTMLDivElement>(null)
  const { oursId, theirsId, filter } = shown
  const dossier = useOpened(({ opened }) => opened?.dossier)
  useDifferencesArriving()
  const pair = useMemo(() => pairParties(comparison, oursId, theirsId), [comparison, oursId, theirsId])
  const counts = useMemo(() => pair && countPairs(pair), [pair])
  const issues = useMemo(
    () => (pair?.issues ?? []).filter((issue) => filter === null || isAmong(issue, filter)),
    [pair, filter],
  )
  const list = useIssueList(scroller, issues, filter ?? 'all')

  return (
    <div className={styles.screen}>
      {pair && dossier && (
        <PrintedPairHead {...{ dossier, pair, filter }} asOf={comparison.asOf} count={issues.length} />
      )}
      <PairHead comparison={comparison} shown={shown} pair={pair} count={issues.length} />
      <div
        ref={scroller}
        className={styles.scroller}
        role="region"
        aria-label={
          pair
            ? say('pair.document', { ours: pair.ours.shortName, theirs: pair.theirs.shortName })
            : say('pair.name')
        }
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can have the focus
        tabIndex={0}
      >
        {pair === null || counts === null ? (
          <p className={styles.missing}>{say('pair.missing')}</p>
        ) : (
          <div className={styles.document} style={{ blockSize: list.height }}>
            <div className={styles.flow} style={{ transform: `translateY(${list.start}px)` }}>
              {list.items.map(({ index, key }) => (
                <div key={key} data-index={index} ref={list.measure}>
                  {index === 0 ? (
                    <>
                      <PairCountsTable pair={pair} counts={counts} filter={filter} />
                      {issues.length === 0 && filter !== null && (
                        <div className={styles.missing}>
                          <p>{say('pair.nothingLeft', { filter: filterWords(say, filter, pair) })}</p>
                          <Button onPress={() => showOnly(null)}>
                            {say('pair.showAll', { count: pair.issues.length })}
                          </Button>
                        </div>
                      )}
                    </>
                  ) : (
                    <PairSection
                      comparison={comparison}
                      pair={pair}
                      issue={issues[index - 1]!}
                      isCurrent={list.currentId === issues[index - 1]!.issue.id}
                    />
                  )}
                </div>
              ))}
            </div>
          </div>
        )}
      </div>
    </div>
  )
}
