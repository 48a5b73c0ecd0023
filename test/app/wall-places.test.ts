import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveLight, nextQuotation } from '../../app/rules/presenting/wall-light'
import type { WallSpot } from '../../app/rules/presenting/wall-moment'
import { placeAfter, placeBefore, placeFor, type WallWalk } from '../../app/rules/presenting/wall-places'

/** Issues, their steps, and how many pages each step has. */
const walks = fc
  .array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pages): WallWalk & { count: number } => ({
    issues: pages.map((steps) => ({ steps })),
    pagesOf: (issue, step) => pages[issue]![step]!,
    count: pages.flat().reduce((sum, each) => sum + each, 0),
  }))
const beginning = { issue: 0, step: 0, page: 0 }

test('every page is come to once, in order, and back leads to where next came from', () => {
  fc.assert(
    fc.property(walks, (walk) => {
      const seen = new Set<string>()
      for (let at = beginning; ; ) {
        seen.add(JSON.stringify(at))
        const next = placeAfter(walk, at)
        if (next === null) break
        expect(placeBefore(walk, next)).toEqual(at)
        at = next
      }
      expect(seen.size).toBe(walk.count)
      expect(placeBefore(walk, beginning)).toBeNull()
    }),
  )
})

test('a place that is not there is none, and an order without issues has no place at all', () => {
  const walk: WallWalk = { issues: [{ steps: ['question', 'landing zone'] }], pagesOf: () => 1 }
  expect(placeFor(walk, beginning, { issue: 0, step: 1 })).toEqual({ issue: 0, step: 1, page: 0 })
  expect(placeFor(walk, beginning, { issue: 0, step: 2 })).toBeNull()
  expect(placeFor(walk, beginning, { issue: 1, step: 0 })).toBeNull()
  expect(placeFor(walk, beginning, 'next issue')).toBeNull()
  for (const move of ['next', 'back', 'first', 'last', 'next issue', 'previous issue'] as const)
    expect(placeFor({ issues: [], pagesOf: () => 1 }, beginning, move)).toBeNull()
})

test('the light goes from one to the next and out at the end; what was said for it is read page by page', () => {
  const all = [
    { blockId: 'a', quotations: 0 },
    { blockId: 'b', quotations: 2 },
  ]
  const first = moveLight(all, null, 'next')
  expect(first).toMatchObject({ blockId: 'a' })
  expect(moveLight(all, first, 'next')).toMatchObject({ blockId: 'b' })
  expect(moveLight(all, null, 'previous')).toMatchObject({ blockId: 'b' })
  expect(moveLight(all, { blockId: 'b', phrase: null, quotation: null, page: 0 }, 'next')).toBeNull()
  expect(moveLight(all, first, { blockId: 'gone', phrase: null })).toBeNull()
  // Nothing was said for the first: its light stays as it is.
  expect(nextQuotation(all, first, () => 1)).toBe(first)

  const read: unknown[] = []
  let spot: WallSpot | null = null
  for (let pressed = 0; pressed < 5; pressed += 1) {
    spot = nextQuotation(all, spot, (lit) => (lit.quotation === 0 ? 2 : 1))
    read.push([spot?.blockId, spot?.quotation, spot?.page])
  }
  expect(read).toEqual([
    ['b', 0, 0],
    ['b', 0, 1],
    ['b', 1, 0],
    ['b', null, 0],
    ['b', 0, 0],
  ])
})
