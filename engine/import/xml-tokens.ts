export type XmlToken =
  | { kind: 'open'; name: string; attributes: string; isEmpty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }

/** A document that declares entities: no file of an Office program does. */
export class XmlDeclaresEntities extends Error {}
export class XmlBroken extends Error {}

/**
 * The tags and text of well-formed XML, in turn, without a tree. Entities are the five that XML itself has and
 * numbers: nothing that a file declares is ever expanded or fetched.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    if (open === -1) return yield { kind: 'text', text: unescapeXml(xml.slice(at)) }
    if (open > at) yield { kind: 'text', text: unescapeXml(xml.slice(at, open)) }
    if (xml.startsWith('<!--', open)) at = after(xml, '-->', open)
    else if (xml.startsWith('<?', open)) at = after(xml, '?>', open)
    else if (xml.startsWith('<![CDATA[', open)) {
      at = after(xml, ']]>', open)
      yield { kind: 'text', text: xml.slice(open + 9, at - 3) }
    } else if (xml.startsWith('<!', open)) throw new XmlDeclaresEntities()
    else {
      const end = endOfTag(xml, open)
      yield tagFrom(xml.slice(open + 1, end))
      at = end + 1
    }
  }
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  if (at === -1) throw new XmlBroken()
  return at + mark.length
}

/** A `>` within quotes does not end the tag. */
function endOfTag(xml: string, open: number): number {
  for (let at = open + 1; at < xml.length; at++) {
    const character = xml[at]
    if (character === '>') return at
    if (character === '"' || character === "'") {
      at = xml.indexOf(character, at + 1)
      if (at === -1) break
    }
  }
  throw new XmlBroken()
}

function tagFrom(tag: string): XmlToken {
  if (tag.startsWith('/')) return { kind: 'close', name: tag.slice(1).trim() }
  const isEmpty = tag.endsWith('/')
  const [name = ''] = tag.split(/[\s/]/, 1)
  return { kind: 'open', name, attributes: tag.slice(name.length), isEmpty }
}

/** The value of one attribute; null where it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  const at = attributes.indexOf(` ${name}=`)
  if (at === -1) return null
  const quote = attributes[at + name.length + 2]
  if (quote !== '"' && quote !== "'") return null
  const from = at + name.length + 3
  const to = attributes.indexOf(quote, from)
  return to === -1 ? null : unescapeXml(attributes.slice(from, to))
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
    },
  )
}
