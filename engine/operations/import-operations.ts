import type {
  BroughtIn,
  DocumentFormat,
  DocumentInput,
  ReadDocument,
} from '../../app/contract/import-contract'
import { AppError } from '../../app/errors'
import { todayAsEdtf } from '../../app/model/edtf-date'
import type { OutletId, Source, SourceId } from '../../app/model/source'
import { foldText } from '../../app/rules/fold-text'
import type { WriteDb } from '../../db/connection'
import { alikeSources } from '../../db/tables/alike-sources'
import { findSourceOfOriginal, keepOriginal } from '../../db/tables/originals'
import { getRecord, listRecords } from '../../db/tables/records'
import type { Handlers } from '../handlers'
import type { OnProgress } from '../import/reader'
import { takeIn, type TakenIn } from '../import/take-in'
import type { Session } from '../session'
import { changeText } from './anchor-operations'
import { addRecord } from './record-operations'

type Task = { taskId?: string | undefined; as: DocumentFormat | null }

export const importOperations: Handlers<
  'source.import' | 'source.importAll' | 'source.replaceDocument' | 'task.cancel'
> = {
  async 'source.import'(session, { input, isPreview, ...task }) {
    const [brought] = await bringIn(session, [input], { ...task, isPreview, label: 'source.import' })
    return brought!
  },

  'source.importAll': (session, { inputs, isPreview, ...task }) =>
    bringIn(session, inputs, { ...task, isPreview, label: 'source.importAll' }),

  async 'source.replaceDocument'(session, { id, input, ...task }) {
    const open = session.current()
    const history = session.currentHistory()
    getRecord(open.db, 'source', id)
    return session.tasks.run(task.taskId, async (signal) => {
      const taken = await takeIn(input)
      const document = await read(session, taken, { ...task, signal })
      stillOpen(session, open, signal)
      return history.record('source.replaceDocument', () => {
        keepOriginal(open.db, taken)
        const { text, pages, mediaType } = document
        const original = { originalSha256: taken.sha256, originalMediaType: mediaType }
        return { ...changeText(open.db, id, { text, pages, ...original }), problems: document.problems }
      })
    })
  },

  'task.cancel': async (session, { id }) => session.tasks.cancel(id),
}

type ReadInput = { taken: TakenIn; known: SourceId | null; document: ReadDocument | null }

/** Reads all of them, then adds all of them in one step; when one is refused, the dossier stays as it was. */
async function bringIn(
  session: Session,
  inputs: readonly DocumentInput[],
  { isPreview, label, ...task }: Task & { isPreview: boolean; label: string },
): Promise<BroughtIn[]> {
  const open = session.current()
  const history = isPreview ? null : session.currentHistory()
  return session.tasks.run(task.taskId, async (signal) => {
    const all: ReadInput[] = []
    for (const [index, input] of inputs.entries()) {
      const taken = await takeIn(input)
      stillOpen(session, open, signal)
      const known = findSourceOfOriginal(open.db, taken.sha256)
      const document = known === null ? await read(session, taken, { ...task, signal }) : null
      stillOpen(session, open, signal)
      all.push({ taken, known, document })
      if (inputs.length > 1) tell(session, task.taskId, index + 1, inputs.length, 'documents')
    }
    const today = todayAsEdtf(session.now())
    if (history === null) return all.map((each) => described(open.db, each))
    return history.record(label, () => all.map((each) => add(open.db, each, today)))
  })
}

async function read(
  session: Session,
  { bytes, fileName }: TakenIn,
  { as, taskId, signal }: Task & { signal: AbortSignal },
): Promise<ReadDocument> {
  if (session.readApart === undefined) throw new Error('This session has nobody to read documents.')
  const onProgress: OnProgress = (done, of, what) => tell(session, taskId, done, of, what)
  return session.readApart({ bytes, fileName, asked: as }, { signal, onProgress })
}

function tell(
  session: Session,
  id: string | undefined,
  done: number,
  of: number,
  what: 'bytes' | 'pages' | 'documents',
): void {
  if (id !== undefined) session.announce('task.progress', { id, done, of, what })
}

/** While a document was read, the person may have thought better of it, or gone on to another dossier. */
function stillOpen(session: Session, open: object, signal: AbortSignal): void {
  if (signal.aborted || session.current() !== open) throw new AppError('cancelled')
}

/** What bringing it in would come to. */
function described(db: WriteDb, { known, document }: ReadInput): BroughtIn {
  return {
    source: known === null ? null : getRecord(db, 'source', known),
    document,
    problems: document?.problems ?? [],
    alreadyHere: known,
    alike: document === null ? [] : alikeSources(db, document.text),
  }
}

function add(db: WriteDb, read: ReadInput, today: string): BroughtIn {
  const { taken, document } = read
  // Another of the same batch may have brought the same file.
  const known = findSourceOfOriginal(db, taken.sha256)
  if (known !== null || document === null) return described(db, { ...read, known, document: null })
  const before = described(db, read)
  keepOriginal(db, taken)
  return { ...before, source: addSource(db, document, taken, today) }
}

function addSource(db: WriteDb, document: ReadDocument, { sha256 }: TakenIn, today: string): Source {
  const { outletName, mediaType, format: _format, problems: _problems, ...fields } = document
  return addRecord(db, 'source', {
    ...fields,
    outletId: outletCalled(db, outletName),
    accessed: document.URL === '' ? null : today,
    originId: null,
    note: '',
    originalSha256: sha256,
    originalMediaType: mediaType,
  })
}

/** The outlet of that name, made where there is none; its reliability is the analyst's to judge. */
function outletCalled(db: WriteDb, name: string): OutletId | null {
  if (name.trim() === '') return null
  const folded = foldText(name.trim())
  const known = listRecords(db, 'outlet').find((outlet) => foldText(outlet.name.trim()) === folded)
  return known?.id ?? addRecord(db, 'outlet', { name, kind: 'other', reliability: 'F', note: '' }).id
}
