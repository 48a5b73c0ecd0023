import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairPositions } from '../../../app/rules/position-pairs'
import { heightOfBlocks } from '../../../renderer/screens/compare/grid/block-heights'
import { mostHeightOf } from '../../../renderer/screens/compare/grid/height-bounds'
import { blocksOf, contentWidth, crossingAt } from '../../../renderer/screens/compare/grid/scene'
import { issue, noRecords, party, recordOf } from '../../builders/compared-records'
import { readAt } from '../../builders/compared-world'
import { gridScene } from '../../builders/grid-scene'

const words = ['say', 'comparison', 'of', 'withdrawal', 'the', 'line', 'installations']

const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 60 }).map((all) => all.join(' '))
const position = fc.record({
  text,
  kind: fc.constantFrom('demand', 'offer', 'view'),
  firmness: fc.constantFrom('red line', 'unstated'),
  isAddressed: fc.boolean(),
})
const cell = fc.array(position, { maxLength: 3 })

test('property: no cell beside a baseline is taller than was said of it beforehand', () => {
  fc.assert(
    fc.property(cell, cell, fc.integer({ min: 120, max: 420 }), (first, second, width) => {
      const fish = issue()
      const parties = [party(), party()]
      const held = [first, second].flatMap((all, column) =>
        all.map(({ isAddressed, ...given }) =>
          recordOf('position', {
            issueId: fish.id,
            partyId: parties[column]!.id,
            addresseeId: isAddressed ? parties[1 - column]!.id : null,
            ...given,
          }),
        ),
      )
      const reading = readAt({ ...noRecords, issues: [fish], parties, positions: held })
      const baseline = reading.parties[0]!
      const theirs = reading.cellAt(0, 0).positions
      const scene = gridScene(reading, {
        width,
        baseline: {
          party: baseline,
          beside: ({ partyId, positions }) =>
            partyId === baseline.id
              ? null
              : { baseline, isBaselineEmpty: theirs.length === 0, pairs: pairPositions(theirs, positions) },
        },
      })
      for (const column of [0, 1]) {
        const height = heightOfBlocks(blocksOf(scene, crossingAt(scene, 0, column)), {
          width: contentWidth(scene, column),
          isOpen: () => false,
          counter: scene.counter,
        })
        expect(mostHeightOf(scene, 0, column)).toBeGreaterThanOrEqual(height)
      }
    }),
    {
      numRuns: 400,
      examples: [
        // A word that fits a line, and not beside the mark before it.
        [[{ text: 'withdrawal say', kind: 'demand', firmness: 'unstated', isAddressed: false }], [], 120],
      ],
    },
  )
})
