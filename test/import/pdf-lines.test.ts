import { expect, test } from 'vitest'
import { linesOf, textOfPages, type PdfPiece } from '../../engine/import/pdf-lines'

const piece = (str: string, x: number, y: number, more: Partial<PdfPiece> = {}): PdfPiece => ({
  str,
  transform: [10, 0, 0, 10, x, y],
  width: str.length * 5,
  height: 10,
  hasEOL: false,
  ...more,
})
const lineTexts = (pieces: PdfPiece[]) => linesOf(pieces).map(({ text }) => text)

test('Arabic drawn from left to right is read from right to left, in letters rather than shapes', () => {
  const drawn = [
    piece('.', 10, 700),
    piece('2025', 20, 700),
    piece(' ', 40, 700),
    piece('ﺮﻳزﻮﻟا', 50, 700),
    piece(' ', 85, 700),
    piece('لﺎﻗ', 90, 700),
  ]
  // Within a piece PDF.js has the letters in order already.
  const inOrder = drawn.map((each) =>
    /[\uFE70-\uFEFC]/.test(each.str) ? { ...each, str: [...each.str].toReversed().join('') } : each,
  )
  expect(lineTexts(inOrder)).toEqual(['قال الوزير 2025.'])
})

test('Arabic that is written in its order stays as it is', () => {
  expect(lineTexts([piece('قال', 90, 700), piece(' ', 85, 700), piece('الوزير', 50, 700)])).toEqual([
    'قال الوزير',
  ])
})

test('pieces at one height are one line, raised figures included', () => {
  expect(
    lineTexts([
      piece('Water', 10, 700),
      piece('2', 35, 703, { height: 6 }),
      piece(' flows', 40, 700),
      piece('Next', 10, 686),
    ]),
  ).toEqual(['Water2 flows', 'Next'])
})

const line = (text: string, base: number, more = {}) => ({
  text,
  left: 72,
  right: 500,
  base,
  size: 10,
  ...more,
})

test('a word divided at the end of a line is joined, a compound keeps its hyphen', () => {
  const lines = [
    line('They spoke of co-operation, and of the negotia-', 700),
    line('tions that co-', 686),
    line('operation would bring.', 672),
  ]
  expect(textOfPages([lines]).text).toBe(
    'They spoke of co-operation, and of the negotiations that co-operation would bring.',
  )
})

test('a gap, an indent, a short last line and a bullet begin paragraphs', () => {
  const lines = [
    line('One goes on to the full width of the page as lines do', 700),
    line('and ends.', 686, { right: 120 }),
    line('Two begins after a short line, without any gap at all', 672),
    line('and goes on.', 658),
    line('Three is indented, as in a book that saves its paper,', 644, { left: 90 }),
    line('and goes on.', 630),
    line('Four comes after a gap and fills the line to the end.', 600),
    line('• five', 586),
  ]
  expect(textOfPages([lines]).text.split('\n\n')).toEqual([
    'One goes on to the full width of the page as lines do and ends.',
    'Two begins after a short line, without any gap at all and goes on.',
    'Three is indented, as in a book that saves its paper, and goes on.',
    'Four comes after a gap and fills the line to the end.',
    '• five',
  ])
})
