import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  columnLetters,
  guardFormula,
  readTabSeparated,
  unguardFormula,
  writeTabSeparated,
} from '../../app/rules/tab-separated'

const piece = fc.oneof(
  fc.constantFrom('"', '""', '\t', '\n', '\r', '\r\n', "'", '=', '+', '-', '@', ' ', ''),
  fc.constantFrom('اتفاق', '停火协议', 'Перемирие', 'การเจรจา', '👩‍🚀', '\u202b', '\ud800', 'é'),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const cellText = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
const anyBlock = fc.array(fc.array(cellText, { minLength: 1, maxLength: 5 }), { maxLength: 6 })

describe('a block as tab-separated text', () => {
  test('comes back letter for letter, whatever its cells hold', () => {
    fc.assert(
      fc.property(anyBlock, (block) => {
        expect(readTabSeparated(writeTabSeparated(block))).toEqual(block)
      }),
      { numRuns: 2_000 },
    )
  })

  test('with formulas guarded comes back letter for letter, and nothing begins like a formula', () => {
    fc.assert(
      fc.property(anyBlock, (block) => {
        const guarded = block.map((row) => row.map(guardFormula))
        for (const cell of guarded.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        const back = readTabSeparated(writeTabSeparated(guarded))
        expect(back.map((row) => row.map(unguardFormula))).toEqual(block)
      }),
      { numRuns: 2_000 },
    )
  })

  test('is read as spreadsheets write it', () => {
    expect(readTabSeparated('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(readTabSeparated('one\rtwo')).toEqual([['one'], ['two']])
    expect(readTabSeparated('"two\nlines"\t"a ""quoted"" word"\t')).toEqual([
      ['two\nlines', 'a "quoted" word', ''],
    ])
    expect(readTabSeparated('\t\n\n')).toEqual([['', ''], ['']])
    expect(readTabSeparated('')).toEqual([])
  })

  test('takes a quotation mark that encloses nothing as a letter', () => {
    expect(readTabSeparated('"Never," he said\t"open\nnext "row"\tend')).toEqual([
      ['"Never," he said', '"open'],
      ['next "row"', 'end'],
    ])
  })

  test('full of opening quotation marks is read once, not once for each', () => {
    const text = '"a\t'.repeat(200_000)
    expect(readTabSeparated(text)[0]).toHaveLength(200_001)
  })
})

test('columns are called as spreadsheets call them', () => {
  expect([0, 2, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
    'A',
    'C',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ])
})
