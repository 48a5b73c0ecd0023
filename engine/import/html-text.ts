import { parseHTML } from 'linkedom'
import { elementNode, textNode, type PageDocument, type PageElement } from './html-tree'

/** The tree of a page, to be walked. Nothing in it runs and nothing is fetched: it is never in a window. */
export function parseHtml(html: string): PageDocument {
  // linkedom wants a root element; a fragment is given one.
  const whole = /<html[\s>]/iu.test(html.slice(0, 100_000)) ? html : `<html><body>${html}</body></html>`
  // The tree is a browser's in form, and in what we use of it.
  return parseHTML(whole).document as unknown as PageDocument
}

// Elements that end by themselves never pile up.
const selfEnding = new Set(
  'area base br col dd dt embed hr img input li link meta option p param rp rt source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
)
const deepestTree = 1_500

/** Whether elements pile up as in no page of a person: the time to go through such a tree grows with its square. */
export function isTooDeep(html: string): boolean {
  let depth = 0
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/giu)) {
    if (selfEnding.has(name!.toLowerCase())) continue
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > deepestTree) return true
  }
  return false
}

const dropped = new Set(
  'script style noscript template iframe frame object embed applet svg math canvas audio video form input button select textarea option datalist dialog menu link meta base head title source track map area img picture'.split(
    ' ',
  ),
)
const blocks = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)

/** How deep a page may nest; what is deeper is taken as one piece of text. */
const deepest = 400

/** The words of an element as blocks: paragraphs, headings, items, rows of tables. */
export function blocksOf(root: PageElement | null): string[] {
  const found: string[] = []
  let line = ''
  if (root !== null) walk(root, 0, false)
  flush()
  return found

  function walk(element: PageElement, depth: number, isPre: boolean): void {
    for (let node = element.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === textNode) addText(node.nodeValue ?? '', isPre)
      // Its type says that it is an element.
      else if (node.nodeType === elementNode) enter(node as PageElement, depth, isPre)
    }
  }

  function enter(element: PageElement, depth: number, isPre: boolean): void {
    const name = element.localName.toLowerCase()
    if (dropped.has(name) || isHidden(element)) return
    if (name === 'br') return void (line += '\n')
    if (name === 'tr') return addRow(element, depth)
    const isBlock = blocks.has(name)
    if (isBlock) flush()
    if (name === 'li' && line === '') line = '- '
    if (depth >= deepest) addText(element.textContent ?? '', isPre)
    else walk(element, depth + 1, isPre || name === 'pre')
    if (isBlock) flush()
  }

  function addRow(row: PageElement, depth: number): void {
    flush()
    const cells = [...row.children].map((cell) =>
      depth >= deepest ? (cell.textContent ?? '') : blocksOf(cell).join(' ').replace(/\s+/gu, ' '),
    )
    // A table of one column is layout as a rule, and its rows are prose.
    found.push(
      cells
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '')
        .join(' | '),
    )
  }

  function addText(text: string, isPre: boolean): void {
    if (isPre) return void (line += text)
    const words = text.replace(/[\s\u00ad]+/gu, (gap) => (/[^\u00ad]/u.test(gap) ? ' ' : ''))
    line += /(?:^|[\s])$/u.test(line) ? words.replace(/^ /u, '') : words
  }

  function flush(): void {
    const block = line.replace(/[ \t]+\n[ \t]*|\n[ \t]+/gu, '\n').trim()
    if (block !== '' && block !== '-') found.push(block)
    line = ''
  }
}

function isHidden(element: PageElement): boolean {
  if (element.hasAttribute('hidden')) return true
  const style = element.getAttribute('style')
  return style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(style)
}
