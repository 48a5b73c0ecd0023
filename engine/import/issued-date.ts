import { isEdtf } from '../../app/model/edtf-date'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The day that a document says it was issued, as EDTF, in the time zone that it was written in. Null where it
 * cannot be read in one way only: 03/04/2025 is no date.
 */
export function issuedDate(written: string): string | null {
  const text = written.trim().slice(0, 100)
  const [iso, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?=$|[T\s]))?)?(?=$|[T\s])/.exec(text) ?? []
  if (iso !== undefined) return checked([year, month, day].filter((part) => part !== undefined).join('-'))
  const [packed, packedYear, packedMonth, packedDay] = /^(\d{4})(\d{2})(\d{2})/.exec(text) ?? []
  if (packed !== undefined) return checked(`${packedYear}-${packedMonth}-${packedDay}`)
  return inWords(text)
}

/** "Thu, 13 Nov 2025 10:00:00 +0200", "13 November 2025", "November 13, 2025", "Nov 2025". */
function inWords(text: string): string | null {
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+(\p{L}{3,9})\.?,?[\s-]+(\d{4})\b/u.exec(text)
  if (dayFirst) return fromParts(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!)
  const monthFirst = /\b(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u.exec(text)
  if (monthFirst) return fromParts(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!)
  const monthOnly = /^(\p{L}{3,9})\.?,?\s+(\d{4})$/u.exec(text)
  return monthOnly ? fromParts(monthOnly[2]!, monthOnly[1]!, null) : null
}

function fromParts(year: string, monthName: string, day: string | null): string | null {
  const month = months.indexOf(monthName.slice(0, 3).toLowerCase()) + 1
  if (month === 0) return null
  const parts = [year, String(month).padStart(2, '0'), ...(day === null ? [] : [day.padStart(2, '0')])]
  return checked(parts.join('-'))
}

const checked = (date: string): string | null => (isEdtf(date) ? date : null)

/** The day that a file was made: near the day of issue as a rule, and marked as uncertain. */
export function madeOn(written: string): string | null {
  const day = issuedDate(written.replace(/^D:/, ''))
  return day === null ? null : checked(`${day}?`)
}
