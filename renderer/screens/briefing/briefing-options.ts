import {
  briefingAddress,
  briefingOptions,
  type BriefingOptions,
} from '../../../app/contract/briefing-contract'
import { exportSelection } from '../../../app/model/export-selection'

/** What the address asks for; anything it says that makes no sense falls back to what is usual. */
export function readBriefingOptions(search: URLSearchParams, locale: string): BriefingOptions {
  const selection = search.get('selection')
  const given: Record<string, unknown> = {
    locale,
    ...Object.fromEntries(search),
    // What is to stay here must not leave because an address was mangled.
    selection: selection === null ? undefined : exportSelection.parse(JSON.parse(selection)),
  }
  const parts = search.get('parts')
  if (parts !== null) given.parts = parts.split(',').filter((part) => part !== '')
  const fields = Object.entries(briefingOptions.shape).map(([field, schema]) => {
    const parsed = schema.safeParse(given[field])
    return [field, parsed.success ? parsed.data : undefined]
  })
  return briefingOptions.parse(Object.fromEntries(fields.filter(([, value]) => value !== undefined)))
}

/** The same choices as they stand in the address. */
export const toSearch: (options: BriefingOptions) => Record<string, string> = briefingAddress

export type Choose = (changed: Partial<BriefingOptions>) => void
