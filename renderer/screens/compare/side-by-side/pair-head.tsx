import type { PartyId } from '../../../../app/model/party'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import type { PartyPair } from '../../../../app/rules/two-parties'
import { keyLabel } from '../../../actions/action'
import { actionOf } from '../../../actions/all-actions'
import { BackButton } from '../../../elements/back-button'
import { Button } from '../../../elements/button'
import { InlineSelect } from '../../../elements/fields/select-field'
import { PartyShape } from '../../../elements/party-shape'
import { useSay } from '../../../state/application'
import {
  leaveSideBySide,
  readSideBySide,
  showOnly,
  swapSides,
  turnWordByWord,
  useWordByWord,
  type SideBySide,
} from '../../../state/side-by-side'
import { filterWords } from './pair-words'
import styles from './pair-head.module.css'

/** Which two, which of their issues, and whether their words are told apart. */
export function PairHead({
  comparison,
  shown: { oursId, theirsId, filter },
  pair,
  count,
}: {
  comparison: ComparisonReading
  shown: SideBySide
  pair: PartyPair | null
  count: number
}) {
  const say = useSay()
  const isWordByWord = useWordByWord((state) => state.isShown)
  // Choosing the one that is on the other side already puts them the other way round.
  const choose = (side: 'ours' | 'theirs') => (id: PartyId) => {
    const other = side === 'ours' ? theirsId : oursId
    if (id === other) swapSides()
    else if (side === 'ours') readSideBySide(id, theirsId, filter)
    else readSideBySide(oursId, id, filter)
  }
  const picker = (side: 'ours' | 'theirs') => (
    <InlineSelect
      label={say(`pair.${side}`)}
      value={side === 'ours' ? oursId : theirsId}
      onChange={choose(side)}
      options={comparison.parties.map((party, column) => ({
        value: party.id,
        label: party.name,
        shown: (
          <span className={styles.picked} data-colour={party.colour}>
            <PartyShape column={column} />
            {party.shortName}
          </span>
        ),
      }))}
    />
  )
  return (
    <header className={styles.head}>
      <BackButton title={`${say('pair.back')} (${keyLabel('Escape')})`} onPress={leaveSideBySide}>
        {say('pair.back')}
      </BackButton>
      <h1 className="visuallyHidden">{say('pair.name')}</h1>
      <div className={styles.pickers}>
        {picker('ours')}
        <button
          type="button"
          className={styles.swap}
          aria-label={say('pair.swap')}
          title={`${say('pair.swap')} (${actionOf('pair.swap').keys[0]})`}
          onClick={swapSides}
        >
          <svg viewBox="0 0 16 10" aria-hidden="true">
            <path d="M4 1L1 3.5 4 6M1 3.5h11M12 4l3 2.5L12 9M15 6.5H4" />
          </svg>
        </button>
        {picker('theirs')}
      </div>
      {filter !== null && pair !== null && (
        <p className={styles.filtered} role="status">
          {say('pair.showing', { count, filter: filterWords(say, filter, pair) })}{' '}
          <Button look="link" onPress={() => showOnly(null)}>
            {say('pair.showAll', { count: pair.issues.length })}
          </Button>
        </p>
      )}
      <button type="button" className={styles.toggle} aria-pressed={isWordByWord} onClick={turnWordByWord}>
        <span className={styles.box} aria-hidden="true">
          {isWordByWord && (
            <svg viewBox="0 0 10 10">
              <path d="M1 5.5L4 8.5 9 1.5" />
            </svg>
          )}
        </span>
        {say('pair.words')} <kbd aria-hidden="true">{actionOf('pair.words').keys[0]}</kbd>
      </button>
    </header>
  )
}
