import { edtfBounds, isEdtf } from '../../app/model/edtf-date'
import type { Range } from './suggestion'

export type SaidOn = Range & { edtf: string; words: string }

const monthNames = 'january february march april may june july august september october november december'.split(' ')
const dayNames = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const month = '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\\.?|feb\\.?|mar\\.?|apr\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?)'
const weekday = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)'
const part = '(?:early|mid|late)'

const pattern = new RegExp(
  [
    // 20 October 2025, the 20th of October
    `(?<day1>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month1>${month})(?:,? (?<year1>(?:19|20)\\d\\d))?`,
    // October 20, 2025
    `(?<month2>${month}) (?<day2>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (?<year2>(?:19|20)\\d\\d))?`,
    '(?<iso>(?:19|20)\\d\\d-\\d\\d-\\d\\d)',
    // mid-October, early in November, October 2024
    `(?:(?<part3>${part})[- ](?:in )?)?(?<month3>${month})(?: (?<year3>(?:19|20)\\d\\d))?`,
    `(?<last>last |this |next )?(?<weekday>${weekday})`,
    '(?<relative>yesterday|today|tonight|this (?:morning|afternoon|evening|week|month|year)|last (?:night|week|month|year|summer|winter|autumn|fall|spring)|earlier this (?:week|month|year)|earlier today|overnight)',
    '(?<count>\\d+|a|two|three|four|five|six|seven|eight|nine|ten) (?<unit>day|week|month|year)s? (?:ago|earlier)',
    '(?:in|since) (?<year4>(?:19|20)\\d\\d)\\b',
  ].join('|'),
  'giu',
)
/** A small "may" is a verb, and a capital one needs a day, a year or "in" to be the month. */
const isMay = (words: string) => /^(?:may|mar|dec|march)$/i.test(words)

/**
 * The first date in the given stretches, in EDTF, worked out against the date of the document. What cannot
 * be told without that date is left out. A weekday is the last one that is not after the document.
 */
export function findSaidOn(text: string, stretches: readonly Range[], issued: string | null): SaidOn | null {
  const bounds = issued !== null && isEdtf(issued) ? edtfBounds(issued) : null
  for (const { start, end } of stretches) {
    const words = text.slice(start, end)
    for (const found of words.matchAll(pattern)) {
      const at = start + found.index
      if (/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 1), at)) || /^[\p{L}\p{N}]/u.test(text.slice(at + found[0].length, at + found[0].length + 1))) continue
      if (isMay(found[0]) && !/\b(?:in|since|early|late|last)\s$/u.test(text.slice(Math.max(0, at - 6), at))) continue
      if (isMay(found[0]) && !/^\p{Lu}/u.test(found[0])) continue
      const edtf = workedOut(found.groups ?? {}, { first: bounds?.first ?? null, last: bounds?.last ?? null })
      if (edtf === null || !isEdtf(edtf)) continue
      const opened = /(?:\b(?:on|in|late|early|earlier|since|by|at)\s(?:the\s)?)+$/iu.exec(text.slice(Math.max(start, at - 24), at))
      const from = at - (opened?.[0].length ?? 0)
      const to = at + found[0].length
      return { edtf, words: text.slice(from, to), start: from, end: to }
    }
  }
  return null
}

type Bounds = { first: string | null; last: string | null }
type Groups = Record<string, string | undefined>

function workedOut(groups: Groups, bounds: Bounds): string | null {
  const { iso, last } = groups
  if (iso !== undefined) return iso
  const monthWord = groups.month1 ?? groups.month2 ?? groups.month3
  if (monthWord !== undefined) {
    const day = groups.day1 ?? groups.day2
    return monthDate(monthNumber(monthWord), day === undefined ? null : Number(day), {
      year: groups.year1 ?? groups.year2 ?? groups.year3,
      about: groups.part3 !== undefined,
      bounds,
    })
  }
  if (groups.weekday !== undefined) return weekdayDate(groups.weekday.toLowerCase(), last?.trim().toLowerCase(), bounds)
  if (groups.relative !== undefined) return relativeDate(groups.relative.toLowerCase(), bounds)
  if (groups.count !== undefined) return countedDate(groups.count.toLowerCase(), groups.unit?.toLowerCase() ?? '', bounds)
  return groups.year4 ?? null
}

const monthNumber = (word: string) => monthNames.findIndex((name) => name.startsWith(word.toLowerCase().replace('.', '').slice(0, 3))) + 1
const two = (value: number) => String(value).padStart(2, '0')

/** The year is the document's, or the one before when the month would lie ahead of it. */
function monthDate(
  number: number,
  day: number | null,
  { year, about, bounds }: { year: string | undefined; about: boolean; bounds: Bounds },
): string | null {
  if (day !== null && (day < 1 || day > 31)) return null
  let full = year
  if (full === undefined) {
    if (bounds.last === null) return null
    const last = bounds.last
    full = last.slice(0, 4)
    const written = `${full}-${two(number)}${day === null ? '' : `-${two(day)}`}`
    if (written > last.slice(0, written.length)) full = String(Number(full) - 1)
  }
  return day === null ? `${full}-${two(number)}${about ? '~' : ''}` : `${full}-${two(number)}-${two(day)}`
}

const dayMs = 86_400_000
const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

/** Whether the document's date is one day; else what follows from it is uncertain. */
const isExact = ({ first, last }: Bounds) => first !== null && first === last

function weekdayDate(name: string, which: string | undefined, bounds: Bounds): string | null {
  const { first, last } = bounds
  if (first === null || last === null) return null
  const wanted = dayNames.indexOf(name)
  const back = (from: string) => {
    const time = timeOf(from)
    const days = (new Date(time).getUTCDay() - wanted + 7) % 7
    return time - days * dayMs
  }
  if (which === 'next') return null
  if (isExact(bounds)) {
    const recent = back(last)
    return dayOf(which === 'last' && recent === timeOf(last) ? recent - 7 * dayMs : recent)
  }
  const span = timeOf(last) - timeOf(first)
  if (span <= 7 * dayMs) return `${dayOf(back(last))}?`
  // "Mid-November" and the like: the weekday nearest the middle of what the date may mean.
  if (span > 31 * dayMs) return null
  const middle = timeOf(first) + Math.floor(span / dayMs / 2) * dayMs
  return `${dayOf(back(dayOf(middle)))}?`
}

function relativeDate(words: string, bounds: Bounds): string | null {
  const { last } = bounds
  if (last === null) return null
  const time = timeOf(last)
  const [year, monthOf] = [Number(last.slice(0, 4)), Number(last.slice(5, 7))]
  const isDay = isExact(bounds)
  if (/^(?:today|tonight|this (?:morning|afternoon|evening)|earlier today|overnight)$/.test(words)) return isDay ? last : null
  if (/^(?:yesterday|last night)$/.test(words)) return isDay ? dayOf(time - dayMs) : null
  if (/this month/.test(words)) return bounds.first?.slice(0, 7) === last.slice(0, 7) ? last.slice(0, 7) : null
  if (/this year/.test(words)) return bounds.first?.slice(0, 4) === last.slice(0, 4) ? last.slice(0, 4) : null
  if (words === 'last month') {
    if (bounds.first?.slice(0, 7) !== last.slice(0, 7)) return null
    return monthOf === 1 ? `${year - 1}-12` : `${year}-${two(monthOf - 1)}`
  }
  if (words === 'last year') return bounds.first?.slice(0, 4) === last.slice(0, 4) ? String(year - 1) : null
  if (/week$/.test(words)) {
    if (!isDay) return null
    const sinceMonday = (new Date(time).getUTCDay() + 6) % 7
    const monday = time - sinceMonday * dayMs
    return words === 'last week' ? `${dayOf(monday - 7 * dayMs)}/${dayOf(monday - dayMs)}` : `${dayOf(monday)}/${last}`
  }
  return lastSeason(words, last)
}

const seasons: Record<string, number> = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 }

function lastSeason(words: string, last: string): string | null {
  const season = seasons[words.replace('last ', '')]
  if (season === undefined) return null
  const year = Number(last.slice(0, 4))
  const ended = edtfBounds(`${year}-${season}`).last
  if (ended !== null && ended < last) return `${year}-${season}`
  return `${year - 1}-${season}`
}

const countWords = ['', 'a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function countedDate(count: string, unit: string, bounds: Bounds): string | null {
  const { last } = bounds
  if (last === null) return null
  const amount = /^\d+$/.test(count) ? Number(count) : countWords.indexOf(count)
  const date = new Date(timeOf(last))
  if (unit === 'day') return isExact(bounds) ? dayOf(date.getTime() - amount * dayMs) : null
  if (unit === 'week') return isExact(bounds) ? `${dayOf(date.getTime() - amount * 7 * dayMs)}~` : null
  if (unit === 'month') {
    const months = date.getUTCFullYear() * 12 + date.getUTCMonth() - amount
    return `${Math.floor(months / 12)}-${two((months % 12) + 1)}~`
  }
  const year = date.getUTCFullYear() - amount
  return year > 0 && year < 10_000 ? `${String(year).padStart(4, '0')}~` : null
}
