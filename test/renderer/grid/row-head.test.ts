// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { fillHead, makeRowHead } from '../../../renderer/screens/compare/grid/row-head'
import { issue, noRecords, party, recordOf } from '../../builders/compared-records'
import { positionOf, readAt, viewOf } from '../../builders/compared-world'
import { gridScene } from '../../builders/grid-scene'

function world() {
  const parties = [party({ shortName: 'NO' }), party({ shortName: 'IS' })]
  const fish = issue({
    title: 'Fish',
    question: 'Who may catch how much?',
    status: 'converging',
    scaleLow: 'no fishing',
    scaleHigh: 'all fishing',
    zoneLow: 30,
    zoneHigh: 50,
  })
  const nested = issue({ title: 'Quotas', parentId: fish.id })
  const apart = issue({ title: 'Customs', question: 'From when on?', status: 'agreed' })
  const mark = recordOf('mark', { issueId: fish.id, at: 60, wording: 'half the catch' })
  const positions = parties.map((by, at) => positionOf(fish, by, { atLow: 20 * at, atHigh: 20 * at }))
  const records = { ...noRecords, issues: [fish, nested, apart], parties, positions, marks: [mark] }
  return { scene: gridScene(readAt(records)), reading: readAt(records), fish }
}

const htmlOf = (head: { element: HTMLElement }) => head.element.innerHTML

test('what is written over a row’s head reads as if the head were new', () => {
  const { scene, reading, fish } = world()
  const suggesting = gridScene(reading, {
    suggestionOf: (id) =>
      id === fish.id
        ? {
            status: 'agreed',
            reason: { is: 'all accepted', positionIds: [], count: 1 },
            spoken: [],
            silent: [],
          }
        : null,
  })
  const transposed = gridScene(reading, { view: viewOf({ layout: { isTransposed: true } }) })
  const head = makeRowHead()
  for (const [shown, row] of [
    [scene, 0],
    [scene, 1],
    [suggesting, 0],
    [scene, 2],
    [transposed, 0],
    [transposed, 2],
    [transposed, 1],
    [scene, 0],
  ] as const) {
    const fresh = makeRowHead()
    fillHead(fresh, shown, row)
    fillHead(head, shown, row)
    expect(htmlOf(head)).toBe(htmlOf(fresh))
  }
})

test('an issue’s head says its status, who stands where on its scale, and what is suggested and folded into it', () => {
  const { scene } = world()
  const head = makeRowHead()
  fillHead(head, scene, 0)
  const { element } = head
  expect(element.textContent).toContain('1Fish')
  expect(element.textContent).toContain('converging')
  expect(element.textContent).toContain('Scale from “no fishing” to “all fishing”')
  expect(element.textContent).toContain('; NO: 0 of 100, no fishing; IS: 20 of 100')
  const drawn = [...element.querySelectorAll('path[data-colour]')]
  expect(drawn.map((each) => each.textContent)).toEqual(['NO: 0 of 100, no fishing', 'IS: 20 of 100'])
  expect(element.querySelector('[title="half the catch"]')).not.toBeNull()
  expect(element.querySelector('[data-fold]')!.getAttribute('aria-expanded')).toBe('true')
  fillHead(head, scene, 2)
  expect(element.textContent).toBe('2CustomsFrom when on?agreed')
})

test('a head whose row says the same stays as it is', () => {
  const { scene } = world()
  const head = makeRowHead()
  fillHead(head, scene, 0)
  const before = [...head.element.querySelectorAll('*')]
  fillHead(head, { ...scene, selected: { kind: 'issue', issueId: scene.reading.issues[0]!.id } }, 0)
  expect([...head.element.querySelectorAll('*')]).toEqual(before)
  expect(head.element.getAttribute('aria-selected')).toBe('true')
})
