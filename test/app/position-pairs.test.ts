import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Position } from '../../app/model/position'
import { pairPositions } from '../../app/rules/position-pairs'
import { issue, party, recordOf } from '../builders/compared-records'

const fish = issue()
const ours = party()
const theirs = party()
const third = party()
const held = (given: Partial<Position>) =>
  recordOf('position', { issueId: fish.id, partyId: ours.id, ...given })
const base = (given: Partial<Position>) => held({ partyId: theirs.id, ...given })

const texts = (pairs: ReturnType<typeof pairPositions<Position>>) =>
  pairs.map((pair) => [pair.held?.text ?? null, pair.baseline?.text ?? null])

describe('positions of two cells', () => {
  test('of the same kind go together, whatever their words', () => {
    const pairs = pairPositions(
      [base({ kind: 'offer', text: 'half the quota' }), base({ kind: 'demand', text: 'all the cod' })],
      [held({ kind: 'demand', text: 'half the quota' }), held({ kind: 'offer', text: 'nothing' })],
    )
    expect(texts(pairs)).toEqual([
      ['half the quota', 'all the cod'],
      ['nothing', 'half the quota'],
    ])
  })

  test('of the same kind go by whom they address; each asking the other is the same', () => {
    const pairs = pairPositions(
      [
        base({ kind: 'demand', addresseeId: third.id, text: 'to the third' }),
        base({ kind: 'demand', addresseeId: ours.id, text: 'to us' }),
      ],
      [
        held({ kind: 'demand', addresseeId: theirs.id, text: 'to them' }),
        held({ kind: 'demand', addresseeId: third.id, text: 'ours to the third' }),
      ],
    )
    expect(texts(pairs)).toEqual([
      ['to them', 'to us'],
      ['ours to the third', 'to the third'],
    ])
  })

  test('of the same kind to the same party go by their words', () => {
    const pairs = pairPositions(
      [base({ text: 'more cod for the north' }), base({ text: 'fewer trawlers in the strait' })],
      [held({ text: 'No trawlers in the strait' }), held({ text: 'less cod for the north' })],
    )
    expect(texts(pairs)).toEqual([
      ['No trawlers in the strait', 'fewer trawlers in the strait'],
      ['less cod for the north', 'more cod for the north'],
    ])
  })

  test('of different kinds go together only where their words are alike', () => {
    const ourView = held({ kind: 'refusal', text: 'no trawlers in the strait' })
    const alike = base({ kind: 'demand', text: 'trawlers in the strait' })
    const other = base({ kind: 'demand', text: 'a ministerial meeting by May' })
    expect(texts(pairPositions([alike], [ourView]))).toEqual([[ourView.text, alike.text]])
    expect(texts(pairPositions([other], [ourView]))).toEqual([
      [ourView.text, null],
      [null, other.text],
    ])
  })

  test('are each there once, in the order of the cell and then of the baseline', () => {
    const any = fc.array(
      fc.record({
        kind: fc.constantFrom('demand' as const, 'offer' as const, 'view' as const),
        addresseeId: fc.constantFrom(null, ours.id, theirs.id, third.id),
        text: fc.constantFrom('cod', 'more cod', 'trawlers in the strait', '鱼', '؟'),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(any, any, (theirGiven, ourGiven) => {
        const theirPositions = theirGiven.map(base)
        const ourPositions = ourGiven.map(held)
        const pairs = pairPositions(theirPositions, ourPositions)
        expect(pairs.flatMap((pair) => pair.held ?? [])).toEqual(ourPositions)
        expect(pairs.flatMap((pair) => pair.baseline ?? []).toSorted(byId)).toEqual(
          theirPositions.toSorted(byId),
        )
      }),
    )
  })
})

const byId = (a: Position, b: Position) => (a.id < b.id ? -1 : 1)
