import { AppError } from '../../app/errors'
import type { Source, SourceId } from '../../app/model/source'
import type { Span } from '../../app/model/statement'
import { anchorFor, findAnchor } from '../../app/rules/anchor'
import { movedPages } from '../../app/rules/moved-pages'
import { pageOf } from '../../app/rules/page-of'
import { prepare, type ReadDb, type WriteDb } from '../../db/connection'
import { fromRow, getRecord } from '../../db/tables/records'
import type { Handlers } from '../handlers'
import { changeRecord } from './record-operations'

export const anchorOperations: Handlers<'source.correctText' | 'source.orphans' | 'span.reattach'> = {
  'source.correctText'(db, { id, text }) {
    const before = getRecord(db, 'source', id)
    return changeText(db, id, { text, pages: movedPages(before.text, text, before.pages) })
  },

  'source.orphans': (db, { sourceId }) => listOrphans(db, sourceId),

  'span.reattach'(db, { id, start, end }) {
    const span = getRecord(db, 'span', id)
    const { sourceId } = getRecord(db, 'statement', span.statementId)
    const { text, pages } = getRecord(db, 'source', sourceId)
    return changeRecord(db, 'span', { id, ...anchorAt(text, start, end), page: pageOf(pages, start) })
  },
}

function anchorAt(text: string, start: number, end: number) {
  try {
    return anchorFor(text, start, end)
  } catch {
    throw new AppError('range-not-in-text')
  }
}

type NewText = Pick<Source, 'text' | 'pages'> & Partial<Pick<Source, 'originalSha256' | 'originalMediaType'>>

/**
 * A source's text, with its passages found again letter for letter. Those that are not stay as they were recorded,
 * orphaned, until a person chooses.
 */
export function changeText(db: WriteDb, id: SourceId, change: NewText) {
  const source = changeRecord(db, 'source', { id, ...change })
  const orphaned: Span['id'][] = []
  const spans = spansOf(db, id)
  for (const span of spans) {
    const found = findAnchor(source.text, span)
    if (found.state === 'orphaned') orphaned.push(span.id)
    else {
      const anchor = anchorFor(source.text, found.start, found.end)
      changeRecord(db, 'span', {
        id: span.id,
        ...anchor,
        page: pageOf(source.pages, found.start) ?? span.page,
      })
    }
  }
  return { source, held: spans.length - orphaned.length, orphaned }
}

function spansOf(db: ReadDb, sourceId: string): Span[] {
  return prepare(
    db,
    `SELECT span.* FROM span JOIN statement ON statement.id = span.statementId
     WHERE statement.sourceId = ? ORDER BY span.start, span.id`,
  )
    .all(sourceId)
    .map((row) => fromRow('span', row))
}

function listOrphans(db: ReadDb, sourceId: SourceId | undefined) {
  const sources = prepare<{ id: SourceId }>(
    db,
    `SELECT id FROM source WHERE (@id IS NULL OR id = @id)
     AND EXISTS (SELECT 1 FROM statement WHERE statement.sourceId = source.id) ORDER BY id`,
  ).all({ id: sourceId ?? null })
  return sources.flatMap(({ id }) => {
    const { text } = getRecord(db, 'source', id)
    return spansOf(db, id).flatMap((span) => {
      const found = findAnchor(text, span)
      if (found.state === 'found') return []
      const guesses = found.guesses.map((guess) => ({ ...guess, text: text.slice(guess.start, guess.end) }))
      return [{ statement: getRecord(db, 'statement', span.statementId), span, sourceId: id, guesses }]
    })
  })
}
