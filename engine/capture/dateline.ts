import type { Range } from './suggestion'

/** A place in capitals, perhaps a date and an agency, and a dash: as in `GENEVA, March 4 (Newswire) - `. */
const dateline =
  /\p{Lu}[\p{Lu}\s.'’-]{2,40}(?:,\s[^—–\n()]{1,40}?)?(?:\s\([^)\n]{1,40}\))?\s(?:--|[-–—])\s+/uy

/** The paragraph without the dateline that it begins with; what follows it is what somebody says. */
export function withoutDateline(text: string, { start, end }: Range): Range {
  dateline.lastIndex = start
  const found = dateline.exec(text)
  return found === null || start + found[0].length >= end
    ? { start, end }
    : { start: start + found[0].length, end }
}
