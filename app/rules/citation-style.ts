import type { DateLabel } from '../messages/date-words'
import type { Say } from '../messages/say'
import { edtfBounds } from '../model/edtf-date'
import type { CslName, Outlet } from '../model/source'
import { numberList } from './number-list'
import type { SourceHead } from './evidence-item'

export type CitationWish = { say: Say; dateLabel: DateLabel }
export type CitedSource = { source: SourceHead; outlet: Outlet | null }

/** Characters of a title that its short form keeps, to the end of a word. */
const shortTitleLength = 40

/** In a note, as the Chicago Manual of Style has it, without ibid.: all of it at first, then in short. */
export function noteCitation(
  { source, outlet }: CitedSource,
  form: 'full' | 'short',
  { say, dateLabel }: CitationWish,
  pages: readonly number[] = [],
): string {
  const title = form === 'full' ? source.title : shortTitle(source.title)
  const who = authorsInOrder(source.author, say)
  const parts =
    form === 'full'
      ? [who, quotedTitle(title, source, say), ...published({ source, outlet }, { say, dateLabel }, pages)]
      : [familyNames(source.author, say), quotedTitle(title, source, say), pageWords(pages, say)]
  // An institution that publishes what it wrote is named once.
  return sentence(form === 'full' ? withoutSecond(parts, who) : parts, say('cite.comma'))
}

const withoutSecond = (parts: readonly string[], who: string): string[] =>
  parts.filter((part, index) => part !== who || index === parts.indexOf(who))

/** As in `pp. 3–5, 9`; nothing where no page is known. */
export const pageWords = (pages: readonly number[], say: Say): string =>
  pages.length === 0 ? '' : say('cite.pages', { count: pages.length, pages: numberList(pages) })

/** As in `Anzalone 2025`; an outlet or the title stands in for an author, and a letter tells two apart. */
export function authorDateLabel(
  { source, outlet }: CitedSource,
  letter: string,
  { say }: CitationWish,
): string {
  const who = familyNames(source.author, say) || outlet?.name || shortTitle(source.title)
  return say('cite.authorYear', { author: who, year: lettered(yearOf(source.issued, say), letter) })
}

/** The entry that an author–date label leads to. */
export function authorDateEntry(
  cited: CitedSource,
  letter: string,
  { say, dateLabel }: CitationWish,
): string {
  const { source, outlet } = cited
  const who = authorsInverted(source.author, say) || outlet?.name || ''
  const year = lettered(yearOf(source.issued, say), letter)
  const title = quotedTitle(source.title, source, say)
  // The year has said already that there is none.
  const said = [who, say('cite.undated')]
  const rest = published(cited, { say, dateLabel }).filter((part) => !said.includes(part))
  const isOutlet = rest[0] === outlet?.name
  return [
    // Without anybody to name, the title stands where its label begins with it.
    ended(who === '' ? title : who),
    ended(source.issued === null ? year : capital(year)),
    ...(who === '' ? [] : [ended(title)]),
    ended(isOutlet ? rest.join(say('cite.comma')) : capital(rest.join(say('cite.comma')))),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** The letters that tell sources of one author and year apart; empty where there is nothing to tell apart. */
export function yearLetters(
  cited: readonly CitedSource[],
  wish: CitationWish,
): Map<SourceHead['id'], string> {
  const alike = Map.groupBy(cited, (each) => authorDateLabel(each, '', wish))
  return new Map(
    [...alike.values()].flatMap((group) =>
      group.map(({ source }, index) => [source.id, group.length === 1 ? '' : letterOf(index)] as const),
    ),
  )
}

/** a to z, then aa, ab … */
const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCodePoint(97 + (index % 26))

/** Published and accessed are two different days and are never written as one. */
function published(
  { source, outlet }: CitedSource,
  { say, dateLabel }: CitationWish,
  pages: readonly number[] = [],
): string[] {
  return [
    outlet?.name ?? '',
    source.issued === null
      ? say('cite.undated')
      : say('briefing.published', { date: dateLabel(source.issued, 'long') }),
    pageWords(pages, say),
    source.accessed === null ? '' : say('briefing.accessed', { date: dateLabel(source.accessed, 'long') }),
    source.URL,
  ].filter((part) => part !== '')
}

const wholeWorks: readonly string[] = [
  'book',
  'report',
  'legislation',
  'treaty',
  'bill',
  'regulation',
  'pamphlet',
]

/** What is part of something stands in quotation marks; a work of its own does not. */
function quotedTitle(title: string, { type }: SourceHead, say: Say): string {
  return wholeWorks.includes(type) ? title : say('briefing.quoted', { words: innerMarks(title) })
}

/** Quotation marks within quotation marks are single ones. */
const innerMarks = (title: string): string => title.replace(/[“„]/gu, '‘').replace(/”/gu, '’')

function shortTitle(title: string): string {
  if (title.length <= shortTitleLength) return title
  const cut = title.slice(0, shortTitleLength)
  const atWord = cut.lastIndexOf(' ')
  return `${(atWord > 12 ? cut.slice(0, atWord) : cut).toWellFormed()}…`
}

const given = (name: CslName): string =>
  'literal' in name ? name.literal : [name.given, name.family].filter((part) => part !== '').join(' ')
const inverted = (name: CslName): string =>
  'literal' in name ? name.literal : [name.family, name.given].filter((part) => part !== '').join(', ')
const family = (name: CslName): string => ('literal' in name ? name.literal : name.family)

const authorsInOrder = (authors: readonly CslName[], say: Say) => joined(authors.map(given), say)
const familyNames = (authors: readonly CslName[], say: Say) => joined(authors.map(family), say)
const authorsInverted = (authors: readonly CslName[], say: Say) =>
  joined(
    authors.map((author, index) => (index === 0 ? inverted(author) : given(author))),
    say,
  )

/** Up to three by name, more by the first. */
function joined(names: readonly string[], say: Say): string {
  if (names.length <= 1) return names[0] ?? ''
  if (names.length > 3) return say('cite.andOthers', { author: names[0]! })
  return say('cite.and', { before: names.slice(0, -1).join(say('cite.comma')), last: names.at(-1)! })
}

function yearOf(issued: string | null, say: Say): string {
  if (issued === null) return say('cite.noYear')
  const { first, last } = edtfBounds(issued)
  const [from, to] = [first?.slice(0, 4), last?.slice(0, 4)]
  const years = from === to || to === undefined ? from : from === undefined ? to : `${from}–${to}`
  if (years === undefined) return say('cite.noYear')
  const year = /[?%]/.test(issued) ? say('cite.uncertainYear', { year: years }) : years
  return /[~%]/.test(issued) ? say('cite.aboutYear', { year }) : year
}

/** As in `2025b`, `2025b?`, and `n.d.-b` where a letter would be taken for one of the abbreviation. */
function lettered(year: string, letter: string): string {
  if (letter === '') return year
  if (year.endsWith('?')) return `${year.slice(0, -1)}${letter}?`
  return year.endsWith('.') ? `${year}-${letter}` : `${year}${letter}`
}

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1)

const sentence = (parts: readonly string[], comma: string): string =>
  parts.filter((part) => part !== '').join(comma)
const ended = (part: string): string => (part === '' || /[.!?…。؟]["”»]?$/u.test(part) ? part : `${part}.`)
