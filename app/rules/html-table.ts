/**
 * The first table of a page that a spreadsheet put on the clipboard, as texts; null where there is none. Read as text
 * from beginning to end: nothing of a stranger's page is ever made into a document, and nothing in it is fetched.
 */
export function readHtmlTable(html: string): string[][] | null {
  const table = createTable()
  for (let at = 0; at < html.length && !table.isOver(); ) {
    if (html[at] !== '<') {
      const end = endOr(html.indexOf('<', at), html)
      table.text(html.slice(at, end))
      at = end
    } else if (html.startsWith('<!--', at)) {
      at = endOr(html.indexOf('-->', at + 4), html, 3)
    } else if (/[a-z/]/i.test(html[at + 1] ?? '')) {
      const end = tagEnd(html, at)
      const tag = readTag(html.slice(at, end))
      at = end
      if (!tag.isEnd && rawTexts.has(tag.name)) {
        const rest = new RegExp(`</${tag.name}`, 'gi')
        rest.lastIndex = at
        at = endOr(rest.exec(html)?.index ?? -1, html)
      } else table.tag(tag)
    } else if (/[!?]/.test(html[at + 1] ?? '')) {
      at = endOr(html.indexOf('>', at), html, 1)
    } else {
      table.text('<')
      at += 1
    }
  }
  return table.rows()
}

const endOr = (found: number, html: string, length = 0): number =>
  found === -1 ? html.length : found + length

const rawTexts = new Set(['style', 'script', 'template', 'title', 'xml'])

/** After the `>` that is in no quotation marks. */
function tagEnd(html: string, start: number): number {
  for (let at = start + 1; at < html.length; at += 1) {
    const character = html[at]
    if (character === '>') return at + 1
    if ((character === '"' || character === "'") && html[at - 1] === '=') {
      const close = html.indexOf(character, at + 1)
      if (close === -1) return html.length
      at = close
    }
  }
  return html.length
}

type Tag = { name: string; isEnd: boolean; attributes: string }

function readTag(tag: string): Tag {
  const [, slash, name = '', attributes = ''] = /^<(\/?)([a-z][a-z0-9:-]*)([^]*)$/i.exec(tag) ?? []
  return { name: name.toLowerCase(), isEnd: slash === '/', attributes }
}

const attributeOf = (attributes: string, name: string): string => {
  const [, double, single, bare] =
    new RegExp(`(?:^|[\\s"'])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(attributes) ?? []
  return double ?? single ?? bare ?? ''
}

/** Beyond what is refused later by its size, so that it is refused and not cut. */
const mostRows = 100_000
const mostSpan = 1_000

function createTable() {
  const rows: string[][] = []
  // Cells that reach down into later rows keep their places there, empty: what is said once is not said twice.
  const taken: boolean[][] = []
  let depth = 0
  let isOver = false
  let cell: ReturnType<typeof createCell> | null = null
  let span = { across: 1, down: 1 }

  function endCell(): void {
    if (cell === null) return
    const row = rows.at(-1)!
    const at = rows.length - 1
    while (taken[at]?.[row.length]) row.push('')
    const column = row.length
    for (let across = 0; across < span.across; across += 1) {
      row.push(across === 0 ? cell.words() : '')
      for (let down = 1; down < span.down; down += 1) (taken[at + down] ??= [])[column + across] = true
    }
    cell = null
  }
  function beginCell(attributes: string): void {
    endCell()
    if (rows.length === 0) rows.push([])
    cell = createCell(isPre(attributes))
    const number = (name: string) => Number(/^\s*(\d{1,4})/.exec(attributeOf(attributes, name))?.[1] ?? 1)
    span = {
      across: Math.max(1, Math.min(number('colspan'), mostSpan)),
      down: Math.max(1, Math.min(number('rowspan'), mostSpan)),
    }
  }

  return {
    isOver: () => isOver,
    rows: () => {
      endCell()
      return depth === 0 && !isOver ? null : rows
    },
    text: (text: string) => cell?.text(text),
    tag({ name, isEnd, attributes }: Tag): void {
      if (name === 'table') {
        depth += isEnd ? -1 : 1
        if (isEnd && depth <= 0) {
          endCell()
          isOver = depth === 0
          depth = 0
        }
        if (depth <= 1) return
      }
      if (depth === 1 && (name === 'td' || name === 'th')) return isEnd ? endCell() : beginCell(attributes)
      if (depth === 1 && name === 'tr') {
        endCell()
        if (!isEnd && rows.length < mostRows) rows.push([])
        return
      }
      cell?.tag({ name, isEnd, attributes })
    },
  }
}

const breaks = new Set(['p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const empties = new Set(['br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr'])

const isPre = (attributes: string) =>
  /white-space\s*:\s*(pre|break-spaces)/i.test(attributeOf(attributes, 'style'))
const isHidden = (attributes: string) => /display\s*:\s*none/i.test(attributeOf(attributes, 'style'))

/** A cell as it is read on the page: lines where it breaks, and one space for the white space of the markup. */
function createCell(isKept: boolean) {
  const open: { name: string; isKept: boolean; isHidden: boolean }[] = []
  let text = ''
  const inner = () => open.at(-1) ?? { isKept, isHidden: false }
  const breakLine = () => {
    if (text.trim() !== '' && !text.endsWith('\n')) text += '\n'
  }
  return {
    text(piece: string): void {
      if (inner().isHidden) return
      text += decode(inner().isKept ? piece : piece.replace(/[\t\n\r ]+/g, ' '))
    },
    tag({ name, isEnd, attributes }: Tag): void {
      if (name === 'br') text += '\n'
      if (breaks.has(name)) breakLine()
      if (empties.has(name)) return
      if (!isEnd) {
        const outer = inner()
        open.push({
          name,
          isKept: outer.isKept || name === 'pre' || isPre(attributes),
          isHidden: outer.isHidden || isHidden(attributes),
        })
        return
      }
      const at = open.findLastIndex((element) => element.name === name)
      if (at !== -1) open.length = at
    },
    // A spreadsheet writes a space that it wants kept as one that cannot break.
    words: () =>
      text
        .replaceAll('\u00a0', ' ')
        .replace(/ *\n */g, '\n')
        .replace(/^\s+|\s+$/g, ''),
  }
}

const decode = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,9}));?/gi, (found, decimal, hex, name) => {
    if (name !== undefined) return named.get(name) ?? named.get(String(name).toLowerCase()) ?? found
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : found
  })

/** Those of Latin 1, from the space that cannot break to ÿ, and what spreadsheets write besides. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const named = new Map<string, string>([
  ...latin.split(' ').map((name, at) => [name, String.fromCharCode(160 + at)] as const),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    hellip: '…',
    bull: '•',
    euro: '€',
    trade: '™',
    OElig: 'Œ',
    oelig: 'œ',
    Scaron: 'Š',
    scaron: 'š',
    zwnj: '\u200c',
    zwj: '\u200d',
    lrm: '\u200e',
    rlm: '\u200f',
  }),
])
