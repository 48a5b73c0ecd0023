/** A PDF as Chromium writes it: plain objects, one cross-reference table, direct lengths. */
export type SkiaPdf = {
  /** Each object without its number, one character a byte, to its `endobj` or to where its stream begins. */
  objects: ReadonlyMap<number, string>
  /** What follows of those that have one, with what ends it. */
  streams: ReadonlyMap<number, Uint8Array>
  rootId: number
  infoId: number
  size: number
}

const streamBegins = '>> stream\n'

/** Throws when the bytes are not what Chromium writes; nothing else is ever given to it. */
export function readSkiaPdf(bytes: Uint8Array): SkiaPdf {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = numberAfter(/startxref\s+(\d+)/, file.toString('latin1', Math.max(0, file.length - 2_000)))
  const table = file.toString('latin1', start)
  const trailer = table.slice(table.lastIndexOf('trailer'))
  const inOrder = [...offsetsIn(table)].toSorted(([, a], [, b]) => a - b)
  const objects = new Map<number, string>()
  const streams = new Map<number, Uint8Array>()
  let streamAt = 0
  for (const [index, [id, offset]] of inOrder.entries()) {
    const from = file.indexOf('obj\n', offset) + 4
    const to = file.lastIndexOf('endobj', inOrder[index + 1]?.[1] ?? start)
    if (from < 4 || to < from) throw new Error(`Object ${id} is not where the table says.`)
    if (streamAt < from) {
      const next = file.indexOf(streamBegins, from)
      streamAt = next < 0 ? file.length : next + streamBegins.length
    }
    const end = file[to - 1] === newline ? to - 1 : to
    objects.set(id, file.toString('latin1', from, Math.min(streamAt, end)))
    if (streamAt < end) streams.set(id, file.subarray(streamAt, end))
  }
  return {
    objects,
    streams,
    rootId: numberAfter(/\/Root (\d+) 0 R/, trailer),
    infoId: numberAfter(/\/Info (\d+) 0 R/, trailer),
    size: numberAfter(/\/Size (\d+)/, trailer),
  }
}

const newline = 10

/** Where each object begins, from the table and what follows it. */
function offsetsIn(table: string): Map<number, number> {
  const head = /^xref\s+0 (\d+)\s*\n/.exec(table.slice(0, 40))
  if (head === null) throw new Error('There is no table of objects.')
  const offsets = new Map<number, number>()
  const first = head[0].length
  for (let id = 0; id < Number(head[1]); id += 1) {
    const entry = table.slice(first + id * 20, first + id * 20 + 20)
    if (entry[17] === 'n') offsets.set(id, Number(entry.slice(0, 10)))
  }
  return offsets
}

export function numberAfter(pattern: RegExp, text: string): number {
  const found = pattern.exec(text)
  if (found === null) throw new Error(`Nothing in the PDF matches ${pattern.source}.`)
  return Number(found[1])
}

/** The same, or null where it is not said. */
export const refIn = (key: string, text: string): number | null => {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(text)
  return found === null ? null : Number(found[1])
}

/** All that a list refers to; none where it is not there. */
export const refsIn = (key: string, text: string): number[] => {
  const list = new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(text)?.[1] ?? ''
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id))
}

/** A string, which may look like anything, else a reference. */
const stringOrRef = String.raw`\((?:\\[\s\S]|[^\\()])*\)|(\d+) 0 R\b`
const refs = new RegExp(stringOrRef, 'g')
const refsAndKeys = new RegExp(String.raw`${stringOrRef}|\/StructParent(s?) (\d+)`, 'g')

/** Renames every reference outside strings. */
export function withRefs(dictionary: string, rename: (id: number) => number): string {
  return dictionary.replace(refs, (whole: string, id: string | undefined) =>
    id === undefined ? whole : `${rename(Number(id))} 0 R`,
  )
}

/** The same, with the names of marked content as well: their keys so much higher, their nodes with what goes before. */
export function withNames(
  dictionary: string,
  { rename, keyBase, prefix }: { rename: (id: number) => number; keyBase: number; prefix: string },
): string {
  return dictionary.replace(refsAndKeys, (whole: string, id?: string, plural?: string, key?: string) => {
    if (id !== undefined) return `${rename(Number(id))} 0 R`
    if (key !== undefined) return `/StructParent${plural} ${keyBase + Number(key)}`
    return isNode.test(whole) ? `(${prefix}${whole.slice(1)}` : whole
  })
}

const isNode = /^\(node\d+\)$/
