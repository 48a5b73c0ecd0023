import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import { compareEdtf } from '../../../app/model/edtf-date'
import type { SourceId } from '../../../app/model/source'
import type { SourceLine } from '../../../app/rules/capture'
import { foldText } from '../../../app/rules/fold-text'
import { keyLabel } from '../../actions/action'
import { Button } from '../../elements/button'
import inputStyles from '../../elements/fields/boxed-input.module.css'
import { InlineSelect } from '../../elements/fields/select-field'
import { TagMark } from '../../elements/tag-mark'
import { useApplication, useDateLabel, useSay } from '../../state/application'
import { openSheet } from '../../state/compare-view'
import { goTo } from '../../state/route'
import { useQuery } from '../../state/use-query'
import { useMayEdit } from '../compare/pane/editing'
import { ImportCards } from './import-cards'
import { languageName } from './language-name'
import { SelectionPanel, useSourceSelection, type SourceSelection } from './source-selection'
import styles from './source-list.module.css'

const sorts = ['added', 'date', 'title', 'outlet', 'statements'] as const
type Sort = (typeof sorts)[number]

/** Every source with what rests on it; below, the first-hand sources that are still to be found. */
export function SourceList(props: {
  lines: readonly SourceLine[]
  openId: SourceId | null
  onChooseFile: () => void
}) {
  const { lines, openId, onChooseFile } = props
  const say = useSay()
  const mayEdit = useMayEdit()
  const [words, setWords] = useState('')
  const [sort, setSort] = useState<Sort>('added')
  const shown = useShown(lines, { words, sort })
  const selection = useSourceSelection(shown)

  return (
    <nav className={styles.column} aria-label={say('sources.list')}>
      <div className={styles.top}>
        <h2 className={styles.caps}>{say('sources.name')}</h2>
        {lines.length > 1 && (
          <>
            <input
              className={`${inputStyles.boxed} ${inputStyles.whole}`}
              type="search"
              aria-label={say('sources.filter')}
              placeholder={say('sources.filterHint')}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            <span className={styles.sort}>
              {say('sources.sort')}
              <InlineSelect
                label={say('sources.sort')}
                value={sort}
                onChange={setSort}
                options={sorts.map((value) => ({ value, label: say(`sources.sort.${value}`) }))}
              />
              {mayEdit && selection.selected === null && (
                <Button look="link" onPress={selection.begin}>
                  {say('sources.select')}
                </Button>
              )}
            </span>
          </>
        )}
        {words !== '' && shown.length === 0 && <p role="status">{say('sources.none', { words })}</p>}
      </div>
      <Lines lines={shown} openId={openId} selection={selection} />
      {selection.selected === null && <ToFind />}
      <div className={styles.foot}>
        <ImportCards />
        {selection.selected !== null && <SelectionPanel selection={selection} lines={lines} shown={shown} />}
        {mayEdit && selection.selected === null && (
          <button type="button" className={styles.add} onClick={onChooseFile}>
            <span>
              <b>{say('sources.add')}</b> <kbd>{keyLabel('Mod+V')}</kbd>
            </span>
            <span>{say('sources.addHow')}</span>
          </button>
        )}
      </div>
    </nav>
  )
}

function useShown(
  lines: readonly SourceLine[],
  { words, sort }: { words: string; sort: Sort },
): SourceLine[] {
  const { locale } = useApplication()
  // Folding twenty thousand titles once is felt; at every letter it would be in the way.
  const folded = useMemo(
    () =>
      lines.map((line) => ({
        line,
        words: foldText(
          [
            line.title,
            line.outletName ?? '',
            languageName(line.language, locale),
            ...line.tags.map(({ name }) => name),
          ].join(' '),
        ),
      })),
    [lines, locale],
  )
  return useMemo(() => {
    const terms = foldText(words).split(/\s+/u)
    const found = folded
      .filter(({ words: held }) => terms.every((term) => held.includes(term)))
      .map(({ line }) => line)
    const collator = new Intl.Collator(locale, { numeric: true })
    return found.toSorted(orders(collator)[sort])
  }, [folded, words, sort, locale])
}

function orders(collator: Intl.Collator): Record<Sort, (a: SourceLine, b: SourceLine) => number> {
  return {
    // Ids begin with the time at which they were made.
    added: (a, b) => (a.id < b.id ? 1 : -1),
    date: (a, b) => compareEdtf(b.issued, a.issued),
    title: (a, b) => collator.compare(a.title, b.title),
    outlet: (a, b) => collator.compare(a.outletName ?? '\uffff', b.outletName ?? '\uffff'),
    statements: (a, b) => b.statements - a.statements,
  }
}

const lineHeight = 116

function Lines(props: { lines: readonly SourceLine[]; openId: SourceId | null; selection: SourceSelection }) {
  const { lines, openId, selection } = props
  const { selected } = selection
  const mayEdit = useMayEdit()
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- what it returns is read here only, never kept
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 6,
    // jsdom has no layout: there, the first lines are drawn as if there were room for them.
    initialRect: { width: 248, height: 800 },
    getItemKey: (index) => lines[index]!.id,
  })
  const shown = virtualizer.getVirtualItems()
  const ids = shown.map((item) => lines[item.index]!.id)
  const counts = useQuery('source.positionCounts', { ids }).value ?? []
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul className={styles.lines} style={{ blockSize: virtualizer.getTotalSize() }}>
        {shown.map((item) => {
          const line = lines[item.index]!
          return (
            <li key={line.id}>
              <button
                type="button"
                className={styles.line}
                aria-current={line.id === openId ? 'true' : undefined}
                {...(selected !== null && { role: 'checkbox', 'aria-checked': selected.has(line.id) })}
                style={{ transform: `translateY(${item.start}px)` }}
                // The list item has no box of its own: the height of a line is that of its button.
                ref={virtualizer.measureElement}
                data-index={item.index}
                onClick={(event) => {
                  const { ctrlKey, metaKey, shiftKey } = event
                  if (selected === null && !((ctrlKey || metaKey) && mayEdit)) {
                    return goTo('sources', { id: line.id })
                  }
                  selection.toggle(line.id, { isRange: shiftKey })
                }}
              >
                <LineContent line={line} positions={counts.find(({ id }) => id === line.id)?.count ?? 0} />
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function LineContent({ line, positions }: { line: SourceLine; positions: number }) {
  const { say, locale } = useApplication()
  const dateLabel = useDateLabel()
  const about = [
    line.issued === null ? null : dateLabel(line.issued),
    say(`sourceType.${line.type}`),
    line.language === 'und' ? null : languageName(line.language, locale),
  ]
  return (
    <>
      <b dir="auto">{line.title}</b>
      {(line.outletName !== null || line.originTitle !== null) && (
        <span dir="auto">
          {line.outletName}
          {line.outletName !== null && line.reliability !== 'F' && (
            <>
              {' · '}
              <i className={styles.grade} title={say(`reliability.${line.reliability}`)}>
                {line.reliability}
              </i>
            </>
          )}
          {line.originTitle !== null && ` (${line.originTitle})`}
        </span>
      )}
      <span>{about.filter(Boolean).join(' · ')}</span>
      <span>{say('sources.rests', { statements: line.statements, positions })}</span>
      {line.tags.length > 0 && (
        <span className={styles.tagged}>
          {line.tags.map(({ id, name }) => (
            <TagMark key={id} name={name} />
          ))}
        </span>
      )}
      {line.parties.length > 0 && (
        <span className={styles.shares} aria-hidden="true">
          {line.parties.map(({ colour, count }) => (
            <i key={colour} data-colour={colour ?? undefined} style={{ flex: count }} />
          ))}
        </span>
      )}
    </>
  )
}

function ToFind() {
  const say = useSay()
  const points = useQuery('point.list', {}).value ?? []
  const wanted = points.filter(({ kind, settledOn }) => kind === 'source to find' && settledOn === null)
  if (wanted.length === 0) return null
  return (
    <section className={styles.want}>
      <h3 className={styles.caps}>{say('sources.toFind')}</h3>
      <ul>
        {wanted.map(({ id, text, issueId }) => (
          <li key={id}>
            <button type="button" onClick={() => openSheet({ kind: 'point', id, issueId })}>
              <b dir="auto">{text}</b>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
