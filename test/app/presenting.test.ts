import { describe, expect, test } from 'vitest'
import type { PartyId } from '../../app/model/party'
import type { OrderItem, StepName } from '../../app/model/running-order'
import { partyStep, stepsOf } from '../../app/rules/presenting/running-steps'
import { lineEnds, textWidth } from '../../app/rules/presenting/text-width'
import type { WallBlock } from '../../app/rules/presenting/wall-content'
import { cutBlocks, fitGroup, fitText, pagesOfBlocks, wallInner } from '../../app/rules/presenting/wall-fit'

// Ids of the model's form; which ones they are makes no difference here.
const [one, two] = [
  '0193a5f0-0000-7000-8000-000000000001',
  '0193a5f0-0000-7000-8000-000000000002',
] as unknown as [PartyId, PartyId]
const named = (steps: { step: StepName; isSkipped: boolean }[]) => steps.map(({ step }) => step)

describe('the steps of an issue', () => {
  const parties = [one, two]
  const usual = ['question', partyStep(one), partyStep(two), 'differences', 'common ground', 'landing zone']

  test('are its question, each party, differences, common ground and landing zone', () => {
    expect(named(stepsOf([], { parties, hasMovement: false }))).toEqual(usual)
    expect(named(stepsOf([], { parties, hasMovement: true }))).toEqual(usual.toSpliced(3, 0, 'movement'))
  })

  test('stand as chosen, with what was not chosen where it usually is', () => {
    const chosen: OrderItem['steps'] = [
      { step: 'landing zone', isSkipped: false },
      { step: partyStep(two), isSkipped: true },
    ]
    const steps = stepsOf(chosen, { parties, hasMovement: false })
    expect(named(steps)).toEqual([
      'question',
      partyStep(one),
      'landing zone',
      partyStep(two),
      'differences',
      'common ground',
    ])
    expect(steps.filter(({ isSkipped }) => isSkipped).map(({ step }) => step)).toEqual([partyStep(two)])
  })

  test('pass over a party that is gone', () => {
    const chosen: OrderItem['steps'] = [{ step: partyStep(two), isSkipped: false }]
    expect(named(stepsOf(chosen, { parties: [one], hasMovement: false }))).not.toContain(partyStep(two))
  })
})

describe('breaking lines', () => {
  const set = { width: 400, face: 'sans', size: 40 } as const
  const linesOf = (text: string) => {
    const ends = lineEnds(text, set)
    return ends.map((end, at) => text.slice(ends[at - 1] ?? 0, end))
  }

  test.each([
    'However, this is only feasible if the US firmly adheres to the agreements',
    'Российская сторона готова к переговорам при выполнении условий',
    '双方同意在任何协议签署之前从所有被占领地区撤出军队，并由联合国监督执行情况',
    'تعترف روسيا بوحدة أراضي أوكرانيا كاملة بعد انسحاب القوات',
    'one\ntwo\n\nthree',
    'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
    '  spaces   in   many    places   ',
  ])('keeps every character of “%s”, and no line is too wide', (text) => {
    const lines = linesOf(text)
    expect(lines.join('')).toBe(text)
    for (const line of lines) expect(textWidth(line.trimEnd(), set)).toBeLessThanOrEqual(set.width)
  })

  test('a text of nothing is one line', () => expect(lineEnds('', set)).toEqual([0]))
})

const block = (text: string): WallBlock => ({
  id: text.slice(0, 8),
  is: 'position',
  kind: { is: 'demand', letter: 'D' },
  lead: 'Demand',
  text,
  tail: '',
  isRedLine: false,
  remarks: [],
  continues: '',
  light: 'plain',
  phrase: null,
})
const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ')

describe('fitting the wall', () => {
  const column = (count: number) => ({ name: 'Norway', role: 'principal', blocks: [block(words(count))] })

  test('short cells are large, longer ones smaller, and never below the smallest', () => {
    const sizes = [5, 40, 60, 80, 2_000].map((count) => fitGroup([column(count), column(5)], 500).size)
    expect(sizes.slice(0, 4)).toEqual(sizes.slice(0, 4).toSorted((a, b) => b - a))
    expect(sizes[0]).toBe(44)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24)
  })

  test('the columns and the gaps between them fill the wall', () => {
    const { widths } = fitGroup([column(60), column(5), column(20)], 500)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(wallInner - 2 * 44)
    expect(widths[0]).toBeGreaterThan(widths[1]!)
  })

  test('a cell of 2,000 words is cut with a word that says so, and is whole on the pages after', () => {
    const long = block(words(2_000))
    const { isWhole, isTooLong } = fitGroup([{ name: 'Norway', role: '', blocks: [long] }, column(5)], 500)
    expect([isWhole, isTooLong]).toEqual([
      [false, true],
      [true, false],
    ])
    const [cut] = cutBlocks([long], { width: 800, size: 30, height: 500, continues: 'goes on' })
    expect(cut!.continues).toBe('goes on')
    expect(long.text.startsWith(cut!.text)).toBe(true)

    const pages = pagesOfBlocks([long], { width: wallInner, size: 40, height: 600, continues: 'goes on' })
    expect(
      pages
        .flat()
        .map(({ text }) => text)
        .join(' '),
    ).toBe(long.text)
    expect(pages.slice(0, -1).every((page) => page.at(-1)!.continues === 'goes on')).toBe(true)
    expect(pages.at(-1)!.at(-1)!.continues).toBe('')
  })

  test('a text that fits at no size goes on, without a word missing', () => {
    const text = words(900)
    const { pages, size } = fitText(text, {
      width: 1_000,
      height: 400,
      sizes: [60, 40],
      leading: 1.3,
      face: 'serif',
    })
    expect(size).toBe(40)
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.join(' ')).toBe(text)
  })
})
