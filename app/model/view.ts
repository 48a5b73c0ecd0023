import { z } from 'zod'
import { comparisonFilters, comparisonLayout } from './comparison-view'
import { edtfDate } from './edtf-date'
import { partyId } from './party'
import { name, sortOrder } from './text'

export const roundId = z.uuidv7().brand<'RoundId'>()

/** A named date, as in "before Budapest". */
export const round = z.strictObject({ id: roundId, name: name(200), date: edtfDate })
export type Round = z.infer<typeof round>

export const savedViewId = z.uuidv7().brand<'SavedViewId'>()

export const savedView = z.strictObject({
  id: savedViewId,
  name: name(200),
  /** The columns shown, in order; null shows all. */
  parties: z.array(partyId).nullable(),
  filters: comparisonFilters,
  layout: comparisonLayout,
  sortOrder,
})
export type SavedView = z.infer<typeof savedView>
