import { AppError } from '../../app/errors'
import { foldText } from '../../app/rules/fold-text'
import type { ReadDb } from '../../db/connection'
import { listRecords } from '../../db/tables/records'

/** By its name, whatever its case and accents; `view-not-found` where none is called that. */
export function findSavedView(db: ReadDb, name: string) {
  const views = listRecords(db, 'savedView')
  const wanted = foldText(name.trim())
  const found = views.find((view) => foldText(view.name.trim()) === wanted)
  if (found) return found
  const names = views.map((view) => `“${view.name}”`).join(', ')
  throw new AppError('view-not-found', { name, views: names === '' ? 'none' : names })
}
