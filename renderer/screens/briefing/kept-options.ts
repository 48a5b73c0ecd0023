import type { BriefingOptions } from '../../../app/contract/briefing-contract'
import { briefingLayout } from '../../../app/model/briefing'

/** What of the choices a saved briefing keeps. */
export function keptOptions({ edition, parts, ...rest }: BriefingOptions) {
  const fields = Object.keys(briefingLayout.shape).map((field) => [field, rest[field as keyof typeof rest]])
  return { edition, parts, layout: briefingLayout.parse(Object.fromEntries(fields)) }
}
