import { describe, expect, test } from 'vitest'
import type { ComparisonFilters } from '../../app/model/comparison-view'
import type { ComparedRecords } from '../../app/rules/comparison'
import { compileFilter, isLookingFor } from '../../app/rules/filter'
import { countWanting } from '../../app/rules/wanting'
import { issue, nextId, noRecords, party, recordOf } from '../builders/compared-records'
import { factOf, gapOf, positionOf, readAt, viewOf } from '../builders/compared-world'

const sea = issue({ title: 'Sea', status: 'converging' })
const fish = issue({ title: 'Fish', parentId: sea.id, question: 'How much cod?' })
const land = issue({ title: 'Land', status: 'deadlocked' })
const [union, norway] = [party(), party()]
const reuters = recordOf('outlet', { name: 'Reuters', kind: 'wire' }).id
const ours = positionOf(fish, union, {
  kind: 'demand',
  text: 'Trawlers out of the straße',
  firmness: 'red line',
})
const theirs = positionOf(fish, norway, { kind: 'offer', text: 'half the quota', basis: 'reported' })
const old = positionOf(land, norway, { kind: 'refusal', until: '2025-10-10', text: 'no land' })
const tag = { tagId: recordOf('tag', { name: 'urgent' }).id }

const records: ComparedRecords = {
  ...noRecords,
  issues: [sea, fish, land],
  parties: [union, norway],
  positions: [ours, theirs, old],
  gaps: [gapOf(land, union)],
}

/** The cells that answer, as `issue/party`. */
function found(
  asked: Partial<ComparisonFilters>,
  held: Partial<ComparedRecords> = {},
  since: string | null = null,
): string[] {
  const reading = readAt({ ...records, ...held })
  const filter = compileFilter(reading, viewOf({ filters: asked }).filters, { since })
  return reading.issues.flatMap((row, at) =>
    ['EU', 'NO'].flatMap((name, column) => (filter.matches(at, column) ? [`${row.title}/${name}`] : [])),
  )
}

describe('one thing asked', () => {
  test('of the position itself', () => {
    expect(found({ kinds: ['demand', 'view'] })).toEqual(['Fish/EU'])
    expect(found({ firmness: ['unstated'] })).toEqual(['Fish/NO'])
    expect(found({ bases: ['reported'] })).toEqual(['Fish/NO'])
    expect(found({ parties: [norway.id] })).toEqual(['Fish/NO'])
  })

  test('of its issue: silent cells answer as well', () => {
    expect(found({ statuses: ['deadlocked', 'agreed'] })).toEqual(['Land/EU', 'Land/NO'])
    expect(found({ branches: [sea.id] })).toEqual(['Sea/EU', 'Sea/NO', 'Fish/EU', 'Fish/NO'])
  })

  test('words are found in the position, its conditions and its issue, folded', () => {
    expect(found({ words: 'STRASSE' })).toEqual(['Fish/EU'])
    expect(found({ words: 'cod  quota' })).toEqual(['Fish/NO'])
    expect(found({ words: 'cod' })).toEqual(['Fish/EU', 'Fish/NO'])
    expect(found({ words: 'quota trawlers' })).toEqual([])
    const conditions = [
      recordOf('condition', { positionId: theirs.id, relation: 'only if', text: 'Tariffs fall' }),
    ]
    expect(found({ words: 'tariff' }, { conditions })).toEqual(['Fish/NO'])
    expect(found({ words: 'no land' })).toEqual([])
  })

  test('tags of a position, its party or its issue', () => {
    const tagged = (of: object) =>
      found({ tags: [tag.tagId] }, { taggings: [recordOf('tagging', { ...tag, ...of })] })
    expect(tagged({ positionId: ours.id })).toEqual(['Fish/EU'])
    expect(tagged({ partyId: norway.id })).toEqual(['Fish/NO'])
    expect(tagged({ issueId: land.id })).toEqual(['Land/EU', 'Land/NO'])
  })

  test('the best grade behind it; nothing behind it is no grade', () => {
    const facts = [
      factOf(ours, { reliability: 'C' }),
      factOf(ours, { reliability: 'F' }),
      factOf(ours, { reliability: 'A', relation: 'contradicts' }),
      factOf(ours, { reliability: 'A', saidOn: '2025-12-01' }),
    ]
    expect(found({ grades: ['C'] }, { facts })).toEqual(['Fish/EU'])
    expect(found({ grades: ['A', 'B', 'F'] }, { facts })).toEqual([])
  })
})

describe('the statements behind a position', () => {
  const facts = [
    factOf(ours, { outletId: reuters, saidOn: '2025-04-30' }),
    factOf(ours, { saidOn: '2025-10' }),
    factOf(theirs, { outletId: reuters, saidOn: null, issued: '2025-05-01' }),
  ]

  test('are from the outlet and within the dates, one of them in both', () => {
    expect(found({ outlets: [reuters] }, { facts })).toEqual(['Fish/EU', 'Fish/NO'])
    expect(found({ saidFrom: '2025-05' }, { facts })).toEqual(['Fish/EU', 'Fish/NO'])
    expect(found({ outlets: [reuters], saidFrom: '2025-05' }, { facts })).toEqual(['Fish/NO'])
  })

  test('said in a month may have been said on any of its days', () => {
    expect(found({ saidFrom: '2025-10-31', saidUntil: '2025-11-30' }, { facts })).toEqual(['Fish/EU'])
    expect(found({ saidUntil: '2025-04' }, { facts })).toEqual(['Fish/EU'])
  })

  test('without a date are in no period', () => {
    const undated = [factOf(ours, { saidOn: null })]
    expect(found({ saidFrom: '1900' }, { facts: undated })).toEqual([])
  })
})

describe('flags', () => {
  test('the silences, each for itself', () => {
    expect(found({ flags: ['gap'] })).toEqual(['Land/EU'])
    expect(found({ flags: ['unseen'] })).toEqual(['Sea/EU', 'Sea/NO', 'Land/NO'])
    expect(found({ flags: ['gap', 'unseen'] })).toHaveLength(4)
  })

  test('what is wanting in a position', () => {
    const facts = [factOf(theirs), factOf(ours, { relation: 'contradicts' })]
    expect(found({ flags: ['unsourced'] }, { facts })).toEqual(['Fish/EU'])
    expect(found({ flags: ['contradicted'] }, { facts })).toEqual(['Fish/EU'])
    const positions = [ours, { ...theirs, needsResearch: true }]
    expect(found({ flags: ['needs research'] }, { positions })).toEqual(['Fish/NO'])
  })

  test('what changed since: begun, over, superseded or answered, each asked for by its own', () => {
    const newer = positionOf(fish, union, { kind: 'offer', supersedesId: ours.id, from: '2025-11-01' })
    const held = { positions: [ours, theirs, old, newer] }
    expect(found({ flags: ['changed'] }, held, '2025-10-01')).toEqual(['Fish/EU', 'Land/NO'])
    expect(found({ flags: ['changed'] }, held, '2025-10-20')).toEqual(['Fish/EU'])
    expect(found({ flags: ['changed'], kinds: ['refusal'] }, held, '2025-10-01')).toEqual(['Land/NO'])
    expect(found({ flags: ['changed'] }, held, '2025-11-10')).toEqual([])
    expect(found({ flags: ['changed'] }, held, null)).toEqual([])
    expect(found({ flags: ['unsourced'] }, held, '2025-10-01')).toEqual(['Fish/EU', 'Fish/NO'])
    const answers = [
      recordOf('answer', {
        positionId: theirs.id,
        partyId: union.id,
        outcome: 'accepted',
        onDate: '2025-11',
      }),
    ]
    expect(found({ flags: ['changed'] }, { answers }, '2025-10-20')).toEqual(['Fish/NO'])
  })
})

test('everything asked holds of one position, not of two that share a cell', () => {
  const positions = [ours, positionOf(fish, union, { kind: 'offer', firmness: 'flexible' })]
  expect(found({ kinds: ['demand'], firmness: ['flexible'] }, { positions })).toEqual([])
  expect(found({ kinds: ['offer'], firmness: ['flexible'] }, { positions })).toEqual(['Fish/EU'])
})

test('a silence answers nothing that is asked of positions', () => {
  expect(found({ flags: ['gap'], kinds: ['demand'] })).toEqual([])
  expect(found({ flags: ['gap'], words: 'land' })).toEqual(['Land/EU'])
  expect(found({ flags: ['gap'], words: 'fish' })).toEqual([])
  expect(found({ flags: ['gap'], parties: [norway.id] })).toEqual([])
  expect(found({ flags: ['unseen'], parties: [norway.id] })).toEqual(['Sea/NO', 'Land/NO'])
  expect(found({ words: 'cod', parties: [norway.id] }, { positions: [ours] })).toEqual([])
  expect(found({ flags: ['gap', 'unsourced'], kinds: ['demand'] })).toEqual(['Fish/EU'])
})

test('a party or issue that is no longer there asks nothing', () => {
  const gone = { parties: [party().id], branches: [issue().id] }
  expect(found({ ...gone, kinds: ['demand'] })).toEqual(['Fish/EU'])
})

test('what is wanting is counted: silences by the cell, lacks by the position', () => {
  const facts = [factOf(theirs), factOf(ours, { saidOn: '2025-12-01' })]
  const positions = [ours, { ...theirs, needsResearch: true }, old]
  expect(countWanting(readAt({ ...records, positions, facts }))).toEqual({
    unseen: 3,
    gap: 1,
    unsourced: 1,
    'needs research': 1,
  })
})

test('nothing is looked for until something is asked', () => {
  const { filters } = viewOf()
  expect(isLookingFor(filters)).toBe(false)
  expect(isLookingFor({ ...filters, words: '  ' })).toBe(false)
  expect(isLookingFor({ ...filters, saidUntil: '2025' })).toBe(true)
  expect(isLookingFor({ ...filters, tags: [recordOf('tag', { id: nextId(), name: 'x' }).id] })).toBe(true)
})
