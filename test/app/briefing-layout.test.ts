import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  columnGroups,
  comparisonWidths,
  fitWidths,
  measureMm,
  orientations,
  papers,
  type Page,
} from '../../app/rules/briefing/page-layout'

const pages: fc.Arbitrary<Page> = fc.record({
  paper: fc.constantFrom(...papers),
  orientation: fc.constantFrom(...orientations),
})
const counts = fc.integer({ min: 0, max: 60 })

test('every party stands in exactly one group, in order, and the landing zone in the last', () => {
  fc.assert(
    fc.property(counts, pages, (count, page) => {
      const groups = columnGroups(count, page)
      const covered = groups.flatMap(({ from, to }) =>
        Array.from({ length: to - from }, (_e, at) => from + at),
      )
      expect(covered).toEqual(Array.from({ length: count }, (_each, at) => at))
      expect(groups.map((group) => group.hasLandingZone)).toEqual(
        groups.map((_g, at) => at === groups.length - 1),
      )
      // A table of nobody would say nothing.
      if (count > 0) expect(groups.every(({ from, to }) => to > from)).toBe(true)
    }),
  )
})

test('the widths fill the measure, and no party gets less than 38 mm', () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(lengths, fc.nat(5_000), pages, (parties, zone, page) => {
      for (const group of columnGroups(parties.length, page)) {
        const widths = comparisonWidths(group, { issues: 200, parties, zone }, page)
        const ofParties = widths.slice(1, 1 + group.to - group.from)
        expect(Math.min(...ofParties)).toBeGreaterThanOrEqual(37.999)
        expect(widths.reduce((total, width) => total + width, 0)).toBeCloseTo(measureMm(page), 6)
      }
    }),
  )
})

test('three parties fit on one page of either paper, seven do not', () => {
  for (const paper of papers) {
    for (const orientation of orientations) {
      expect(columnGroups(3, { paper, orientation })).toHaveLength(1)
      expect(columnGroups(7, { paper, orientation }).length).toBeGreaterThan(1)
    }
  }
})

test('widths follow the weights within their limits', () => {
  expect(
    fitWidths(
      [
        { weight: 1, min: 10, max: 100 },
        { weight: 3, min: 10, max: 100 },
      ],
      80,
    ),
  ).toEqual([20, 60])
  expect(
    fitWidths(
      [
        { weight: 1, min: 30, max: 100 },
        { weight: 100, min: 10, max: 40 },
        { weight: 1, min: 10, max: 100 },
      ],
      110,
    ),
  ).toEqual([35, 40, 35])
})
