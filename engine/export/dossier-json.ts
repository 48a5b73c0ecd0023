import { isNarrowed, type ExportScope } from '../../app/model/export-scope'
import { recordKinds } from '../../app/model/records'
import { dossierJsonFormat, dossierJsonSchemaId, dossierJsonVersion } from '../../app/rules/dossier-json'
import type { SourceId } from '../../app/model/source'
import type { SourceHead } from '../../app/rules/evidence-item'
import type { WholeDossier } from '../../app/rules/whole-dossier'
import type { ReadDb } from '../../db/connection'
import { listChangesBetween } from '../../db/journal'
import { readOriginal } from '../../db/tables/originals'
import { readSourceText } from '../../db/tables/whole-dossier'
import { hashOf } from '../operations/record-operations'
import type { OnPart } from './export-form'

/**
 * The dossier as one JSON document, in pieces: the dossier, every record by kind in its order, the history, and the
 * documents as they came. One record a line, so that two exports can be compared line by line. Nothing is held open in
 * the database between two pieces.
 */
export function* dossierAsJson(
  db: ReadDb,
  leaving: WholeDossier,
  scope: ExportScope,
  { onPart, lastChange }: { onPart: OnPart; lastChange: number },
): Generator<string> {
  const { records, dossier } = leaving
  const head = { $schema: dossierJsonSchemaId, format: dossierJsonFormat, version: dossierJsonVersion }
  const isWhole = !isNarrowed(scope) && scope.originals
  yield `${JSON.stringify(head).slice(0, -1)},"isWhole":${isWhole},\n"dossier":${JSON.stringify(dossier)},\n"records":{`
  const of = recordKinds.length + 2
  for (const [at, kind] of recordKinds.entries()) {
    yield `${at === 0 ? '\n' : ',\n'}"${kind}":`
    yield* jsonList(
      kind === 'source' ? sourcesWithText(db, records.source, scope, leaving.cutSources) : records[kind],
    )
    onPart(at + 1, of)
  }
  yield '},\n"changes":'
  yield* jsonList(scope.history && !isNarrowed(scope) ? changesUpTo(db, lastChange) : [])
  onPart(of - 1, of)
  yield ',\n"originals":'
  yield* jsonList(originalsOf(db, scope.originals ? records.source : []))
  yield '}\n'
  onPart(of, of)
}

/** Some lines at a time: a piece a line would cost more to write than to make. */
const pieceLength = 65_536

function* jsonList(items: Iterable<unknown>): Generator<string> {
  let piece = '['
  let isEmpty = true
  for (const item of items) {
    piece += `${isEmpty ? '' : ','}\n${JSON.stringify(item)}`
    isEmpty = false
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield `${piece}]`
}

function* sourcesWithText(
  db: ReadDb,
  heads: readonly SourceHead[],
  { texts, originals }: ExportScope,
  cut: ReadonlySet<SourceId>,
): Generator<unknown> {
  for (const head of heads) {
    const kept = texts && !cut.has(head.id) ? readSourceText(db, head.id) : null
    const { originalSha256, originalMediaType, ...fields } = head
    yield {
      ...fields,
      ...(kept ?? { text: '', textHash: hashOf({ text: '' }), pages: [] }),
      originalSha256: originals ? originalSha256 : null,
      originalMediaType,
    }
  }
}

const changesAtOnce = 2_000

function* changesUpTo(db: ReadDb, last: number): Generator<unknown> {
  for (let after = 0; after < last; ) {
    const changes = listChangesBetween(db, { after, last, limit: changesAtOnce })
    if (changes.length === 0) return
    yield* changes
    after = changes.at(-1)!.number
  }
}

function* originalsOf(db: ReadDb, sources: readonly SourceHead[]): Generator<unknown> {
  const wanted = new Set(sources.flatMap(({ originalSha256 }) => originalSha256 ?? []))
  for (const sha256 of [...wanted].toSorted()) {
    const bytes = readOriginal(db, sha256)
    if (bytes !== null) yield { sha256, base64: bytes.toString('base64') }
  }
}
