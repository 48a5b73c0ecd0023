/** A PDF as Chromium writes it: plain objects, one cross-reference table, direct lengths. */
export type SkiaPdf = {
  /** Each object's bytes as one character a byte, without its number, to its `endobj`. */
  objects: ReadonlyMap<number, string>
  rootId: number
  infoId: number
  size: number
}

/** Throws when the bytes are not what Chromium writes; nothing else is ever given to it. */
export function readSkiaPdf(bytes: Uint8Array): SkiaPdf {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const tail = text.slice(-2_000)
  const start = numberAfter(/startxref\s+(\d+)/, tail)
  const trailer = text.slice(text.lastIndexOf('trailer'))
  const offsets = offsetsAt(text, start)
  const ends = [...offsets.values(), start].toSorted((a, b) => a - b)
  const endAfter = new Map(ends.map((offset, index) => [offset, ends[index + 1] ?? start]))
  const objects = new Map<number, string>()
  for (const [id, offset] of offsets) {
    const whole = text.slice(offset, endAfter.get(offset))
    const from = whole.indexOf('obj\n') + 4
    const to = whole.lastIndexOf('endobj')
    if (from < 4 || to < 0) throw new Error(`Object ${id} is not where the table says.`)
    objects.set(id, whole.slice(from, to).replace(/\n$/, ''))
  }
  return {
    objects,
    rootId: numberAfter(/\/Root (\d+) 0 R/, trailer),
    infoId: numberAfter(/\/Info (\d+) 0 R/, trailer),
    size: numberAfter(/\/Size (\d+)/, trailer),
  }
}

function offsetsAt(text: string, start: number): Map<number, number> {
  const head = /^xref\s+0 (\d+)\s*\n/.exec(text.slice(start, start + 40))
  if (head === null) throw new Error('There is no table of objects.')
  const offsets = new Map<number, number>()
  const first = start + head[0].length
  for (let id = 0; id < Number(head[1]); id += 1) {
    const entry = text.slice(first + id * 20, first + id * 20 + 20)
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

/** The dictionary of an object, and its stream with what encloses it. */
export function splitStream(object: string): [dictionary: string, stream: string] {
  const at = /\/Length \d+>> stream\n/.exec(object)
  if (at === null) return [object, '']
  const end = at.index + at[0].length
  return [object.slice(0, end), object.slice(end)]
}

/** Renames every reference outside strings. */
export function withRefs(dictionary: string, rename: (id: number) => number): string {
  return dictionary.replace(
    /\((?:\\[\s\S]|[^\\()])*\)|(\d+) 0 R\b/g,
    (whole: string, id: string | undefined) => (id === undefined ? whole : `${rename(Number(id))} 0 R`),
  )
}
