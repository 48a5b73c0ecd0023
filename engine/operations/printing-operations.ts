import { accessSync, constants } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { BriefingOptions } from '../../app/contract/briefing-contract'
import { AppError } from '../../app/errors'
import type { BriefingDocument } from '../../app/rules/briefing/briefing-document'
import type { OnPart } from '../export/export-form'
import { printDocument } from '../export/pdf/print-document'
import { fileNameFrom } from '../file-name'
import { writeRefusal } from '../../db/open'
import { getDossier } from '../../db/tables/dossier'
import type { Handlers } from '../handlers'
import type { Session } from '../session'
import { placeOf, refuseGuardedTarget, writeFileInTurns } from '../write-file'
import { findSavedView } from './arranged-comparison'
import { readBriefing } from './briefing-operations'
import { progressTeller } from './task-progress'

export const printingOperations: Handlers<'briefing.print'> = {
  async 'briefing.print'(session, { path, taskId, ...options }) {
    refuseMissingView(session, options)
    const target = await chooseTarget(session, { path, extension: 'pdf' })
    if (target === null) return null
    const open = session.current()
    return session.tasks.run(taskId, async (signal) => {
      const { pages } = await printBriefing(session, target, {
        document: () => readBriefing(open.db, options, session.now()),
        signal,
        onPart: progressTeller(session, taskId),
        going() {
          if (signal.aborted || session.current() !== open) throw new AppError('cancelled')
        },
      })
      return { savedTo: target, pages }
    })
  },
}

/** There would be nothing to print. */
export function refuseMissingView(session: Session, { view }: Pick<BriefingOptions, 'view'>): void {
  if (view !== null) findSavedView(session.current().db, view)
}

export type BriefingPrint = {
  document: () => BriefingDocument | Promise<BriefingDocument>
  signal: AbortSignal
  onPart: OnPart
  /** Throws when it is to end. */
  going: () => void
}

/** Prints a briefing to `target`, which stays as it was when that fails. */
export async function printBriefing(
  session: Session,
  target: string,
  { document, signal, onPart, going }: BriefingPrint,
): Promise<{ bytes: number; pages: number | null }> {
  let pages: number | null = null
  const pieces = printDocument(document, {
    desktop: session.desktop,
    signal,
    onProgress: onPart,
    onPages: (counted) => (pages = counted),
  })
  const bytes = await writeFileInTurns(target, pieces, going)
  return { bytes, pages }
}

/** Never a folder and never the open dossier itself, and refused before any work is done. */
export async function chooseTarget(
  session: Session,
  { path, extension }: { path: string | undefined; extension: string },
): Promise<string | null> {
  const open = session.current()
  const suggestedName = `${fileNameFrom(getDossier(open.db).title)}.${extension}`
  const chosen = path ?? (await session.desktop.chooseFileToSave({ extension, suggestedName }))
  if (chosen === null) return null

  const place = placeOf(resolve(chosen))
  if (session.isOwnFile(place)) throw new AppError('output-is-dossier', { file: basename(place) })
  refuseGuardedTarget(place)
  refuseUnwritableFolder(place)
  return place
}

function refuseUnwritableFolder(target: string): void {
  try {
    accessSync(dirname(target), constants.W_OK)
  } catch (error) {
    throw writeRefusal(error, target)
  }
}
