import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import { compareEdtf } from '../../../app/model/edtf-date'
import type { SourceId } from '../../../app/model/source'
import type { SourceLine } from '../../../app/rules/capture'
import { foldText } from '../../../app/rules/fold-text'
import { keyLabel } from '../../actions/action'
import { InlineSelect } from '../../elements/fields/select-field'
import { useApplication, useDateLabel, useSay } from '../../state/application'
import { openSheet } from '../../state/compare-view'
import { goTo } from '../../state/route'
import { useQuery } from '../../state/use-query'
import { useMayEdit } from '../compare/pane/editing'
import { ImportCards } from './import-cards'
import { languageName } from './language-name'
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

  return (
    <nav className={styles.column} aria-label={say('sources.list')}>
      <div className={styles.top}>
        <h2 className={styles.caps}>{say('sources.name')}</h2>
        {lines.length > 1 && (
          <>
            <input
              className={styles.filter}
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
            </span>
          </>
        )}
        {words !== '' && shown.length === 0 && <p role="status">{say('sources.none', { words })}</p>}
      </div>
      <Lines lines={shown} openId={openId} />
      <ToFind />
      <div className={styles.foot}>
        <ImportCards />
        {mayEdit && (
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
        words: foldText([line.title, line.outletName ?? '', languageName(line.language, locale)].join(' ')),
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

function Lines({ lines, openId }: { lines: readonly SourceLine[]; openId: SourceId | null }) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 6,
    // jsdom has no layout: there, the first lines are drawn as if there were room for them.
    initialRect: { width: 248, height: 800 },
    getItemKey: (index) => lines[index]!.id,
  })
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul className={styles.lines} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index]!
          return (
            <li key={line.id} ref={virtualizer.measureElement} data-index={item.index}>
              <button
                type="button"
                className={styles.line}
                aria-current={line.id === openId ? 'true' : undefined}
                style={{ transform: `translateY(${item.start}px)` }}
                ref={(element) => {
                  // The list item holds no box of its own: the button's height is that of the line.
                  if (element) virtualizer.resizeItem(item.index, element.offsetHeight || lineHeight)
                }}
                onClick={() => goTo('sources', { id: line.id })}
              >
                <LineContent line={line} />
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function LineContent({ line }: { line: SourceLine }) {
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
      <span>{say('sources.rests', { statements: line.statements, positions: line.positions })}</span>
      {line.parties.length > 0 && (
        <span className={styles.shares} aria-hidden="true">
          {line.parties.map(({ partyId, colour, count }) => (
            <i key={partyId} data-colour={colour ?? undefined} style={{ flex: count }} />
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
