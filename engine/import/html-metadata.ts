import type { CslName, SourceType } from '../../app/model/source'
import { authorFrom, authorsFrom } from './author-names'
import { asLine } from './clean-text'
import type { PageDocument } from './html-tree'
import { issuedDate } from './issued-date'

export type HtmlMetadata = {
  type: SourceType
  title: string
  author: CslName[]
  outletName: string
  issued: string | null
  URL: string
  language: string | null
}

/** What a page says about itself: in JSON-LD, in its meta elements, in its markup; in that order. */
export function metadataOf(document: PageDocument, html: string): HtmlMetadata {
  const described = describedArticle(document)
  const meta = metaOf(document)
  const outletName = asLine(
    described.publisher || meta(['og:site_name', 'citation_publisher', 'dc.publisher', 'application-name']),
    200,
  )
  const title =
    described.headline ||
    meta(['citation_title', 'og:title', 'dc.title', 'twitter:title']) ||
    (document.querySelector('title')?.textContent ?? '')
  const author = described.author.length > 0 ? described.author : authorsIn(document, meta)
  const issued = [described.issued, meta(dateNames), timeIn(document)]
    .map(issuedDate)
    .find((date) => date !== null)
  return {
    type: described.type ?? 'webpage',
    title: withoutOutlet(asLine(title, 1_000), outletName, headingOf(document)),
    author,
    outletName,
    issued: issued ?? null,
    URL: addressOf(document, meta, html),
    language: languageTag(
      document.documentElement?.getAttribute('lang') || meta(['content-language', 'language']),
    ),
  }
}

const dateNames = [
  'article:published_time',
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'parsely-pub-date',
  'datepublished',
  'pubdate',
  'publishdate',
  'date',
]

type Meta = (names: readonly string[]) => string

function metaOf(document: PageDocument): Meta {
  const values = new Map<string, string>()
  for (const element of document.querySelectorAll('meta')) {
    const content = element.getAttribute('content')?.trim()
    if (!content) continue
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase()
      if (name && !values.has(name)) values.set(name, content)
    }
  }
  return (names) => names.map((name) => values.get(name)).find((value) => value !== undefined) ?? ''
}

function authorsIn(document: PageDocument, meta: Meta): CslName[] {
  const several = [
    ...document.querySelectorAll('meta[name="citation_author"], meta[property="article:author"]'),
  ].flatMap((element) => authorsFrom(element.getAttribute('content') ?? ''))
  if (several.length > 0) return several.slice(0, 200)
  const named = meta(['author', 'parsely-author', 'dc.creator', 'byl', 'sailthru.author'])
  if (named !== '') return authorsFrom(named)
  const marked = document.querySelector('[rel="author"], [itemprop="author"], .byline-name, .author-name')
  return authorsFrom(marked?.textContent ?? '')
}

const timeIn = (document: PageDocument): string =>
  document
    .querySelector('article time[datetime], main time[datetime], time[datetime]')
    ?.getAttribute('datetime') ?? ''

function addressOf(document: PageDocument, meta: Meta, html: string): string {
  const [, saved] = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/iu.exec(html.slice(0, 2_000)) ?? []
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href')
  return webAddress([canonical ?? '', meta(['og:url']), saved ?? ''])
}

/** The first that is a whole web address. */
export function webAddress(candidates: readonly string[]): string {
  const found = candidates.find(
    (candidate) => /^https?:\/\//iu.test(candidate.trim()) && URL.canParse(candidate),
  )
  return asLine(found ?? '', 4_000)
}

function languageTag(tag: string): string | null {
  const plain = tag.trim().replaceAll('_', '-')
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/u.test(plain) && plain.length <= 35 ? plain : null
}

const headingOf = (document: PageDocument): string =>
  asLine(document.querySelector('article h1, main h1, h1')?.textContent ?? '', 1_000)

/** "Title | The Outlet" without the outlet, where the page says what it is called or shows the title alone. */
function withoutOutlet(title: string, outletName: string, heading: string): string {
  if (heading !== '' && title.startsWith(heading) && /^\s*[|–—·•:-]/u.test(title.slice(heading.length)))
    return heading
  if (outletName === '') return title
  const [whole, head] = /^(.+?)\s+[|–—·•:-]\s+([^|–—·•]+)$/u.exec(title) ?? []
  const tail = whole === undefined ? '' : title.slice(head!.length)
  return tail.toLowerCase().includes(outletName.toLowerCase()) ? head! : title
}

type Described = {
  headline: string
  publisher: string
  issued: string
  author: CslName[]
  type: SourceType | null
}
const undescribed: Described = { headline: '', publisher: '', issued: '', author: [], type: null }

const typesByName: Readonly<Record<string, SourceType>> = {
  newsarticle: 'article-newspaper',
  reportagenewsarticle: 'article-newspaper',
  analysisnewsarticle: 'article-newspaper',
  opinionnewsarticle: 'article-newspaper',
  article: 'webpage',
  scholarlyarticle: 'article-journal',
  blogposting: 'post-weblog',
  socialmediaposting: 'post',
  report: 'report',
  legislation: 'legislation',
}

/** The article that the page's JSON-LD describes (schema.org). */
function describedArticle(document: PageDocument): Described {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const node of nodesOf(parseJson(script.textContent ?? ''), 0)) {
      const type = namesOf(node['@type'])
        .map((name) => typesByName[name.toLowerCase()])
        .find(Boolean)
      if (type === undefined) continue
      return {
        type,
        headline: textOf(node.headline) || textOf(node.name),
        publisher: nameOf(node.publisher),
        issued: textOf(node.datePublished) || textOf(node.dateCreated),
        author: listOf(node.author).flatMap(personOf).slice(0, 200),
      }
    }
  }
  return undescribed
}

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
const namesOf = (value: unknown): string[] => listOf(value).filter((name) => typeof name === 'string')
const textOf = (value: unknown): string => (typeof value === 'string' ? unescaped(value) : '')
const nameOf = (value: unknown): string => {
  const [first] = listOf(value)
  return isNode(first) ? textOf(first.name) : textOf(first)
}

function nodesOf(value: unknown, depth: number): Node[] {
  if (depth > 4) return []
  if (Array.isArray(value)) return value.flatMap((inner) => nodesOf(inner, depth + 1))
  return isNode(value) ? [value, ...nodesOf(value['@graph'], depth + 1)] : []
}

function personOf(value: unknown): CslName[] {
  if (typeof value === 'string') return authorsFrom(unescaped(value))
  if (!isNode(value)) return []
  const isInstitution = namesOf(value['@type']).some((name) => /organi[sz]ation/iu.test(name))
  const author = authorFrom(textOf(value.name), { isInstitution })
  return author === null ? [] : [author]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|(amp|lt|gt|quot|apos|nbsp));/gu, (whole, code?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole
    return Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole
  })
