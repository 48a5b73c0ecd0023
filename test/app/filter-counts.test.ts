import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellFlag, type ComparisonFilters } from '../../app/model/comparison-view'
import { basis, positionKind } from '../../app/model/position'
import { reliability } from '../../app/model/source'
import { rowStatus } from '../../app/model/issue'
import { arrange } from '../../app/rules/arrangement'
import { countChoices, type ChoicePart } from '../../app/rules/filter-counts'
import { recordOf } from '../builders/compared-records'
import { factOf, madeRecords, readAt, viewOf } from '../builders/compared-world'

const outlet = recordOf('outlet', { name: 'Reuters', kind: 'wire' }).id
const tagId = recordOf('tag', { name: 'urgent' }).id

test('behind every choice stands the number of rows that choosing it alone would find', () => {
  const asked = fc.record({
    kinds: fc.subarray([...positionKind.options], { maxLength: 2 }),
    flags: fc.subarray([...cellFlag.options], { maxLength: 2 }),
    statuses: fc.subarray([...rowStatus.options], { maxLength: 2 }),
    words: fc.constantFrom('', 'cod'),
    outlets: fc.subarray([outlet]),
    saidFrom: fc.constantFrom(null, '2025-10'),
    tags: fc.subarray([tagId]),
  })
  fc.assert(
    fc.property(madeRecords, asked, fc.nat({ max: 6 }), (records, filters, tagged) => {
      const reading = readAt({
        ...records,
        facts: records.positions.map((position, at) =>
          factOf(position, { outletId: at % 2 ? outlet : null, saidOn: at % 3 ? '2025-11' : '2025-01' }),
        ),
        taggings: [
          recordOf('tagging', { tagId, issueId: records.issues[tagged % records.issues.length]!.id }),
          recordOf('tagging', { tagId, partyId: records.parties[1]!.id }),
        ],
      })
      const layout = { since: '2025-05' }
      const counted = countChoices(reading, viewOf({ filters, layout }))
      const foundWith = (more: Partial<ComparisonFilters>) =>
        arrange(reading, viewOf({ filters: { ...filters, ...more }, layout })).found
      const choices: [ChoicePart, readonly string[]][] = [
        ['kinds', positionKind.options],
        ['bases', basis.options],
        ['grades', reliability.options],
        ['flags', cellFlag.options],
        ['statuses', rowStatus.options],
        ['parties', records.parties.map(({ id }) => id)],
        ['outlets', [outlet]],
        ['tags', [tagId]],
      ]
      for (const [part, options] of choices) {
        for (const choice of options) {
          expect([part, choice, counted(part, choice)]).toEqual([
            part,
            choice,
            foundWith({ [part]: [choice] }),
          ])
        }
      }
    }),
  )
})
