import { lineEnds } from './text-width'
import type { WallBody, WallLine } from './wall-content'
import { fitText, sum, wallInner } from './wall-fit'
import type { WallRow } from './wall-row'

const wordSizes = [64, 56, 48, 42, 36] as const
const lineSizes = [42, 38, 34, 30] as const

/** The question alone, as large as it can be. */
export const questionPages = ({ issue }: WallRow, height: number) =>
  fitText(issue.question.trim() || issue.title, {
    width: wallInner,
    height: height - 20,
    sizes: [104, 92, 80, 68, 56, 48],
    leading: 1.18,
    face: 'serif bold',
  })

export const zonePages = ({ issue }: WallRow, height: number) =>
  fitText(issue.landingZone.trim(), {
    width: wallInner - 96,
    height: height - 150,
    sizes: wordSizes,
    leading: 1.36,
    face: 'sans',
  })

/** The wording stays away from the wall until it is shown. */
export function zoneBody(
  row: WallRow,
  { isZoneShown, page, height }: { isZoneShown: boolean; page: number; height: number },
): WallBody {
  const { say, issue } = row
  const { pages, size } = zonePages(row, height)
  return {
    is: 'zone',
    heading: say('wall.landingZone'),
    text: isZoneShown && issue.landingZone.trim() !== '' ? (pages[page] ?? pages[0]!) : null,
    size,
    keptBack: say(isZoneShown ? 'wall.landingZone.none' : 'wall.landingZone.kept'),
  }
}

/** Findings and the room's own words, over as many pages as they take. */
export function linesBody({
  heading,
  emptiness,
  lines,
  words,
  height,
}: {
  heading: string
  emptiness: string
  lines: readonly WallLine[]
  words: string
  height: number
}): WallBody[] {
  const room = height - 110
  const heightOf = (line: WallLine, size: number) => {
    const text = [line.party?.name, line.lead, line.text].filter(Boolean).join(' ')
    return 24 + lineEnds(text, { width: wallInner - 60, face: 'bold', size }).length * size * 1.3
  }
  const wordsFit = fitText(words.trim(), {
    width: wallInner - 96,
    height: lines.length > 0 ? room * 0.5 : room,
    sizes: [56, 48, 42, 36, 32],
    leading: 1.36,
    face: 'sans',
  })
  const wordsHeight =
    words.trim() === ''
      ? 0
      : 40 +
        lineEnds(wordsFit.pages[0]!, { width: wallInner - 96, face: 'sans', size: wordsFit.size }).length *
          wordsFit.size *
          1.36
  const size =
    lineSizes.find((each) => wordsHeight + sum(lines.map((line) => heightOf(line, each))) <= room) ??
    lineSizes.at(-1)!
  const pages: { words: string; lines: WallLine[] }[] = wordsFit.pages.map((part) => ({
    words: part,
    lines: [],
  }))
  let used = wordsHeight
  for (const line of lines) {
    for (const part of partsOf(line, size, room)) {
      const tall = heightOf(part, size)
      if (used + tall > room && used > 0) {
        pages.push({ words: '', lines: [] })
        used = 0
      }
      pages.at(-1)!.lines = [...pages.at(-1)!.lines, part]
      used += tall
    }
  }
  const isEmpty = lines.length === 0 && words.trim() === ''
  return pages.map((page) => ({
    is: 'lines',
    heading,
    size,
    words: page.words,
    wordsSize: wordsFit.size,
    lines: page.lines,
    emptiness: isEmpty ? emptiness : '',
  }))
}

/** A line that is longer than a page, in pieces. */
function partsOf<Line extends { id: string; lead: string; text: string }>(
  line: Line,
  size: number,
  room: number,
): Line[] {
  const { pages } = fitText(line.text, {
    width: wallInner - 60,
    height: Math.max(size * 3, room - 4 * size * 1.3),
    sizes: [size],
    leading: 1.3,
    face: 'bold',
  })
  return pages.map((text, at) => ({ ...line, text, id: at === 0 ? line.id : `${line.id} ${at}` }))
}
