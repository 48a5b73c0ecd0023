import { briefingOptions, type BriefingOptions } from '../../../app/contract/briefing-contract'

/** What the address asks for; anything it says that makes no sense falls back to what is usual. */
export function readBriefingOptions(search: URLSearchParams, locale: string): BriefingOptions {
  const given: Record<string, unknown> = { locale, ...Object.fromEntries(search) }
  const fields = Object.entries(briefingOptions.shape).map(([field, schema]) => {
    const parsed = schema.safeParse(given[field])
    return [field, parsed.success ? parsed.data : undefined]
  })
  return briefingOptions.parse(Object.fromEntries(fields.filter(([, value]) => value !== undefined)))
}

/** The same choices as they stand in the address. */
export function toSearch({ asOf, since, view, ...chosen }: BriefingOptions): Record<string, string> {
  return {
    ...chosen,
    ...(view === null ? {} : { view }),
    ...(asOf === null ? {} : { asOf }),
    ...(since === null ? {} : { since }),
  }
}
