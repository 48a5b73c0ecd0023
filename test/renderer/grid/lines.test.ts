import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  lineAt,
  linesBetween,
  shareRoom,
  startsOf,
} from '../../../renderer/screens/compare/grid/grid-geometry'
import type { Block } from '../../../renderer/screens/compare/grid/cell-anatomy'
import { linesOfBlock } from '../../../renderer/screens/compare/grid/block-heights'
import { createLineCounter } from '../../../renderer/screens/compare/grid/line-breaks'
import { createRowHeights } from '../../../renderer/screens/compare/grid/row-heights'
import { putBefore } from '../../../renderer/screens/compare/grid/head-drag'

/** Every letter is 10 wide, and a line may break after a hyphen. */
const counter = createLineCounter({
  widthOf: (text) => text.length * 10,
  breaksIn: (word) => [...word.matchAll(/-(?=.)/g)].map(({ index }) => index + 1),
})
const lines = (text: string, width: number, most?: number) =>
  counter.linesOf([{ text, font: 'any' }], width, most)

test('words go to a line while they fit, and a space at its end takes no room', () => {
  expect(lines('', 50)).toBe(1)
  expect(lines('ab cd', 50)).toBe(1)
  expect(lines('ab cd', 49)).toBe(2)
  expect(lines('abcde fghij', 50)).toBe(2)
  expect(lines('  ab \n cd  ', 50)).toBe(1)
})

test('a word breaks after its hyphen, and one wider than a line between any letters', () => {
  expect(lines('well-known', 60)).toBe(2)
  expect(lines('abcdefghijk', 50)).toBe(3)
  expect(lines('a abcdefghijk', 50)).toBe(4)
})

test('runs go on where the last one ended, whatever their fonts', () => {
  const run = (text: string) => ({ text, font: text })
  expect(counter.linesOf([run('abc'), run('def')], 50)).toBe(2)
  expect(counter.linesOf([run('ab'), run(' '), run('cd')], 50)).toBe(1)
  expect(counter.linesOf([{ text: '', font: 'x', before: 23, isApart: true }, run('abc')], 50)).toBe(2)
})

test('counting stops at what is asked for', () => {
  expect(lines('a '.repeat(10_000), 30, 4)).toBe(4)
})

test('property: the quick count is never less than the exact one, and width never adds a line', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '我', 'é', 'ж'), maxLength: 120 })
  const ideographs = createLineCounter({
    widthOf: (word) => word.length * 10,
    breaksIn: (word) =>
      [...word].flatMap((letter, at) => (at > 0 && (letter === '我' || word[at - 1] === '我') ? [at] : [])),
  })
  fc.assert(
    fc.property(text, fc.integer({ min: 60, max: 400 }), (words, width) => {
      const exact = ideographs.linesOf([{ text: words, font: 'any' }], width)
      expect(ideographs.atMost(words, 'any', width, Infinity)).toBeGreaterThanOrEqual(exact)
      expect(ideographs.linesOf([{ text: words, font: 'any' }], width + 30)).toBeLessThanOrEqual(exact)
    }),
  )
})

test('property: every row begins where the rows before it end, whatever has been measured in whichever order', () => {
  const measured = fc.array(fc.tuple(fc.nat(39), fc.integer({ min: 20, max: 900 })), { maxLength: 80 })
  fc.assert(
    fc.property(measured, (steps) => {
      const rows = createRowHeights()
      rows.arrange(Array.from({ length: 40 }, (_, row) => `row ${row}`))
      for (const [row, height] of steps) rows.set(row, height)
      rows.settleUsual()
      let sum = 0
      for (let row = 0; row < 40; row += 1) {
        expect(rows.starts()[row]).toBe(sum)
        sum += rows.of(row)
      }
      expect(rows.total()).toBe(sum)
    }),
  )
})

test('heights stay with their rows when these are sorted, and are only taken for exact until something changes', () => {
  const rows = createRowHeights()
  rows.arrange(['a', 'b'])
  rows.set(0, 100)
  rows.set(1, 300)
  rows.arrange(['b', 'a', 'c'])
  expect([rows.of(0), rows.of(1)]).toEqual([300, 100])
  expect([rows.isExact(0), rows.isExact(1), rows.isExact(2)]).toEqual([true, true, false])
  rows.forgetAll()
  expect([rows.of(0), rows.isExact(0)]).toEqual([300, false])
})

test('property: the line at a point is the one that holds it, and a window holds all that is in sight', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(sizes, fc.nat(20_000), fc.nat(900), (each, from, room) => {
      const starts = startsOf(each)
      const line = lineAt(starts, from)
      const end = starts.at(-1)!
      if (from < end) expect(starts[line]! <= from && from < starts[line + 1]!).toBe(true)
      else expect(line).toBe(each.length - 1)
      const { first, last } = linesBetween(starts, { from, to: from + room, beyond: 100 })
      for (let index = 0; index < each.length; index += 1) {
        const isInSight = starts[index]! < from + room && starts[index + 1]! > from
        if (isInSight) expect(index >= first && index <= last).toBe(true)
      }
    }),
  )
})

test('columns share the room between 220 and 420, and keep widths of their own', () => {
  const party = { width: null, isZone: false }
  const zone = { width: null, isZone: true }
  expect(shareRoom(1_090, { head: null, columns: [party, party, party, zone] })).toEqual({
    head: 216,
    columns: [228, 228, 228, 190],
  })
  expect(shareRoom(600, { head: null, columns: [party, party, zone] }).columns).toEqual([220, 220, 190])
  expect(shareRoom(3_000, { head: null, columns: [party, zone] }).columns).toEqual([420, 420])
  expect(shareRoom(1_090, { head: 300, columns: [{ width: 500, isZone: false }, party, zone] })).toEqual({
    head: 300,
    columns: [500, 220, 190],
  })
})

test('a column is put before another, or last', () => {
  const ids = ['a', 'b', 'c'] as never[]
  expect(putBefore(ids, 'c' as never, 'a' as never)).toEqual(['c', 'a', 'b'])
  expect(putBefore(ids, 'a' as never, null)).toEqual(['b', 'c', 'a'])
  expect(putBefore(ids, 'b' as never, 'b' as never)).toEqual(['a', 'b', 'c'])
})

test('“more” never stands for a single line, which would take as much room', () => {
  const width = 55
  const block = (lineCount: number): Block => ({
    look: 'summary',
    runs: [{ text: Array.from({ length: lineCount }, () => 'abcde').join(' '), look: 'plain' }],
    clamp: 3,
    key: 'x',
  })
  const shown = (lineCount: number, isOpen = false) =>
    linesOfBlock(block(lineCount), { width, isOpen, counter })
  expect(shown(3)).toEqual({ shown: 3, isLonger: false })
  expect(shown(4)).toEqual({ shown: 4, isLonger: false })
  expect(shown(5)).toEqual({ shown: 3, isLonger: true })
  expect(shown(5, true)).toEqual({ shown: 5, isLonger: true })
  // A fit to the hair may come out as a line more on the page, which must then not be cut off.
  const exact = { ...block(0), runs: [{ text: 'abc abc abc abc', look: 'plain' as const }] }
  expect(linesOfBlock(exact, { width: 30, isOpen: false, counter })).toEqual({ shown: 3, isLonger: true })
})
