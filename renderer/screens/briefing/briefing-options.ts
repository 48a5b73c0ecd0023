import {
  briefingAddress,
  briefingOptions,
  type BriefingOptions,
} from '../../../app/contract/briefing-contract'

/** What the address asks for; anything it says that makes no sense falls back to what is usual. */
export function readBriefingOptions(search: URLSearchParams, locale: string): BriefingOptions {
  const given: Record<string, unknown> = { locale, ...Object.fromEntries(search) }
  const parts = search.get('parts')
  if (parts !== null) given.parts = parts.split(',').filter((part) => part !== '')
  const fields = Object.entries(briefingOptions.shape).map(([field, schema]) => {
    const parsed = schema.safeParse(given[field])
    return [field, parsed.success ? parsed.data : undefined]
  })
  return briefingOptions.parse(Object.fromEntries(fields.filter(([, value]) => value !== undefined)))
}

export const toSearch: (options: BriefingOptions) => Record<string, string> = briefingAddress
