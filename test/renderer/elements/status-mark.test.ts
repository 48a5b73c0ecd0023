// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { statusShape } from '../../../renderer/elements/status-mark'

/** How far each of a shape's strokes reaches from side to side. */
const strokesOf = (outline: string) =>
  outline
    .split('M')
    .slice(1)
    .map((stroke) => {
      const numbers = stroke.match(/-?\d+(?:\.\d+)?/g)!.map(Number)
      const across = numbers.filter((_, at) => at % 2 === 0)
      return { from: Math.min(...across), to: Math.max(...across) }
    })

test('what converges does not meet yet: in black and white it is no cross', () => {
  const { outline, thickness } = statusShape('converging')
  const [left, right] = strokesOf(outline)
  // A pointed end reaches beyond its line by more than half of the line's thickness.
  expect(right!.from - left!.to).toBeGreaterThanOrEqual(2 * thickness)
})
