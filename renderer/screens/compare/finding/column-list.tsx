import { useRef, useState } from 'react'
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import type { Party, PartyId } from '../../../../app/model/party'
import { columnOrder } from '../../../../app/rules/column-arrangement'
import { foldText } from '../../../../app/rules/fold-text'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { Button } from '../../../elements/button'
import { ListSearch } from '../../../elements/fields/list-search'
import { PartyShape } from '../../../elements/party-shape'
import { useSay } from '../../../state/application'
import { useArrangement } from '../../../state/arrangement'
import { showColumns, useComparisonView } from '../../../state/comparison-view'
import { columnActs } from '../../../state/finding'
import styles from './layout-menu.module.css'

type Entry = {
  id: PartyId
  party: Party
  column: number
  isShown: boolean
  isPinned: boolean
  isAlone: boolean
  /** The folded coalition that its column is folded into. */
  within: Party | null
}

/** The parties in the order of their columns, those that are hidden last: shown, kept in sight, and moved. */
export function ColumnList({ comparison }: { comparison: ComparisonReading }) {
  const say = useSay()
  const parties = useComparisonView((view) => view.parties)
  const pinned = useComparisonView((view) => view.layout.pinned)
  const { columns } = useArrangement(comparison)
  const order = columnOrder(comparison, parties)
  const hidden = comparison.parties.map(({ id }) => id).filter((id) => !order.includes(id))
  const entries = [...order, ...hidden].map((id): Entry => {
    const column = comparison.index.columnOf.get(id)!
    return {
      id,
      party: comparison.parties[column]!,
      column,
      isShown: order.includes(id),
      isPinned: pinned.includes(id),
      within:
        columns.find((shown) => shown.column !== column && shown.standsFor.includes(column))?.party ?? null,
      isAlone: columns.length === 1 && columns[0]!.party.id === id,
    }
  })
  const [words, setWords] = useState('')
  const terms = foldText(words.trim()).split(/\s+/)
  const found = entries.filter(({ party }) => {
    const names = foldText(`${party.shortName}\n${party.name}`)
    return terms.every((term) => names.includes(term))
  })
  const isNarrowed = words.trim() !== '' && found.length < entries.length
  const list = useRef<HTMLDivElement>(null)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder({ keys, target }) {
      // The keys are the parties' ids, as the list was given them.
      const to = target.key as PartyId
      for (const id of keys as Set<PartyId>) {
        columnActs.move(id, to, { isAfter: target.dropPosition === 'after' })
      }
    },
  })

  return (
    <>
      <div className={styles.head}>
        <h3>{say('layout.columns')}</h3>
        <span className={styles.quiet}>
          {say('layout.columnsShown', { shown: order.length, all: comparison.parties.length })}
        </span>
        {parties !== null && (
          <Button look="link" onPress={() => showColumns(null)}>
            {say('layout.showAllColumns')}
          </Button>
        )}
      </div>
      {entries.length > mostWithoutSearch && (
        <ListSearch
          label={say('layout.findColumn')}
          isFirst
          words={words}
          onWords={setWords}
          onDown={() => list.current?.querySelector<HTMLElement>('[role="row"]')?.focus()}
          onEnter={() => {
            const [first] = found
            if (first && !first.isAlone) columnActs[first.isShown ? 'hide' : 'show'](first.id)
          }}
        />
      )}
      {isNarrowed && (
        <p className={styles.found} role="status">
          {say('layout.columnsFound', { count: found.length })}
          {found.length > 0 && (
            <Button look="link" onPress={() => showColumns(found.map(({ id }) => id))}>
              {say('layout.onlyFound')}
            </Button>
          )}
        </p>
      )}
      <GridList
        ref={list}
        aria-label={say('layout.columns')}
        className={styles.columns}
        items={found}
        dependencies={[found]}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(entry) => <ColumnEntry entry={entry} />}
      </GridList>
    </>
  )
}

/** Fewer are seen at once. */
const mostWithoutSearch = 10

function ColumnEntry({ entry }: { entry: Entry }) {
  const say = useSay()
  const { id, party, column, isShown, isPinned, isAlone, within } = entry
  const named = { party: party.shortName }
  return (
    <GridListItem id={id} textValue={party.shortName} className={styles.column}>
      <AriaButton slot="drag" className={styles.grip} aria-label={say('layout.drag', named)}>
        ⠿
      </AriaButton>
      <AriaButton
        className={styles.shown}
        aria-label={say('layout.show', named)}
        aria-pressed={isShown}
        isDisabled={isAlone}
        onPress={() => (isShown ? columnActs.hide(id) : columnActs.show(id))}
      >
        <span className={styles.box} aria-hidden="true">
          {isShown ? '✓' : ''}
        </span>
        <span data-colour={party.colour} className={styles.name} dir="auto">
          <PartyShape column={column} /> {party.shortName}
          {within && <small>{say('layout.inCoalition', { party: within.shortName })}</small>}
        </span>
      </AriaButton>
      <AriaButton
        className={styles.pin}
        aria-label={say('layout.pin', named)}
        aria-pressed={isPinned}
        isDisabled={!isShown || within !== null}
        onPress={() => columnActs.pin(id)}
      >
        {say('layout.pinShort')}
      </AriaButton>
      <AriaButton
        className={styles.step}
        aria-label={say('layout.earlier', named)}
        isDisabled={!isShown || within !== null}
        onPress={() => columnActs.step(id, -1)}
      >
        ↑
      </AriaButton>
      <AriaButton
        className={styles.step}
        aria-label={say('layout.later', named)}
        isDisabled={!isShown || within !== null}
        onPress={() => columnActs.step(id, 1)}
      >
        ↓
      </AriaButton>
    </GridListItem>
  )
}
