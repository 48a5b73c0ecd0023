import { accessSync, constants } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { briefingAddress, type BriefingOptions } from '../../app/contract/briefing-contract'
import { AppError } from '../../app/errors'
import { slidesOf } from '../../app/rules/briefing/slides'
import { writeDocx } from '../export/docx/write-docx'
import { writePptx } from '../export/pptx/write-pptx'
import { dossierAsJson } from '../export/dossier-json'
import { printDocument } from '../export/pdf/print-document'
import { fileNameFrom } from '../file-name'
import { writeRefusal } from '../../db/open'
import { getDossier } from '../../db/tables/dossier'
import type { Handlers } from '../handlers'
import type { Session } from '../session'
import { placeOf, streamWholeFile, writeWholeFile } from '../write-file'
import { findSavedView } from './arranged-comparison'
import { readBriefing } from './briefing-operations'

export const printingOperations: Handlers<'briefing.print' | 'briefing.write' | 'dossier.exportJson'> = {
  async 'briefing.print'(session, { path, taskId, ...options }) {
    // The page could only print that there is no such view.
    if (options.view !== null) findSavedView(session.current().db, options.view)
    const target = await chooseTarget(session, { path, extension: 'pdf' })
    if (target === null) return null
    return session.tasks.run(taskId, async (signal) => {
      const onProgress = (done: number, of: number) =>
        taskId !== undefined && session.announce('task.progress', { id: taskId, done, of, what: 'parts' })
      const document = readBriefing(session.current().db, { ...options, now: session.now })
      const counted = { pages: null as number | null }
      const pieces = printDocument(document, {
        desktop: session.desktop,
        fragmentOf: (piece) => briefingFragment(options, piece),
        signal,
        onProgress,
        onPages: (pages) => (counted.pages = pages),
      })
      await streamWholeFile(target, pieces)
      return { savedTo: target, pages: counted.pages }
    })
  },

  async 'briefing.write'(session, { path, format, ...options }) {
    const target = await chooseTarget(session, { path, extension: format })
    if (target === null) return null
    const document = readBriefing(session.current().db, { ...options, now: session.now })
    await streamWholeFile(target, format === 'docx' ? writeDocx(document) : writePptx(slidesOf(document)))
    return { savedTo: target }
  },

  async 'dossier.exportJson'(session, { path }) {
    const target = await chooseTarget(session, { path, extension: 'json' })
    if (target === null) return null
    writeWholeFile(target, dossierAsJson(session.current().db))
    return { savedTo: target }
  },
}

/** Where the window shows a briefing with these options. */
export function briefingFragment(options: BriefingOptions, piece?: { job: string; index: number }): string {
  const parameters = new URLSearchParams(briefingAddress(options))
  if (piece !== undefined) {
    parameters.set('job', piece.job)
    parameters.set('band', String(piece.index))
  }
  return `#/briefing?${parameters.toString()}`
}

/** Never a folder and never the open dossier itself, and refused before any work is done. */
async function chooseTarget(
  session: Session,
  { path, extension }: { path: string | undefined; extension: string },
): Promise<string | null> {
  const open = session.current()
  const suggestedName = `${fileNameFrom(getDossier(open.db).title)}.${extension}`
  const chosen = path ?? (await session.desktop.chooseFileToSave({ extension, suggestedName }))
  if (chosen === null) return null

  const place = placeOf(resolve(chosen))
  if (session.isOwnFile(place)) throw new AppError('output-is-dossier', { file: basename(place) })
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
