import { accessSync, constants } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import type { BriefingOptions } from '../../app/contract/briefing-contract'
import { AppError } from '../../app/errors'
import { exportSelection } from '../../app/model/export-selection'
import { countPages } from '../export/pdf-pages'
import { fileNameFrom } from '../file-name'
import { writeRefusal } from '../../db/open'
import { getDossier } from '../../db/tables/dossier'
import type { Handlers } from '../handlers'
import type { Session } from '../session'
import { findSavedView } from './arranged-comparison'
import { placeOf, refuseGuardedTarget, writeWholeFile } from '../write-file'

export const printingOperations: Handlers<'briefing.print'> = {
  async 'briefing.print'(session, { path, ...options }) {
    refuseMissingView(session, options)
    const target = await chooseTarget(session, { path, extension: 'pdf' })
    if (target === null) return null
    const pdf = await printBriefing(session, options)
    writeWholeFile(target, pdf)
    return { savedTo: target, pages: countPages(pdf) }
  },
}

/** The page could only print that there is no such view. */
export function refuseMissingView(session: Session, { view }: Pick<BriefingOptions, 'view'>): void {
  if (view !== null) findSavedView(session.current().db, view)
}

export function printBriefing(session: Session, options: BriefingOptions): Promise<Uint8Array> {
  const { paper, orientation } = options
  return session.desktop.printPage({ fragment: briefingFragment(options), paper, orientation })
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
  selection,
}: BriefingOptions): string {
  const parameters = new URLSearchParams({ edition, paper, orientation, locale })
  if (asOf !== null) parameters.set('asOf', asOf)
  if (since !== null) parameters.set('since', since)
  if (view !== null) parameters.set('view', view)
  const wanted = JSON.stringify(selection)
  if (wanted !== JSON.stringify(exportSelection.parse({}))) parameters.set('selection', wanted)
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
