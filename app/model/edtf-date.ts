import { z } from 'zod'
import { remember } from '../remember'

const maxLength = 64

/** A date as EDTF (ISO 8601-2) levels 0 and 1, without Y-prefixed years; kept as it was written. */
export const edtfDate = z.string().max(maxLength).refine(isEdtf, { error: 'not-a-date' })

export type EdtfWords = {
  about: string
  uncertain: string
  season: readonly [spring: string, summer: string, autumn: string, winter: string]
  until: string
  since: string
  between: string
  unknown: string
}

export const englishEdtfWords: EdtfWords = {
  about: 'about {date}',
  uncertain: '{date}?',
  season: ['spring {year}', 'summer {year}', 'autumn {year}', 'winter {year}'],
  until: 'until {date}',
  since: 'since {date}',
  between: '{from} to {to}',
  unknown: 'date unknown',
}

export function isEdtf(text: string): boolean {
  return parse(text) !== null
}

/**
 * First and last calendar day (ISO `YYYY-MM-DD`, `-YYYY-MM-DD` before year 0) that the date may mean; null
 * is open or unknown on that side. Approximate (~) and uncertain (?) do not widen. Season 21 is March to May,
 * 22 June to August, 23 September to November, 24 December to February of the next year. A date-time means
 * the day as written, in its own time zone. RangeError when `date` is not EDTF.
 */
export function edtfBounds(date: string): EdtfBounds {
  return boundsOf(date).days
}

/** The first day that a date may mean; null where it is open or unknown, or there is no date. */
export const firstDayOf = (date: string | null): string | null =>
  date === null ? null : edtfBounds(date).first

export type EdtfBounds = { readonly first: string | null; readonly last: string | null }

/**
 * −1, 0 or 1 by first day, then by last day. An open or unknown start sorts before every day, an open or
 * unknown end after every day, and an absent date after every date. RangeError when a date is not EDTF.
 */
export function compareEdtf(a: string | null, b: string | null): number {
  if (a === null || b === null) return compareNumbers(Number(a === null), Number(b === null))

  const ours = boundsOf(a)
  const theirs = boundsOf(b)
  return compareNumbers(ours.first, theirs.first) || compareNumbers(ours.last, theirs.last)
}

/**
 * Whether the period from..until may include the day; null is unlimited. A `from` of 2025-10 counts as
 * begun on 2025-10-01, an `until` of 2025-10 as lasting to 2025-10-31, and intervals count with their outer
 * bounds. A `day` that is itself vague is included when any of its days is. RangeError when a date is not
 * EDTF.
 */
export function isWithin(day: string, from: string | null, until: string | null): boolean {
  const { first, last } = boundsOf(day)
  const begun = from === null ? Number.NEGATIVE_INFINITY : boundsOf(from).first
  const ended = until === null ? Number.POSITIVE_INFINITY : boundsOf(until).last
  return begun <= last && first <= ended
}

/** The calendar day on the reader's own clock, as `YYYY-MM-DD`. RangeError outside years of four digits. */
export function todayAsEdtf(now: Date): string {
  const today = isoDay(utcDay(now.getFullYear(), now.getMonth() + 1, now.getDate()))
  if (!isEdtf(today)) throw new RangeError('The clock shows no day of a year of four digits')
  return today
}

/**
 * What a reader sees: the date in words. English is always day, month, year. `{year}` in the season words
 * is filled with the year as the locale writes it (Chinese: 2025年), and for winter with both its years. The
 * calendar is Gregorian in every locale. RangeError when `date` is not EDTF.
 */
export function edtfLabel(
  date: string,
  options: { locale: string; length: 'short' | 'long'; words: EdtfWords },
): string {
  const parsed = parseOrThrow(date)
  if (!('start' in parsed)) return labelOf(parsed, options)

  const { start, end } = parsed
  const from = typeof start === 'string' ? options.words.unknown : labelOf(start, options)
  const to = typeof end === 'string' ? options.words.unknown : labelOf(end, options)
  if (start === 'open') return fill(options.words.until, { date: to })
  if (end === 'open') return fill(options.words.since, { date: from })
  return fill(options.words.between, { from, to })
}

/** Days are UTC midnights in milliseconds since 1970. */
type Single = {
  unit: 'day' | 'month' | 'season' | 'year' | 'years'
  first: number
  last: number
  qualifier: string
}
type Interval = { start: Single | 'open' | 'unknown'; end: Single | 'open' | 'unknown' }

const datePattern = /^(-?)(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%]?)$/
const timePattern = /T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?$/

function parse(text: string): Single | Interval | null {
  if (text.length > maxLength) return null
  const [from = '', to, ...rest] = text.split('/')
  if (rest.length > 0) return null
  if (to === undefined) return parseDateTime(from) ?? parseDate(from)

  const start = parseEnd(from)
  const end = parseEnd(to)
  if (start === null || end === null) return null
  if (typeof start === 'string' && typeof end === 'string') return null
  if (typeof start !== 'string' && typeof end !== 'string' && start.first > end.last) return null
  return { start, end }
}

function parseEnd(text: string): Single | 'open' | 'unknown' | null {
  if (text === '..') return 'open'
  if (text === '') return 'unknown'
  return parseDate(text)
}

function parseDateTime(text: string): Single | null {
  const time = timePattern.exec(text)
  if (time === null) return null
  const date = parseDate(text.slice(0, time.index))
  return date?.unit === 'day' && date.qualifier === '' ? date : null
}

function parseDate(text: string): Single | null {
  const [, sign, digits, month, day, qualifier] = datePattern.exec(text) ?? []
  if (digits === undefined || qualifier === undefined) return null
  // ISO 8601 has one year zero and no minus zero.
  if (sign === '-' && digits === '0000') return null
  if (digits.includes('X') && month !== undefined) return null

  if (month === undefined || month === 'XX') {
    if (day !== undefined && day !== 'XX') return null
    const [firstYear, lastYear] = yearsFrom(digits, { isNegative: sign === '-' })
    const unit = digits.includes('X') ? 'years' : 'year'
    return { unit, first: utcDay(firstYear, 1, 1), last: utcDay(lastYear, 12, 31), qualifier }
  }

  const year = Number(digits) * (sign === '-' ? -1 : 1)
  const written = Number(month)
  if (written >= 21 && written <= 24) {
    const startsIn = (written - 20) * 3
    // The winter of 9999 ends in a year that four digits cannot write.
    if (day !== undefined || (year === 9999 && startsIn === 12)) return null
    const [first, last] = [utcDay(year, startsIn, 1), utcDay(year, startsIn + 3, 0)]
    return { unit: 'season', first, last, qualifier }
  }
  if (written < 1 || written > 12) return null

  const first = utcDay(year, written, 1)
  const last = utcDay(year, written + 1, 0)
  if (day === undefined || day === 'XX') return { unit: 'month', first, last, qualifier }
  const only = utcDay(year, written, Number(day))
  return only < first || only > last ? null : { unit: 'day', first: only, last: only, qualifier }
}

function yearsFrom(digits: string, { isNegative }: { isNegative: boolean }): [first: number, last: number] {
  const low = Number(digits.replaceAll('X', '0'))
  const high = Number(digits.replaceAll('X', '9'))
  return isNegative ? [-high, Math.min(-low, -1)] : [low, high]
}

function parseOrThrow(date: string): Single | Interval {
  const parsed = parse(date)
  if (parsed === null) throw new RangeError(`Not an EDTF date: ${date.slice(0, maxLength)}`)
  return parsed
}

/** Many records share few dates, and reading one costs more than finding it again. */
const boundsOf = remember((date) => {
  const parsed = parseOrThrow(date)
  const from = 'start' in parsed ? parsed.start : parsed
  const to = 'start' in parsed ? parsed.end : parsed
  const first = typeof from === 'string' ? Number.NEGATIVE_INFINITY : from.first
  const last = typeof to === 'string' ? Number.POSITIVE_INFINITY : to.last
  const days: EdtfBounds = {
    first: typeof from === 'string' ? null : isoDay(first),
    last: typeof to === 'string' ? null : isoDay(last),
  }
  return { first, last, days }
})

function compareNumbers(a: number, b: number): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Month 1..12, or 13..15 for the next year; day 0 is the last of the month before. */
function utcDay(year: number, month: number, day: number): number {
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

function isoDay(day: number): string {
  const date = new Date(day)
  const year = date.getUTCFullYear()
  const padded = (part: number, width: number) => String(part).padStart(width, '0')
  const month = padded(date.getUTCMonth() + 1, 2)
  return `${year < 0 ? '-' : ''}${padded(Math.abs(year), 4)}-${month}-${padded(date.getUTCDate(), 2)}`
}

function labelOf(
  date: Single,
  { locale, length, words }: { locale: string; length: 'short' | 'long'; words: EdtfWords },
): string {
  const plain = plainLabel(date, { locale, length, words })
  const isAbout = date.qualifier === '~' || date.qualifier === '%'
  const isUncertain = date.qualifier === '?' || date.qualifier === '%'
  const approximate = isAbout ? fill(words.about, { date: plain }) : plain
  return isUncertain ? fill(words.uncertain, { date: approximate }) : approximate
}

function plainLabel(
  { unit, first, last }: Single,
  { locale, length, words }: { locale: string; length: 'short' | 'long'; words: EdtfWords },
): string {
  const firstYear = new Date(first).getUTCFullYear()
  const hasEra = firstYear <= 0
  if (unit === 'day' || unit === 'month') return formatFor({ locale, unit, length, hasEra }).format(first)

  const yearFormat = formatFor({ locale, unit: 'year', length, hasEra })
  // Some locales, en-GB among them, set spaces around the dash.
  const years = yearFormat.formatRange(first, last).replace(/\s*–\s*/, '–')
  if (unit === 'season') {
    const template = words.season[(new Date(first).getUTCMonth() - 2) / 3] ?? words.unknown
    return fill(template, { year: years })
  }

  // "2000s" may be read as the century, so only the other decades are named that way.
  const isTenYears = new Date(last).getUTCFullYear() - firstYear === 9
  const isDecade = isTenYears && firstYear >= 1000 && firstYear % 100 !== 0
  return isDecade && isEnglish(locale) ? `${firstYear}s` : years
}

function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)
}

function isEnglish(locale: string): boolean {
  return /^en\b/i.test(locale)
}

// Making a DateTimeFormat costs about a hundred times as much as using one.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor({
  locale,
  unit,
  length,
  hasEra,
}: {
  locale: string
  unit: 'day' | 'month' | 'year'
  length: 'short' | 'long'
  hasEra: boolean
}): Intl.DateTimeFormat {
  const key = `${locale} ${unit} ${length} ${hasEra}`
  const known = formats.get(key)
  if (known !== undefined) return known

  const format = new Intl.DateTimeFormat(isEnglish(locale) ? 'en-GB' : locale, {
    timeZone: 'UTC',
    calendar: 'gregory',
    year: 'numeric',
    ...(unit !== 'year' && { month: length }),
    ...(unit === 'day' && { day: 'numeric' }),
    ...(hasEra && { era: 'short' }),
  })
  formats.set(key, format)
  return format
}
