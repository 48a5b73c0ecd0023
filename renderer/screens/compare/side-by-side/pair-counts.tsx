import type { PairCounts, PairFilter, PartyPair } from '../../../../app/rules/two-parties'
import { useSay } from '../../../state/application'
import { showOnly } from '../../../state/side-by-side'
import { filterWords } from './pair-words'
import styles from './pair-counts.module.css'

const groups: readonly { name: 'near' | 'apart' | 'silence' | 'follow'; filters: readonly PairFilter[] }[] = [
  { name: 'near', filters: ['agreed', 'close'] },
  { name: 'apart', filters: ['mixed', 'opposed', 'unjudged'] },
  { name: 'silence', filters: ['only ours', 'only theirs', 'nothing found', 'unseen'] },
  { name: 'follow', filters: ['unanswered', 'waiting', 'gap', 'unseen cell'] },
]

/** How many issues are how, each figure one press from the issues that it counts. */
export function PairCountsTable(props: { pair: PartyPair; counts: PairCounts; filter: PairFilter | null }) {
  const { pair, counts, filter } = props
  const say = useSay()
  return (
    <section className={styles.counts} aria-label={say('pair.counts')}>
      {groups.map(({ name, filters }) => (
        <div key={name} className={styles.group} role="group" aria-label={say(`pair.group.${name}`)}>
          <h2 className={styles.groupName}>{say(`pair.group.${name}`)}</h2>
          <ul>
            {filters.map((each) => {
              const words = filterWords(say, each, pair)
              const count = counts[each]
              return (
                <li key={each}>
                  <button
                    type="button"
                    className={styles.count}
                    data-relation={each}
                    disabled={count === 0 && filter !== each}
                    aria-pressed={filter === each}
                    aria-label={say('pair.count', { count, filter: words })}
                    onClick={() => showOnly(filter === each ? null : each)}
                  >
                    <b>{count}</b>
                    <span dir="auto">{words}</span>
                  </button>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </section>
  )
}
