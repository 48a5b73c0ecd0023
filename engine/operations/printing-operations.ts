import { accessSync, constants } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { BriefingOptions } from '../../app/contract/briefing-contract'
import { AppError } from '../../app/errors'
import { dossierAsJson } from '../export/dossier-json'
import { countPages } from '../export/pdf-pages'
import { fileNameFrom } from '../file-name'
import { writeRefusal } from '../../db/open'
import { getDossier } from '../../db/tables/dossier'
import type { Handlers } from '../handlers'
import type { Session } from '../session'
import { findSavedView } from './arranged-comparison'
import { placeOf, writeWholeFile } from '../write-file'

export const printingOperations: Handlers<'briefing.print' | 'dossier.exportJson'> = {
  async 'briefing.print'(session, { path, ...options }) {
    // The page could only print that there is no such view.
    if (options.view !== null) findSavedView(session.current().db, options.view)
    const target = await chooseTarget(session, { path, extension: 'pdf' })
    if (target === null) return null
    const { paper, orientation } = options
    const pdf = await session.desktop.printPage({ fragment: briefingFragment(options), paper, orientation })
    writeWholeFile(target, pdf)
    return { savedTo: target, pages: countPages(pdf) }
  },

  async 'dossier.exportJson'(session, { path }) {
    const target = await chooseTarget(session, { path, extension: 'json' })
    if (target === null) return null
    writeWholeFile(target, dossierAsJson(session.current().db))
    return { savedTo: target }
  },
}

/** Where the window shows a briefing with these options. */
export function briefingFragment({
  edition,
  asOf,
  since,
  view,
  paper,
  orientation,
  locale,
}: BriefingOptions): string {
  const parameters = new URLSearchParams({ edition, paper, orientation, locale })
  if (asOf !== null) parameters.set('asOf', asOf)
  if (since !== null) parameters.set('since', since)
  if (view !== null) parameters.set('view', view)
  return `#/briefing?${parameters.toString()}`
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
