import { Readability } from '@mozilla/readability'
import { asLine, cleanText, joinBlocks, stemOf } from './clean-text'
import { decodeText } from './decode-text'
import { metadataOf, webAddress } from './html-metadata'
import { blocksOf, isTooDeep, parseHtml } from './html-text'
import type { PageDocument, PageElement } from './html-tree'
import { headerText, parseMime, type MimePart } from './mime'
import { nothingFound, problem, refusal, type FormatReader, type Found } from './reader'

export const readHtml: FormatReader = async (bytes, { fileName }) => {
  const decoded = decodeText(bytes, charsetIn(bytes))
  return { ...pageText(decoded.text, fileName, decoded.problems) }
}

/** A page that a browser saved in one file: the first HTML of the parts is the page. */
export const readSavedPage: FormatReader = async (bytes, { fileName }) => {
  const message = parseMime(bytes)
  const page = htmlPart(message)
  if (page === null) throw refusal('document-not-what-it-says', fileName, { format: 'mhtml' })
  const decoded = decodeText(page.bytes, page.parameters.get('charset') ?? charsetIn(page.bytes))
  const found = pageText(decoded.text, fileName, decoded.problems)
  const address = webAddress([
    found.URL,
    message.headers.get('snapshot-content-location') ?? '',
    page.headers.get('content-location') ?? '',
  ])
  return { ...found, URL: address, title: found.title || headerText(message.headers.get('subject') ?? '') }
}

const htmlPart = (part: MimePart): MimePart | null =>
  part.parts.length === 0
    ? part.mediaType === 'text/html'
      ? part
      : null
    : (part.parts.map((inner) => htmlPart(inner)).find((inner) => inner !== null) ?? null)

/** The encoding that a page names in its head, which is written in ASCII whatever the encoding. */
function charsetIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1')
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null
}

/** Saved pages carry their pictures and fonts in addresses that are longer than everything else together. */
const withoutPictures = (html: string): string => html.replace(/data:[^"'()\s<>]{512,}/gu, 'data:,')

/** Less than this is no article: a headline, a notice about cookies. */
const leastArticle = 140

function pageText(html: string, fileName: string, decodingProblems: Found['problems']): Found {
  if (isTooDeep(html)) throw refusal('document-broken', fileName)
  const document = parseHtml(withoutPictures(html))
  const metadata = metadataOf(document, html)
  const whole = joinBlocks(blocksOf(document.body))
  const article = articleOf(document, whole)
  const { text, problems } = cleanText(article ?? whole)
  if (text.trim() === '') throw refusal('document-empty', fileName)
  return {
    ...nothingFound,
    ...metadata,
    title: metadata.title || asLine(text.split('\n', 1)[0]!, 200) || stemOf(fileName),
    text: withHeadline(text, metadata.title),
    problems: [
      ...decodingProblems,
      ...problems,
      ...(article === null && whole.length > 2_000 ? [problem('whole-page-taken', 1)] : []),
    ],
  }
}

/** The article without what stands around it; null where the page is no article, or is hardly more than one. */
function articleOf(document: PageDocument, whole: string): string | null {
  try {
    // It asks for a browser's tree. The serializer hands over the element itself: nothing is written as HTML.
    const page = document as unknown as ConstructorParameters<typeof Readability>[0]
    const reading = new Readability(page, { charThreshold: leastArticle, serializer: (node) => node })
    const content = reading.parse()?.content as unknown as PageElement | undefined
    const text = content ? joinBlocks(blocksOf(content)) : ''
    return text.length >= Math.min(leastArticle, whole.length * 0.5) ? text : null
  } catch (error) {
    if (error instanceof RangeError) throw error
    return null
  }
}

/** Readability takes the headline for a title and leaves it out; it is part of what was said. */
function withHeadline(text: string, title: string): string {
  return title === '' || text.slice(0, title.length * 2 + 50).includes(title) ? text : `${title}\n\n${text}`
}
