import { refIn, withRefs, type SkiaPdf } from './skia-pdf'

/** An entry of the outline: what it says and where it leads, without its neighbours. */
export type OutlineItem = { entry: string; kids: OutlineItem[] }

export function readOutline(
  { objects }: SkiaPdf,
  rootId: number,
  rename: (id: number) => number,
): OutlineItem[] {
  const kidsOf = (id: number): OutlineItem[] => {
    const kids: OutlineItem[] = []
    for (let at = refIn('First', objects.get(id)!); at !== null; at = refIn('Next', objects.get(at)!)) {
      const object = objects.get(at)!
      const entry = object
        .replace(/^<</, '')
        .replace(/>>$/, '')
        .replace(/\/(Parent|Prev|Next|First|Last) \d+ 0 R\s*/g, '')
        .replace(/\/Count -?\d+\s*/, '')
      kids.push({ entry: withRefs(entry, rename), kids: kidsOf(at) })
    }
    return kids
  }
  return kidsOf(rootId)
}

/** Later pieces have no title of their own: what they outline belongs under the first one's. */
export function joinOutlines(outlines: readonly OutlineItem[][]): OutlineItem[] {
  const [first = [], ...later] = outlines
  const title = first[0]
  if (title === undefined) return outlines.flat()
  return [{ ...title, kids: [...title.kids, ...later.flat()] }, ...first.slice(1)]
}

/** The objects of an outline whose root is `rootId`, and those below it numbered by `nextId`. */
export function writeOutline(
  items: readonly OutlineItem[],
  { rootId, nextId }: { rootId: number; nextId: () => number },
): [id: number, object: string][] {
  const written: [number, string][] = []
  const write = (kids: readonly OutlineItem[], parentId: number): { links: string; count: number } => {
    const ids = kids.map(nextId)
    let count = kids.length
    kids.forEach((kid, index) => {
      const below = write(kid.kids, ids[index]!)
      count += below.count
      const neighbours = [
        index > 0 && `/Prev ${ids[index - 1]} 0 R`,
        index < ids.length - 1 && `/Next ${ids[index + 1]} 0 R`,
      ].filter((each) => each !== false)
      written.push([
        ids[index]!,
        `<<${kid.entry}\n/Parent ${parentId} 0 R\n${neighbours.join('\n')}\n${below.links}>>`,
      ])
    })
    return {
      links: ids.length === 0 ? '' : `/First ${ids[0]} 0 R\n/Last ${ids.at(-1)} 0 R\n/Count ${count}`,
      count,
    }
  }
  const { links } = write(items, rootId)
  written.push([rootId, `<</Type /Outlines\n${links}>>`])
  return written
}
