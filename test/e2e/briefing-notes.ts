import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocumentProxy } from 'unpdf'
import { expect } from './application'

/** The fully sourced edition as it is composed, held by a test of its own: its notes cell by cell, and its marks. */
const golden = readFileSync(join(import.meta.dirname, '../fixtures/sample-briefing-sourced.txt'), 'utf8')
const annex = golden.split('## Annex: every statement')[1]!.split('\n## ')[0]!.split('\n')
const headings = annex.find((line) => line.startsWith('No. |'))!.split(' | ')
const notes = annex.filter((line) => /^\d+ \|/.test(line)).map((line) => line.split(' | '))
const marks = [...golden.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number))

type Item = { str: string; x: number; y: number; width: number }
/** `page` from 0; `top` in points from the foot of the page. */
type Mark = { target: string; shown: string; page: number; top: number }

async function readPdf(path: string) {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(path)))
  const pages = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent()
    const items = content.items.flatMap((item): Item[] =>
      'str' in item ? [{ str: item.str, x: item.transform[4], y: item.transform[5], width: item.width }] : [],
    )
    const links = (await page.getAnnotations()) as {
      dest?: unknown
      rect: [number, number, number, number]
    }[]
    pages.push({
      items,
      marks: links.map(
        ({ dest, rect }): Mark => ({
          target: String(dest),
          shown: textWithin(items, rect),
          page: number - 1,
          top: rect[3],
        }),
      ),
    })
  }
  return { pages, targets: Object.keys(await pdf.getDestinations()) }
}

function textWithin(
  items: readonly Item[],
  [left, bottom, right, top]: [number, number, number, number],
): string {
  const inside = items.filter(
    ({ x, y, width }) => x + width / 2 > left && x + width / 2 < right && y > bottom && y < top,
  )
  return inside
    .map(({ str }) => str)
    .join('')
    .trim()
}

const plain = (text: string): string => text.replace(/\s+/gu, '')

/** A number's words stand a little nearer to it than the heading above them. */
const paddingPt = 3

/** What stands in each column of the table between two heights of a page, without spaces: lines break where they must. */
function cellsBetween(items: readonly Item[], { top, bottom }: { top: number; bottom: number }): string[] {
  const starts = headings.map((heading) => {
    const found = items.filter(({ str }) => str.trim() === heading || heading.startsWith(str.trim() || '\n'))
    return Math.min(...found.map(({ x }) => x))
  })
  const cells = headings.map(() => '')
  for (const { str, x, y } of items) {
    if (y > top || y <= bottom) continue
    const column = starts.findLastIndex((start) => x >= start - paddingPt)
    cells[column === -1 ? 0 : column] += str
  }
  return cells.map(plain)
}

/** Of the sample’s fully sourced PDF: each mark has its note, and each note its words, wherever the page ends. */
export async function expectEveryNote(path: string): Promise<void> {
  const { pages, targets } = await readPdf(path)
  const numbers = notes.map(([number]) => Number(number))
  expect(numbers).toEqual(numbers.map((_number, index) => index + 1))
  expect(numbers.length).toBeGreaterThan(10)

  // Every mark shows the number of the note that it leads to, as often as the composed briefing cites it.
  const all = pages.flatMap((page) => page.marks)
  const leading = all.filter(({ target }) => target.startsWith('statement-'))
  for (const { target, shown } of leading) expect(`statement-${shown}`).toBe(target)
  const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b)
  expect(sorted(leading.map(({ shown }) => Number(shown)))).toEqual(sorted(marks))
  expect(new Set(marks)).toEqual(new Set(numbers))
  // And every note leads back, once, to the first of them.
  expect(all.filter(({ target }) => target.startsWith('cite-')).map(({ target }) => target)).toEqual(
    numbers.map((number) => `cite-${number}`),
  )
  for (const number of numbers) {
    expect(targets).toContain(`cite-${number}`)
    expect(targets).toContain(`statement-${number}`)
  }

  // A note stands where its number leads back from.
  const placeOf = (number: number) => all.find(({ target }) => target === `cite-${number}`)
  for (const [index, note] of notes.entries()) {
    const place = placeOf(Number(note[0]))!
    const next = placeOf(Number(note[0]) + 1)
    const { items } = pages[place.page]!
    // After the last of a page come the next heading or the foot of the page.
    const below = items.filter(
      ({ y, str }) => y < place.top - 4 && /^(Annex: sources|As recorded on)/u.test(str),
    )
    const bottom =
      next !== undefined && next.page === place.page ? next.top : Math.max(...below.map(({ y }) => y)) + 6
    const cells = cellsBetween(items, { top: place.top, bottom })
    expect({ note: index + 1, cells }).toEqual({ note: index + 1, cells: note.map(plain) })
  }
}
