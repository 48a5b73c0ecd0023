import type { ExportFormat, ExportOptions } from '../../app/contract/export-contract'
import { largestDossierJsonBytes } from '../../app/contract/export-contract'
import { basename, resolve } from 'node:path'
import { AppError } from '../../app/errors'
import type { BriefingWish } from '../../app/rules/briefing/briefing-context'
import type { BriefingDocument } from '../../app/rules/briefing/briefing-document'
import { slidesOf } from '../../app/rules/briefing/slides'
import { positionColumns, positionRows } from '../../app/rules/export/position-columns'
import { statementColumns } from '../../app/rules/export/statement-columns'
import type { ExportContext } from '../../app/rules/export/export-context'
import type { LeftOut } from '../../app/rules/left-out'
import { leftOutText } from '../../app/rules/export/left-out-text'
import { createSay, languageFor, type Say } from '../../app/messages/say'
import { lastChangeNumber, lastStep } from '../../db/journal'
import { sizeOfOriginals } from '../../db/tables/originals'
import { sizeOfTexts } from '../../db/tables/whole-dossier'
import { csvRows } from '../export/csv'
import { dossierAsJson } from '../export/dossier-json'
import type { OnPart, Pieces } from '../export/export-form'
import { briefingAsHtml } from '../export/html'
import { leavingContext } from '../export/leaving-context'
import { letGo } from '../export/let-go'
import { briefingAsMarkdown } from '../export/markdown'
import { writeDocx } from '../export/docx/write-docx'
import { writePptx } from '../export/pptx/write-pptx'
import { comparisonWorkbook } from '../export/xlsx/comparison-workbook'
import { workbookParts } from '../export/xlsx/workbook'
import { zipStream } from '../export/zip-stream'
import type { Handlers } from '../handlers'
import type { Session } from '../session'
import { giveTurn } from '../tasks'
import { placeOf, refuseGuardedTarget, writeFileInTurns, writeWholeFile } from '../write-file'
import { documentInTurns } from './briefing-operations'
import { chooseTarget, printBriefing, refuseMissingView } from './printing-operations'
import { progressTeller } from './task-progress'

const extensions: Readonly<Record<ExportFormat, string>> = {
  pdf: 'pdf',
  docx: 'docx',
  pptx: 'pptx',
  xlsx: 'xlsx',
  html: 'html',
  markdown: 'md',
  'csv-positions': 'csv',
  'csv-statements': 'csv',
  json: 'json',
}

export const exportOperations: Handlers<'dossier.export' | 'dossier.exportLeftOut'> = {
  async 'dossier.export'(session, { path, leftOutPath, taskId, ...options }) {
    refuseMissingView(session, options)
    const target = await chooseTarget(session, { path, extension: extensions[options.format] })
    if (target === null) return null
    const listTarget = leftOutPath === undefined ? null : listPlace(session, leftOutPath)
    const open = session.current()
    return session.tasks.run(taskId, async (signal) => {
      const going = (): void => {
        if (signal.aborted || session.current() !== open) throw new AppError('cancelled')
      }
      const onPart = progressTeller(session, taskId)
      const write = await prepare(session, target, { options, onPart, going, signal })
      const written = await write()
      if (listTarget !== null)
        writeWholeFile(listTarget, leftOutText(written.leftOut, createSay(options.locale)))
      return { savedTo: target, ...written, leftOutSavedTo: listTarget }
    })
  },

  async 'dossier.exportLeftOut'(session, { path, ...options }) {
    const target = await chooseTarget(session, { path, extension: 'txt' })
    if (target === null) return null
    const { leftOut } = leavingContext(session.current().db, options, session.now())
    writeWholeFile(target, leftOutText(leftOut, createSay(options.locale)))
    return { savedTo: target }
  },
}

type Task = {
  options: ExportOptions
  onPart: OnPart
  /** Throws when it is to end. */
  going: () => void
  signal: AbortSignal
}
type Made = ReturnType<typeof leavingContext>
type Making = Task & { made: Made }

type Told = { counts: Record<string, number>; leftOut: LeftOut }
type Written = { bytes: number; pages: number | null }
type Documents = (rows: BriefingWish['rows']) => Promise<BriefingDocument>

/** What leaves, ready to be written: of all that was read no more is held then than its form needs. */
async function prepare(session: Session, target: string, task: Task): Promise<() => Promise<Written & Told>> {
  const { format } = task.options
  if (format === 'pdf') return () => printWhatLeaves(session, target, task)
  const made = leavingContext(session.current().db, task.options, session.now())
  letGo()
  const told = toldOf(made)
  const write = await writingOf(session, target, { ...task, made, format })
  return async () => {
    letGo()
    return { ...(await write()), ...told }
  }
}

const toldOf = ({ leaving, leftOut }: Made): Told => ({
  counts: Object.fromEntries(Object.entries(leaving.records).map(([kind, list]) => [kind, list.length])),
  leftOut,
})

const turnOf =
  ({ going }: Task) =>
  async (): Promise<void> => {
    await giveTurn()
    going()
  }

/** Read only when the page that prints is being opened, which takes as long. */
async function printWhatLeaves(session: Session, target: string, task: Task): Promise<Written & Told> {
  const { db } = session.current()
  const { options } = task
  // Told while the document is composed, which TypeScript cannot see.
  let told = null as Told | null
  const document = () => {
    const made = leavingContext(db, options, session.now())
    told = toldOf(made)
    return documentInTurns(db, options, made.context, { rows: 'kept', turn: turnOf(task) })
  }
  const written = await printBriefing(session, target, { ...task, document })
  return { ...written, ...told! }
}

async function writingOf(
  session: Session,
  target: string,
  making: Making & { format: Exclude<ExportFormat, 'pdf'> },
): Promise<() => Promise<Written>> {
  const { options, made, going, format } = making
  const { db } = session.current()
  if (format === 'json') {
    return async () => ({ bytes: await writeJson(session, target, making), pages: null })
  }
  // The records are read by now; what is made of them waits until a cancel could be heard.
  const turn = turnOf(making)
  await turn()
  const document: Documents = (rows) => documentInTurns(db, options, made.context, { rows, turn })
  return writingPieces(target, await piecesOf(format, { ...making, document }), going)
}

/** A function of its own, so that what it makes holds the pieces and nothing that they were made from. */
const writingPieces =
  (target: string, pieces: Pieces, going: Task['going']): (() => Promise<Written>) =>
  async () => ({ bytes: await writeFileInTurns(target, pieces, going), pages: null })

async function piecesOf(
  format: Exclude<ExportFormat, 'pdf' | 'json'>,
  { options, made, onPart, document }: Making & { document: Documents },
): Promise<Pieces> {
  switch (format) {
    case 'docx':
      return writeDocx(await document('made as read'), onPart)
    case 'pptx':
      return writePptx(slidesOf(await document('made as read'), onPart))
    case 'xlsx':
      return zipStream(workbookParts(comparisonWorkbook(made.context(), onPart)))
    case 'csv-positions':
      return csvOfPositions(made.context(), onPart)
    case 'csv-statements':
      return csvOfStatements(made.context(), onPart)
    case 'markdown':
      return briefingAsMarkdown(await document('kept'), onPart)
    case 'html':
      return briefingAsHtml(await document('kept'), pageWords(createSay(languageFor(options.locale))), onPart)
  }
}

function csvOfPositions(context: ExportContext, onPart: OnPart): Pieces {
  const rows = positionRows(context)
  return csvRows(positionColumns(context), rows, { onPart, count: rows.length })
}

const csvOfStatements = (context: ExportContext, onPart: OnPart): Pieces =>
  csvRows(statementColumns(context), context.statements(), {
    onPart,
    count: context.leaving.records.statement.length,
  })

const pageWords = (say: Say) => ({
  evidence: say('export.page.evidence'),
  close: say('export.page.close'),
  hint: say('export.page.hint'),
  hintBeside: say('export.page.hintBeside'),
  back: say('export.page.back'),
})

class ChangedMeanwhile extends Error {}

/** Texts and documents are read as they are written, so an edit in between begins it anew; the third time nobody has a turn. */
async function writeJson(
  session: Session,
  target: string,
  { options, made, onPart, going }: Making,
): Promise<number> {
  const { db } = session.current()
  const { scope } = options.selection
  refuseTooLarge(session, target, options)
  for (let attempt = 1; ; attempt += 1) {
    const began = lastStep(db)
    const { leaving } = attempt === 1 ? made : leavingContext(db, options, session.now())
    const pieces = dossierAsJson(db, leaving, scope, { onPart, lastChange: lastChangeNumber(db) })
    if (attempt === 3) {
      const all = Buffer.concat([...pieces].map((piece) => Buffer.from(piece)))
      writeWholeFile(target, all)
      return all.length
    }
    try {
      return await writeFileInTurns(target, pieces, () => {
        going()
        if (lastStep(db) !== began) throw new ChangedMeanwhile()
      })
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error
    }
  }
}

/** Base64 makes four bytes of three. */
function refuseTooLarge(session: Session, target: string, { selection: { scope } }: ExportOptions): void {
  const { db } = session.current()
  const originals = scope.originals ? (sizeOfOriginals(db) * 4) / 3 : 0
  const texts = scope.texts ? sizeOfTexts(db) : 0
  if (originals + texts < largestDossierJsonBytes) return
  throw new AppError('export-too-large', {
    file: basename(target),
    limit: largestDossierJsonBytes / 1024 / 1024,
  })
}

function listPlace(session: Session, path: string): string {
  const place = placeOf(resolve(path))
  if (session.isOwnFile(place)) throw new AppError('output-is-dossier', { file: basename(place) })
  refuseGuardedTarget(place)
  return place
}
