import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonFaultAt } from '../../engine/import/json-fault'

test.each([
  ['{"a": nonsense}', 6],
  ['{"a": 1,}', 8],
  ['[1 2]', 3],
  ['{"a" 1}', 5],
  ['{a: 1}', 1],
  ['[1, 2', 5],
  ['["\u0001"]', 1],
  ['[1] 2', 4],
  ['', 0],
  ['[01]', 2],
])('%s is no JSON from %d on', (text, at) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
  expect(jsonFaultAt(text)).toBe(at)
})

test('a text is read to its end exactly where it is JSON', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 3 }), (json, place, insert) => {
      const at = place % (json.length + 1)
      const text = json.slice(0, at) + insert + json.slice(at)
      const parses = (() => {
        try {
          JSON.parse(text)
          return true
        } catch {
          return false
        }
      })()
      // At its end and with nothing open, only a longer text would tell.
      const isCutShort = jsonFaultAt(text) === text.length
      expect(isCutShort || !parses).toBe(true)
    }),
    { numRuns: 500 },
  )
})
