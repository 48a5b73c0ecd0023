import { getDocumentProxy } from 'unpdf'
import { AppError } from '../../app/errors'
import { authorsFrom } from './author-names'
import { asLine, cleanText, stemOf } from './clean-text'
import { madeOn } from './issued-date'
import { linesOf, repeatedLines, textOfPages, type PdfLine, type PdfPiece } from './pdf-lines'
import { nothingFound, problem, refusal, type FormatReader, type Found, type ReaderOptions } from './reader'

export const readPdf: FormatReader = async (bytes, options) => {
  const { fileName } = options
  if (!isWhole(bytes)) throw refusal('document-broken', fileName)
  try {
    return await readPages(bytes, options)
  } catch (error) {
    if (error instanceof AppError) throw error
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') throw refusal('document-encrypted', fileName)
    throw new AppError('document-broken', { file: fileName }, { cause: error })
  }
}

/** A PDF ends with its mark of the end. PDF.js would mend one that is cut short, and pages would be missing. */
function isWhole(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-8_192)).includes('%%EOF')
}

async function readPages(bytes: Uint8Array, { fileName, onProgress }: ReaderOptions): Promise<Found> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: true,
    verbosity: 0,
  })
  const pages: PdfLine[][] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ disableNormalization: false })
    // Marked content, which is the other kind of item, was not asked for.
    pages.push(linesOf(items as PdfPiece[]))
    page.cleanup()
    onProgress?.(number, pdf.numPages, 'pages')
  }
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  await pdf.cleanup()
  return foundIn(pages, info as Record<string, unknown>, fileName)
}

/** Fewer letters on a page than this, on average, are stamps on pictures. */
const leastLetters = 5

function foundIn(
  pages: readonly PdfLine[][],
  info: Readonly<Record<string, unknown>>,
  fileName: string,
): Found {
  const letters = pages.flat().reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
  if (letters === 0 || (pages.length > 1 && letters < leastLetters * pages.length)) {
    throw refusal('document-scanned', fileName)
  }
  const repeated = repeatedLines(pages)
  const kept = pages.map((lines) => lines.filter((line) => !repeated.has(line)))
  const whole = textOfPages(kept)
  const { text, pages: starts, problems } = cleanPages(whole)
  const empty = pages.flatMap((lines, index) => (lines.length === 0 ? [index + 1] : []))
  const said = (field: string) => (typeof info[field] === 'string' ? asLine(info[field], 1_000) : '')
  return {
    ...nothingFound,
    type: 'report',
    title: usable(said('Title'), fileName) || headlineOf(kept[0] ?? []) || stemOf(fileName),
    author: authorsFrom(said('Author')),
    issued: madeOn(said('CreationDate')),
    text,
    pages: starts,
    problems: [
      ...problems,
      ...(empty.length === 0
        ? []
        : [problem('pages-without-text', empty.length, asLine(empty.join(', '), 200))]),
      ...(repeated.size === 0 ? [] : [problem('repeated-lines-left-out', repeated.size)]),
    ],
  }
}

/** Control characters that a font's table puts in are left out page by page, so that pages keep their places. */
function cleanPages({ text, pages }: { text: string; pages: number[] }) {
  const whole = cleanText(text)
  if (whole.text.length === text.length) return { ...whole, pages }
  return { ...whole, pages: pages.map((at) => cleanText(text.slice(0, at)).text.length) }
}

/** Programs put the name of a file, or nothing, where a title belongs. */
function usable(title: string, fileName: string): string {
  const isName =
    /^(?:microsoft word|untitled|document\d*|titel|unbenannt)\b/iu.test(title) || /\.\w{2,4}$/u.test(title)
  return isName || title === stemOf(fileName) || title.length < 4 ? '' : title
}

/** The largest lines at the head of the first page. */
function headlineOf(lines: readonly PdfLine[]): string {
  const head = lines.slice(0, 12)
  const size = Math.max(0, ...head.map((line) => line.size))
  const usual = lines.map((line) => line.size).toSorted((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0
  const from = head.findIndex((line) => line.size >= size - 0.5)
  const run = head.slice(from).findIndex((line) => line.size < size - 0.5)
  const headline = head.slice(from, run === -1 ? undefined : from + run).slice(0, 4)
  return size > usual * 1.1 || lines.length === 1
    ? asLine(headline.map((line) => line.text).join(' '), 300)
    : asLine(lines[0]?.text ?? '', 300)
}
