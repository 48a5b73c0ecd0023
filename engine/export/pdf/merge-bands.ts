import { joinOutlines, readOutline, writeOutline, type OutlineItem } from './outline'
import { namedLink, placesOn } from './piece-links'
import { numberAfter, readSkiaPdf, refIn, refsIn, withNames, type SkiaPdf } from './skia-pdf'
import { hex, type StampFont } from './stamp-font'

/** What is written on every page when it is known how many there are. */
export type Stamp = {
  font: StampFont
  textOf: (page: number, pages: number) => string
  /** Points from the lower left corner: the right end of the text and its baseline. */
  rightEnd: number
  baseline: number
  size: number
}

/** The objects of the whole, which come before those of the pieces. */
const ids = {
  catalog: 1,
  info: 2,
  pages: 3,
  tree: 4,
  document: 5,
  parents: 6,
  names: 7,
  places: 8,
  outline: 9,
  begin: 10,
  font: 11,
}
const firstOfPieces = 20

/** Enough to be worth a write of its own; characters. */
const pieceLength = 1 << 20

/**
 * Several PDFs of Chromium's as one, piece by piece: pages, links and their places, the tree of headings, tables
 * and paragraphs for who listens, the outline, and the number of each page of all. A piece is let go of when it
 * is written; only pages and outlines are kept to the end.
 */
export async function* mergeBands(
  bands: AsyncIterable<Uint8Array>,
  stamp: Stamp,
): AsyncGenerator<Uint8Array> {
  const writer = createWriter()
  const merged = createMerged()
  for await (const band of bands) {
    yield* writer.flush(addBand(band, writer, merged))
  }
  finish(writer, merged, stamp)
  yield writer.end()
}

type Writer = ReturnType<typeof createWriter>

function createWriter() {
  const offsets: number[] = []
  let written = 0
  let pending: Uint8Array[] = []
  let text = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n'
  let length = text.length
  const put = (more: string) => {
    text += more
    length += more.length
  }
  const putBytes = (bytes: Uint8Array) => {
    pending.push(Buffer.from(text, 'latin1'), bytes)
    text = ''
    length += bytes.length
  }
  const take = (): Uint8Array => {
    const bytes = Buffer.concat([...pending, Buffer.from(text, 'latin1')])
    written += length
    pending = []
    text = ''
    length = 0
    return bytes
  }
  return {
    object(id: number, dictionary: string, stream?: Uint8Array) {
      offsets[id] = written + length
      put(`${id} 0 obj\n${dictionary}`)
      if (stream !== undefined) putBytes(stream)
      put('\nendobj\n')
    },
    *flush(steps: Iterable<void>): Generator<Uint8Array> {
      for (const _step of steps) if (length >= pieceLength) yield take()
      yield take()
    },
    end(): Uint8Array {
      const start = written + length
      put(`xref\n0 ${offsets.length}\n`)
      for (let id = 0; id < offsets.length; id += 1) {
        const offset = offsets[id]
        put(offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`)
      }
      put(
        `trailer\n<</Size ${offsets.length}\n/Root ${ids.catalog} 0 R\n/Info ${ids.info} 0 R>>\nstartxref\n${start}\n%%EOF\n`,
      )
      return take()
    },
  }
}

type Merged = ReturnType<typeof createMerged>

const createMerged = () => ({
  bands: 0,
  nextId: firstOfPieces,
  nextParent: 0,
  info: '',
  language: '',
  pageRoots: [] as number[],
  pages: [] as { id: number; text: string }[],
  documents: [] as number[],
  parents: [] as number[],
  names: [] as number[],
  places: new Map<string, string>(),
  outlines: [] as OutlineItem[][],
})

function* addBand(band: Uint8Array, writer: Writer, merged: Merged): Generator<void> {
  const pdf = readSkiaPdf(band)
  const { objects, streams } = pdf
  const base = merged.nextId
  const parentBase = merged.nextParent
  const prefix = `b${String(merged.bands).padStart(4, '0')}`
  const catalog = objects.get(pdf.rootId)!
  const parts = partsOf(pdf, catalog)
  const rename = (id: number) => (id === parts.tree ? ids.document : base + id)
  const skipped = new Set([pdf.rootId, pdf.infoId, parts.tree, parts.parents, parts.names, ...parts.outline])

  for (const [id, object] of objects) {
    if (skipped.has(id)) continue
    const text = withNames(namedLink(object), { rename, keyBase: parentBase, prefix })
    if (id === parts.pages) {
      writer.object(base + id, text.replace('/Type /Pages', `/Type /Pages\n/Parent ${ids.pages} 0 R`))
    } else if (id === parts.document) {
      writer.object(base + id, text.replace('/S /Document', '/S /Part'))
    } else if (text.startsWith('<</Type /Page\n')) {
      merged.pages.push({ id: base + id, text })
      for (const { place, left, top } of placesOn(object, pdf)) {
        if (!merged.places.has(place)) merged.places.set(place, `[${base + id} 0 R /XYZ ${left} ${top} 0]`)
      }
    } else {
      writer.object(base + id, text, streams.get(id))
    }
    yield
  }
  merged.info ||= objects.get(pdf.infoId) ?? ''
  merged.language ||= /\/Lang \([^)]*\)/.exec(catalog)?.[0] ?? ''
  merged.pageRoots.push(base + parts.pages)
  if (parts.document !== null) merged.documents.push(base + parts.document)
  merged.nextId = base + pdf.size
  if (parts.parents !== null) addParents(objects.get(parts.parents)!, { writer, merged, rename, parentBase })
  if (parts.tree !== null) {
    merged.nextParent += numberAfter(/\/ParentTreeNextKey (\d+)/, objects.get(parts.tree)!)
  }
  if (parts.names !== null) {
    merged.names.push(...refsIn('Kids', objects.get(parts.names)!).map(rename))
  }
  if (parts.outlineRoot !== null) merged.outlines.push(readOutline(pdf, parts.outlineRoot, rename))
  merged.bands += 1
}

function partsOf({ objects }: SkiaPdf, catalog: string) {
  const tree = refIn('StructTreeRoot', catalog)
  const treeText = tree === null ? '' : objects.get(tree)!
  const outlineRoot = refIn('Outlines', catalog)
  const outline: number[] = []
  const gather = (id: number) => {
    outline.push(id)
    for (let at = refIn('First', objects.get(id)!); at !== null; at = refIn('Next', objects.get(at)!))
      gather(at)
  }
  if (outlineRoot !== null) gather(outlineRoot)
  return {
    pages: numberAfter(/\/Pages (\d+) 0 R/, catalog),
    tree,
    document: refIn('K', treeText),
    parents: refIn('ParentTree', treeText),
    names: refIn('IDTree', treeText),
    outlineRoot,
    outline,
  }
}

/** A leaf of the tree that leads from marked content to what it belongs to. */
function addParents(
  text: string,
  {
    writer,
    merged,
    rename,
    parentBase,
  }: { writer: Writer; merged: Merged; rename: (id: number) => number; parentBase: number },
): void {
  const pairs = [...text.matchAll(/(\d+) (\d+) 0 R/g)].map(
    ([, key, id]) => [parentBase + Number(key), rename(Number(id))] as const,
  )
  if (pairs.length === 0) return
  const id = merged.nextId++
  const numbers = pairs.map(([key, ref]) => `${key} ${ref} 0 R`).join(' ')
  writer.object(id, `<</Limits [${pairs[0]![0]} ${pairs.at(-1)![0]}]\n/Nums [${numbers}]>>`)
  merged.parents.push(id)
}

function finish(writer: Writer, merged: Merged, stamp: Stamp): void {
  writer.object(ids.begin, '<</Length 2>> stream\nq\n\nendstream')
  stamp.font.objects(ids.font).forEach((object, index) => writer.object(ids.font + index, object))
  merged.pages.forEach(({ id, text }, index) => {
    const content = merged.nextId++
    const commands = stampCommands(stamp, stamp.textOf(index + 1, merged.pages.length))
    writer.object(content, `<</Length ${commands.length}>> stream\n${commands}\nendstream`)
    writer.object(id, stamped(text, content))
  })
  const list = (all: readonly number[]) => all.map((id) => `${id} 0 R`).join(' ')
  writer.object(
    ids.pages,
    `<</Type /Pages\n/Count ${merged.pages.length}\n/Kids [${list(merged.pageRoots)}]>>`,
  )
  writer.object(
    ids.document,
    `<</Type /StructElem\n/S /Document\n${merged.language}\n/P ${ids.tree} 0 R\n/K [${list(merged.documents)}]>>`,
  )
  writer.object(ids.parents, `<</Kids [${list(merged.parents)}]>>`)
  writer.object(ids.names, `<</Kids [${list(merged.names)}]>>`)
  writer.object(
    ids.tree,
    `<</Type /StructTreeRoot\n/K ${ids.document} 0 R\n/ParentTreeNextKey ${merged.nextParent}\n/ParentTree ${ids.parents} 0 R${merged.names.length === 0 ? '' : `\n/IDTree ${ids.names} 0 R`}>>`,
  )
  writer.object(
    ids.places,
    `<<${[...merged.places].map(([name, place]) => `/${name} ${place}`).join('\n')}>>`,
  )
  const outline = writeOutline(joinOutlines(merged.outlines), {
    rootId: ids.outline,
    nextId: () => merged.nextId++,
  })
  for (const [id, object] of outline) writer.object(id, object)
  writer.object(ids.info, merged.info)
  writer.object(
    ids.catalog,
    `<</Type /Catalog\n/Pages ${ids.pages} 0 R\n/Dests ${ids.places} 0 R\n/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/StructTreeRoot ${ids.tree} 0 R\n/Outlines ${ids.outline} 0 R\n/ViewerPreferences <</Type /ViewerPreferences\n/DisplayDocTitle true>>\n${merged.language}>>`,
  )
}

/** The page with its own content enclosed, so that the stamp stands on a page as it was at first. */
const stamped = (text: string, content: number): string =>
  text
    .replace(/\/Contents (\d+) 0 R/, `/Contents [${ids.begin} 0 R $1 0 R ${content} 0 R]`)
    .replace(/\/Resources <<(?:([\s\S]*?)\/Font <<)?/, (_all, before: string | undefined) =>
      before === undefined
        ? `/Resources <</Font <</Stamp ${ids.font} 0 R>>\n`
        : `/Resources <<${before}/Font <</Stamp ${ids.font} 0 R\n`,
    )

/** Marked as what belongs to the page and not to what is read. */
function stampCommands({ font, rightEnd, baseline, size }: Stamp, text: string): string {
  const glyphs = [...text].map((character) => hex(font.glyphOf(character))).join('')
  const left = rightEnd - (font.widthOf(text) * size) / 1_000
  return `Q\n/Artifact <</Type /Pagination>> BDC\nBT\n0.29 0.28 0.26 rg\n/Stamp ${size} Tf\n${left.toFixed(2)} ${baseline.toFixed(2)} Td\n<${glyphs}> Tj\nET\nEMC`
}
