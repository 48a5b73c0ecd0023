// @vitest-environment jsdom
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { readComparison } from '../../../app/rules/comparison-reading'
import { indexComparison } from '../../../app/rules/comparison-index'
import { createPainter } from '../../../renderer/screens/compare/grid/painter'
import type { Scene } from '../../../renderer/screens/compare/grid/scene'
import { createSlot, fillRow, type Slot } from '../../../renderer/screens/compare/grid/slot'
import { baselineIn } from '../../../renderer/screens/compare/use-baseline'
import { issue, noRecords, party, recordOf } from '../../builders/compared-records'
import { factOf, positionOf, viewOf } from '../../builders/compared-world'
import { gridScene } from '../../builders/grid-scene'

const columnWidth = 240
const headHeight = 52

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

/** Thirty issues by eight parties, of which some said something that others contradict, and some on a later day. */
function world() {
  const parties = Array.from({ length: 8 }, (_, at) => party({ shortName: `P${at}` }))
  const issues = Array.from({ length: 30 }, (_, at) => issue({ title: `Issue ${at}`, scaleLow: 'little' }))
  const positions = issues.flatMap((on, row) =>
    parties.flatMap((by, column) =>
      (row * 7 + column * 3) % 4 === 0
        ? []
        : [
            positionOf(on, by, {
              text: `${by.shortName} on ${on.title}: ${'words and words '.repeat((row + column) % 9)}`,
              atLow: (row * column) % 100,
              atHigh: (row * column) % 100,
              from: (row + column) % 5 === 0 ? '2025-11-10' : '2025-10-01',
            }),
          ],
    ),
  )
  const gaps = [recordOf('gap', { issueId: issues[0]!.id, partyId: parties[0]!.id })]
  const facts = positions.filter((_, at) => at % 3 === 0).map((each) => factOf(each))
  return { records: { ...noRecords, parties, issues, positions, gaps, facts }, parties }
}

/** What a key may ask for, in all its combinations. */
function scenesOf() {
  const { records, parties } = world()
  const index = indexComparison(records)
  const readings = ['2025-11-14', '2025-11-01'].map((day) => readComparison(index, day))
  return (['number', 'gaps', 'disagreement'] as const).flatMap((rowOrder) =>
    readings.flatMap((reading) =>
      [null, baselineIn(reading, parties[1]!.id)].flatMap((baseline) =>
        [parties, parties.slice(2)].map((shown) => {
          const view = viewOf({ parties: shown.map(({ id }) => id), layout: { rowOrder, isGrouped: false } })
          const layout = `${shown.length} ${baseline === null ? '' : 'beside'}`
          return {
            layout,
            order: rowOrder,
            scene: gridScene(reading, { view, baseline, width: columnWidth }),
          }
        }),
      ),
    ),
  )
}

function openPainter() {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  const scroller = document.createElement('div')
  const body = document.createElement('div')
  scroller.append(body)
  document.body.append(scroller)
  Object.defineProperties(scroller, {
    clientWidth: { value: 216 + 3 * columnWidth },
    clientHeight: { value: 600 },
  })
  const painter = createPainter({ scroller, body, onPainted() {} })
  return { painter, scroller, body }
}

const aFrame = () =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => setTimeout(resolve))))

/** What would be written of the row into elements that nothing was ever written into. */
function fresh(scene: Scene, row: number): Slot {
  const known = written.get(scene) ?? new Map<number, Slot>()
  written.set(scene, known)
  const found = known.get(row)
  if (found) return found
  const slot = createSlot(document.createElement('div'), 0)
  slot.row = row
  fillRow(slot, scene, { isWanted: () => true, mayStay: () => true })
  known.set(row, slot)
  return slot
}
const written = new WeakMap<Scene, Map<number, Slot>>()

/** Lines that were given and taken away again leave nothing that is seen. */
const htmlOf = ({ innerHTML }: HTMLElement) => innerHTML.replaceAll(' style=""', '')

/** Every cell in sight says what it should; how many rows those are. */
function expectRight({ painter, scroller }: ReturnType<typeof openPainter>, scene: Scene): number {
  const first = painter.rowAt(scroller.scrollTop)
  const last = painter.rowAt(scroller.scrollTop + 600 - headHeight)
  const firstColumn = Math.floor(scroller.scrollLeft / columnWidth)
  for (let row = first; row <= last; row += 1) {
    const wanted = fresh(scene, row)
    const head = painter.elementAt(row, -1)!
    expect(head.textContent).toBe(wanted.head.element.textContent)
    expect(head.parentElement!.hidden).toBe(false)
    expect(head.parentElement!.style.insetBlockStart).toBe(`${painter.rowSpan(row).from}px`)
    for (
      let column = firstColumn;
      column <= Math.min(firstColumn + 2, scene.plan.across.length - 1);
      column += 1
    ) {
      const cell = painter.elementAt(row, column)!
      expect(htmlOf(cell)).toBe(htmlOf(wanted.cells.get(column)!))
      expect(cell.ariaLabel).toBe(wanted.cells.get(column)!.ariaLabel)
    }
  }
  return last - first + 1
}

test('property: whatever was shown before, the first frame says all that is in sight, and nothing else', async () => {
  const scenes = scenesOf()
  const step = fc.record({
    at: fc.nat(scenes.length - 1),
    // Slower than a fling, in which cells first say what they begin with.
    scrollBy: fc.option(fc.record({ top: fc.integer({ min: -300, max: 300 }), left: fc.nat(400) })),
    isFrameOver: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      const opened = openPainter()
      let orderBefore = ''
      for (const { at, scrollBy, isFrameOver } of steps) {
        const { scene, layout, order } = scenes[at]!
        opened.painter.show(scene, { layout, toTop: order !== orderBefore })
        orderBefore = order
        expectRight(opened, scene)
        if (isFrameOver) await aFrame()
        if (scrollBy !== null) {
          opened.scroller.scrollTop = Math.max(0, opened.scroller.scrollTop + scrollBy.top)
          opened.scroller.scrollLeft = scrollBy.left
          opened.painter.scrolled()
        }
        expectRight(opened, scene)
      }
      opened.painter.stop()
      opened.scroller.remove()
    }),
    { numRuns: 20 },
  )
})

test('opened, the grid is drawn with what is near it; an answer first in sight, the rest when the frame has been painted', async () => {
  // The same rows and columns on two days.
  const [late, early] = [scenesOf()[0]!, scenesOf()[4]!]
  expect(early.layout).toBe(late.layout)
  const opened = openPainter()
  const drawn = () =>
    [...opened.body.querySelectorAll<HTMLElement>('[role="row"]')]
      .filter(({ hidden }) => !hidden)
      .map((row) => Number(row.getAttribute('aria-rowindex')) - 2)
  const rightIn = (scene: Scene) =>
    drawn().filter((row) =>
      [0, 1, 2].every((column) => {
        const cell = opened.painter.elementAt(row, column)
        return cell !== null && htmlOf(cell) === htmlOf(fresh(scene, row).cells.get(column)!)
      }),
    )
  opened.painter.show(late.scene, { layout: late.layout, toTop: false })
  expect(drawn().length).toBeGreaterThan(expectRight(opened, late.scene))
  expect(rightIn(late.scene)).toEqual(drawn())

  opened.painter.show(early.scene, { layout: early.layout, toTop: false })
  const inSight = expectRight(opened, early.scene)
  expect(rightIn(early.scene).length).toBeGreaterThanOrEqual(inSight)
  expect(rightIn(early.scene)).not.toEqual(drawn())
  await aFrame()
  expect(rightIn(early.scene)).toEqual(drawn())
  expect(drawn()).toEqual(drawn().toSorted((a, b) => a - b))
  opened.painter.stop()
})

test('an order that was shown before is found as it was drawn', async () => {
  const scenes = scenesOf()
  const [plain, sorted] = [scenes[0]!, scenes.find(({ order }) => order === 'gaps')!]
  const opened = openPainter()
  const show = async ({ scene, layout }: typeof plain) => {
    opened.painter.show(scene, { layout, toTop: true })
    await aFrame()
  }
  await show(plain)
  const before = opened.painter.elementAt(0, 1)!
  await show(sorted)
  const changes = new MutationObserver(() => {})
  changes.observe(before, { subtree: true, childList: true, characterData: true })
  await show(plain)
  expect(opened.painter.elementAt(0, 1)).toBe(before)
  expect(changes.takeRecords()).toEqual([])
  opened.painter.stop()
})
