import { useEffect, useMemo, useRef } from 'react'
import type { SourceId } from '../../../../app/model/source'
import type { StatementId } from '../../../../app/model/statement'
import { Button } from '../../../elements/button'
import { useDateLabel, useSay } from '../../../state/application'
import { openSheet } from '../../../state/compare-view'
import { goTo } from '../../../state/route'
import { useQuery } from '../../../state/use-query'
import { useMayEdit } from './editing'
import paneStyles from './pane.module.css'
import styles from './source-text.module.css'

type Passage = { statementId: StatementId; start: number; end: number }

/** The whole text of a source, as text, with every recorded passage marked and the wanted one in view. */
export function SourceText({ id, statementId }: { id: SourceId; statementId: StatementId | null }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const mayEdit = useMayEdit()
  const source = useQuery('source.get', { id }).value
  const outlets = useQuery('outlet.list', {}).value ?? []
  const passages = useQuery('source.passages', { id }).value
  const wanted = useRef<HTMLElement>(null)
  const pieces = useMemo(
    () => (source && passages ? cutAtPassages(source.text, foundOf(passages), statementId) : []),
    [source, passages, statementId],
  )
  const isDrawn = pieces.length > 0

  useEffect(() => {
    if (!isDrawn) return
    // jsdom has no layout and so no scrolling.
    wanted.current?.scrollIntoView?.({ block: 'center' })
    wanted.current?.focus({ preventScroll: true })
  }, [isDrawn])

  if (!source || !passages) return null
  const outlet = outlets.find((each) => each.id === source.outletId)
  const about = [outlet?.name, source.issued === null ? null : dateLabel(source.issued), source.URL]
  const orphans = passages.filter(({ place }) => place.state === 'orphaned')
  const isOrphaned = orphans.some((orphan) => orphan.statementId === statementId)
  const firstWanted = pieces.findIndex((piece) => piece.isWanted)

  return (
    <>
      <h2 className={paneStyles.title}>{source.title}</h2>
      <p className={paneStyles.under}>{about.filter(Boolean).join(' · ')}</p>
      <div className={paneStyles.acts}>
        <Button
          look="link"
          onPress={() => goTo('sources', { id, ...(statementId === null ? {} : { statement: statementId }) })}
        >
          {say('pane.openInReader')}
        </Button>
        {mayEdit && (
          <Button look="link" onPress={() => openSheet({ kind: 'source', id })}>
            {say('pane.editSource')}
          </Button>
        )}
      </div>
      {isOrphaned && (
        <p className={paneStyles.orphan} role="status">
          {say('pane.orphaned')}
        </p>
      )}
      {!isOrphaned && orphans.length > 0 && (
        <p className={paneStyles.orphan}>{say('pane.orphanedOthers', { count: orphans.length })}</p>
      )}
      {source.text === '' && <p className={paneStyles.empty}>{say('pane.noText')}</p>}
      <div className={styles.text} dir="auto" lang={source.language === 'und' ? undefined : source.language}>
        {pieces.map((piece, index) =>
          piece.isPassage ? (
            <mark
              key={index}
              ref={index === firstWanted ? wanted : undefined}
              tabIndex={index === firstWanted ? -1 : undefined}
              className={piece.isWanted ? styles.passageNow : styles.passage}
            >
              {piece.text}
            </mark>
          ) : (
            piece.text
          ),
        )}
      </div>
    </>
  )
}

function foundOf(
  passages: readonly {
    statementId: StatementId
    place: { state: 'orphaned' } | ({ state: 'found' } & Omit<Passage, 'statementId'>)
  }[],
): Passage[] {
  return passages.flatMap(({ statementId, place }) =>
    place.state === 'found' ? [{ statementId, start: place.start, end: place.end }] : [],
  )
}

type Piece = { text: string; isPassage: boolean; isWanted: boolean }

/** The text cut wherever a passage begins or ends; passages may overlap, and the wanted one wins. */
export function cutAtPassages(
  text: string,
  passages: readonly Passage[],
  wanted: StatementId | null,
): Piece[] {
  const cuts = [...new Set([0, text.length, ...passages.flatMap(({ start, end }) => [start, end])])].toSorted(
    (a, b) => a - b,
  )
  const pieces: Piece[] = []
  for (let index = 0; index + 1 < cuts.length; index++) {
    const [from, to] = [cuts[index]!, cuts[index + 1]!]
    const over = passages.filter(({ start, end }) => start <= from && to <= end)
    const piece = {
      text: text.slice(from, to),
      isPassage: over.length > 0,
      isWanted: over.some(({ statementId }) => statementId === wanted),
    }
    const last = pieces.at(-1)
    if (last && last.isPassage === piece.isPassage && last.isWanted === piece.isWanted)
      last.text += piece.text
    else pieces.push(piece)
  }
  return pieces
}
