import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ShownGrid } from '../../app/rules/block-lines'
import {
  alikeRefused,
  cellAsText,
  fillOf,
  planBlock,
  refuseBlock,
  type BlockChoices,
  type BlockWords,
  type Held,
  type RefusedCell,
} from '../../app/rules/pasted-block'
import { guardFormula, readTabSeparated, writeTabSeparated, type Block } from '../../app/rules/tab-separated'

const words: BlockWords = {
  kinds: [
    { word: 'demand', kind: 'demand' },
    { word: 'offer', kind: 'offer' },
    { word: 'D', kind: 'demand' },
  ],
  silences: ['No statement found', 'nothing found'],
}
const plain: BlockChoices = {
  hasHeaderRow: null,
  hasHeaderColumn: null,
  names: {},
  kind: 'view',
  basis: 'stated',
  from: null,
  silence: 'gap',
  searchedWhere: '',
  asOf: '2025-11-20',
  leavesOut: false,
}

type IssueId = ShownGrid['issues'][number]['id']
type PartyId = ShownGrid['parties'][number]['id']
const issueId = (n: number) => `issue ${n}` as IssueId
const partyId = (n: number) => `party ${n}` as PartyId
const grid: ShownGrid = {
  issues: ['Territory', 'NATO membership', 'Talks'].map((title, n) => ({
    id: issueId(n),
    number: `${n + 1}`,
    title,
  })),
  parties: ['Russia', 'Ukraine', 'United States'].map((name, n) => ({
    id: partyId(n),
    name: `${name} (state)`,
    shortName: name,
  })),
  isTransposed: false,
  start: { issueId: issueId(1), partyId: partyId(1) },
  cornerWords: { issue: ['Issue'], party: ['Party'] },
}
const nothingHeld: Held = () => ({ texts: [], hasGap: false })

function plan(
  block: Block,
  {
    choices = {},
    held = nothingHeld,
    on = grid,
  }: {
    choices?: Partial<BlockChoices>
    held?: Held
    on?: ShownGrid
  } = {},
) {
  return planBlock(block, on, { choices: { ...plain, ...choices }, words, held })
}

/** In a short way: which cell becomes what, and where. */
function written(planned: ReturnType<typeof plan>): string[] {
  return planned.cells.map((cell) => {
    const name = `${cell.row},${cell.column} ${cell.becomes}`
    if (cell.becomes === 'refused') return `${name} ${cell.problem}`
    if (!('issue' in cell)) return name
    const target = [cell.issue, cell.party].map((each) => ('id' in each ? each.id : each.name)).join('/')
    return `${name} ${target}${cell.becomes === 'position' ? ` ${cell.kind} ${cell.words}` : ''}`
  })
}

describe('a block without headers', () => {
  test('goes where the chosen cell is, row by row', () => {
    expect(written(plan([['a', 'b'], ['c']]))).toEqual([
      '0,0 position issue 1/party 1 view a',
      '0,1 position issue 1/party 2 view b',
      '1,0 position issue 2/party 1 view c',
    ])
  })

  test('goes down the parties where the comparison is turned', () => {
    expect(written(plan([['a', 'b']], { on: { ...grid, isTransposed: true } }))).toEqual([
      '0,0 position issue 1/party 1 view a',
      '0,1 position issue 2/party 1 view b',
    ])
  })

  test('that is larger than the comparison is refused cell by cell, unless these are left out', () => {
    const block = [
      ['a', 'b', 'beyond'],
      ['c', '', ''],
      ['', 'below', ''],
    ]
    const refused = plan(block)
    expect(written(refused)).toEqual([
      '0,0 position issue 1/party 1 view a',
      '0,1 position issue 1/party 2 view b',
      '0,2 refused no-party-there',
      '1,0 position issue 2/party 1 view c',
      '2,1 refused no-issue-there',
    ])
    expect(refused.isReady).toBe(false)
    expect(plan(block, { choices: { leavesOut: true } }).isReady).toBe(true)
  })
})

describe('headers', () => {
  const block = [
    ['Issue', 'UKRAINE', 'Russia  (state)', 'Türkiye'],
    ['3 Talks', 'a', 'b', 'c'],
    ['territory', 'd', '', 'e'],
    ['Grain', 'f', '', ''],
  ]
  test('that match names are found by name, wherever the block is pasted', () => {
    const { lines, undecided, isReady } = plan(block)
    expect(lines).toMatchObject({ hasHeaderRow: true, hasHeaderColumn: true, areRowsIssues: true })
    expect(lines.issues.map(({ state }) => state)).toEqual(['known', 'known', 'undecided'])
    expect(undecided.parties.map(({ header }) => header)).toEqual(['Türkiye'])
    expect(isReady).toBe(false)
  })

  test('that are in nobody’s name are left out, made new, or taken for another', () => {
    const choices = {
      names: {
        'party turkiye': { kind: 'new' },
        'issue grain': { kind: 'is', id: issueId(1) },
      },
    } satisfies Partial<BlockChoices>
    const decided = plan(block, { choices })
    expect(decided.isReady).toBe(true)
    expect(written(decided)).toEqual([
      '1,1 position issue 2/party 1 view a',
      '1,2 position issue 2/party 0 view b',
      '1,3 position issue 2/Türkiye view c',
      '2,1 position issue 0/party 1 view d',
      '2,3 position issue 0/Türkiye view e',
      '3,1 position issue 1/party 1 view f',
    ])
    const fill = fillOf(decided, { choices: { ...plain, ...choices }, nameOf: ({ row }) => `row ${row + 1}` })
    expect(fill).toMatchObject({ newIssues: [], newParties: ['Türkiye'], gaps: [] })
    expect(fill.positions[2]).toEqual({
      at: 'row 2',
      issue: { id: issueId(2) },
      party: { name: 'Türkiye' },
      kind: 'view',
      text: 'c',
    })
    const skipped = plan(block, {
      choices: { names: { 'party turkiye': { kind: 'skip' }, 'issue grain': { kind: 'skip' } } },
    })
    expect(written(skipped).filter((line) => line.endsWith('skipped'))).toEqual([
      '1,3 skipped',
      '2,3 skipped',
      '3,1 skipped',
    ])
  })

  test('are found in a block that is turned', () => {
    const turned = block[0]!.map((_, column) => block.map((row) => row[column]!))
    const { lines } = plan(turned)
    expect(lines).toMatchObject({ hasHeaderRow: true, hasHeaderColumn: true, areRowsIssues: false })
    expect(written(plan(turned))[0]).toBe('1,1 position issue 2/party 1 view a')
  })

  test('of which few or none are known are headers beside a corner that says so', () => {
    const both = { hasHeaderRow: true, hasHeaderColumn: true, areRowsIssues: true }
    expect(
      plan([
        ['Issue', 'Russia'],
        ['Grain', 'a'],
        ['Gas', 'b'],
        ['Talks', 'c'],
      ]).lines,
    ).toMatchObject(both)
    expect(
      plan([
        ['', 'Russia'],
        ['Grain', 'a'],
        ['Gas', 'b'],
      ]).lines,
    ).toMatchObject(both)
    expect(
      plan([
        ['ISSUE', 'Türkiye', 'China'],
        ['Talks', 'a', ''],
      ]).lines,
    ).toMatchObject(both)
    const unknown = [
      ['Grain', 'a'],
      ['Gas', 'b'],
    ]
    expect(plan([['Issue', 'China'], ...unknown]).lines).toMatchObject(both)
    expect(plan([['party', 'Grain'], ...unknown]).lines).toMatchObject({ ...both, areRowsIssues: false })
    expect(plan([['', 'China'], ...unknown]).lines).toMatchObject({
      hasHeaderRow: false,
      hasHeaderColumn: false,
    })
    expect(
      plan([
        ['Russia', 'Ukraine'],
        ['Talks fail', 'a'],
      ]).lines,
    ).toMatchObject({ hasHeaderColumn: false })
  })

  test('can be switched off and on by the person', () => {
    expect(written(plan([['Russia'], ['x']], { choices: { hasHeaderRow: false } }))[0]).toBe(
      '0,0 position issue 1/party 1 view Russia',
    )
    const on = plan([['Nobody'], ['x']], { choices: { hasHeaderRow: true } })
    expect(on.undecided.parties.map(({ header }) => header)).toEqual(['Nobody'])
  })

  test('of a name that two issues have are nobody’s', () => {
    const twice = { ...grid, issues: [...grid.issues, { id: issueId(9), number: '9', title: 'TALKS' }] }
    const block = [
      ['', 'Russia'],
      ['Talks', 'a'],
      ['Territory', 'b'],
    ]
    expect(plan(block, { on: twice }).undecided.issues.map(({ header }) => header)).toEqual(['Talks'])
  })

  test('that are missing over words are named, not passed over', () => {
    expect(
      written(
        plan([
          ['Russia', ''],
          ['a', 'lost?'],
        ]),
      ),
    ).toEqual(['1,0 position issue 1/party 0 view a', '1,1 refused no-name'])
  })

  test('too long for a name, or with a control character, are refused', () => {
    const long = 'x'.repeat(301)
    const choices = { hasHeaderColumn: true, names: { [`issue ${long}`]: { kind: 'new' } } } as const
    expect(
      written(
        plan(
          [
            [long, 'a'],
            ['Talks', 'b'],
          ],
          { choices },
        ),
      )[0],
    ).toBe('0,1 refused name-too-long')
  })
})

describe('a cell', () => {
  const only = (text: string, options: Parameters<typeof plan>[1] = {}) => written(plan([[text]], options))

  test('that is empty is skipped and never silence', () => {
    const planned = plan([['', ' \n ', '\u00a0']])
    expect(planned.cells).toEqual([])
    expect(planned).toMatchObject({ empty: 3, isReady: false })
  })

  test('says its kind before its words', () => {
    expect(only('Demand: leave')).toEqual(['0,0 position issue 1/party 1 demand leave'])
    expect(only('[OFFER] stay')).toEqual(['0,0 position issue 1/party 1 offer stay'])
    expect(only('(d) go')).toEqual(['0,0 position issue 1/party 1 demand go'])
    expect(only('offer：谈判')).toEqual(['0,0 position issue 1/party 1 offer 谈判'])
    expect(only('Offer help')).toEqual(['0,0 position issue 1/party 1 view Offer help'])
    expect(only('Note: offer: x')).toEqual(['0,0 position issue 1/party 1 view Note: offer: x'])
    expect(only('demand:')).toEqual(['0,0 refused only-a-kind'])
  })

  test('that says that nothing was found becomes a gap, is left out, or keeps its words', () => {
    expect(only('No statement found.')).toEqual(['0,0 gap issue 1/party 1'])
    expect(only('NOTHING FOUND', { choices: { silence: 'skip' } })).toEqual(['0,0 silence'])
    expect(only('nothing found', { choices: { silence: 'words' } })).toEqual([
      '0,0 position issue 1/party 1 view nothing found',
    ])
    expect(only('nothing found', { held: () => ({ texts: [], hasGap: true }) })).toEqual(['0,0 same'])
    expect(only('nothing found', { held: () => ({ texts: ['a'], hasGap: false }) })).toEqual(['0,0 silence'])
    for (const text of ['empty', 'N/A', '–', '—', '#N/A', ' ? ']) expect(only(text)).toEqual(['0,0 silence'])
  })

  test('that is there already is skipped, alone or with all that stands in its place', () => {
    const held: Held = () => ({ texts: ['a', 'b\nc'], hasGap: false })
    expect(only('b\nc', { held })).toEqual(['0,0 same'])
    expect(only('demand: a', { held })).toEqual(['0,0 same'])
    expect(only(cellAsText(['a', 'b\nc']), { held })).toEqual(['0,0 same'])
    expect(only('A', { held })).toEqual(['0,0 position issue 1/party 1 view A'])
  })

  test('over the limit, broken, or holding a formula’s failure is refused', () => {
    expect(only('x'.repeat(100_001))).toEqual(['0,0 refused too-long'])
    expect(plan([['word '.repeat(10_000)]]).isReady).toBe(true)
    expect(only('a\u0007b')).toEqual(['0,0 refused control-character'])
    expect(only('a\ud800b')).toEqual(['0,0 refused broken-character'])
    expect(only('#REF!')).toEqual(['0,0 refused spreadsheet-error'])
  })
})

test('cells that the same is said of are named together, in the order of the first', () => {
  const at = (row: number, column: number, problem: RefusedCell['problem'], text = 'x'): RefusedCell => ({
    row,
    column,
    text,
    becomes: 'refused',
    problem,
  })
  const [late, deep] = [at(0, 2, 'no-party-there'), at(0, 3, 'too-long')]
  const more = [at(1, 2, 'no-party-there'), at(2, 2, 'no-party-there')]
  expect(alikeRefused([late, deep, ...more])).toEqual([[late, ...more], [deep]])
  // What the spreadsheet says is part of the sentence.
  const failed = [at(0, 0, 'spreadsheet-error', '#REF!'), at(0, 1, 'spreadsheet-error', '#N/A')]
  expect(alikeRefused(failed)).toHaveLength(2)
})

test('a block that is empty or beyond any comparison is refused before it is read', () => {
  expect(refuseBlock([])).toEqual({ problem: 'empty' })
  expect(refuseBlock([[' ', ''], []])).toEqual({ problem: 'empty' })
  expect(refuseBlock(Array.from({ length: 2_001 }, () => ['a']))).toEqual({
    problem: 'too-large',
    rows: 2_001,
    columns: 1,
  })
  expect(refuseBlock([['a']])).toBe(null)
  expect(refuseBlock(Array.from({ length: 200 }, () => Array.from({ length: 60 }, () => 'a')))).toBe(null)
})

const statement = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', '\t', '\n', '\r\n', "'", '=1+1', '+', '-', '@', '“', ' '),
      fc.constantFrom('وقف إطلاق النار', '停火', 'Перемир’я', 'หยุดยิง', 'संधि', '휴전', '👩‍🚀', 'cease-fire'),
      fc.string({ maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => `x${pieces.join('')}`)
  .chain((text) => fc.constantFrom(text, text.slice(1)))

test('what is copied and pasted elsewhere comes out in the very same words, in every script', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(statement, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
      (texts) => {
        const copied = writeTabSeparated(texts.map((row) => row.map(guardFormula)))
        const planned = plan(readTabSeparated(copied), {
          choices: { hasHeaderRow: false, hasHeaderColumn: false, silence: 'words' },
        })
        const out = planned.cells.map((cell) => (cell.becomes === 'position' ? cell.words : cell.becomes))
        const isText = (text: string) => text.trim() !== ''
        expect(out).toEqual(
          texts
            .flat()
            .filter(isText)
            .map((text) => expectedOf(text)),
        )
      },
    ),
    { numRuns: 1_000 },
  )
})

/** Random words may happen to begin with a kind, or to hold what no text may. */
function expectedOf(text: string): string {
  if (/^\s*(?:[[(]\s*(?:d|demand|offer)\s*[\])]|(?:d|demand|offer)\s*[:：])/iu.test(text))
    return expect.any(String)
  // oxlint-disable-next-line no-control-regex -- these are what a text may not hold
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(text)) return 'refused'
  return text
}

test('adding a row or column of empty cells changes nothing that is written', () => {
  const texts = fc.array(
    fc.array(fc.constantFrom('', 'a', 'demand: b', 'nothing found', '-'), { minLength: 2, maxLength: 2 }),
    { minLength: 1, maxLength: 2 },
  )
  fc.assert(
    fc.property(texts, (block) => {
      const wider = [...block.map((row) => [...row, '']), Array.from({ length: 3 }, () => '')]
      expect(written(plan(wider))).toEqual(written(plan(block)))
    }),
  )
})
