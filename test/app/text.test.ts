import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant, language, line, name, percent, prose, sha256, words } from '../../app/model/text'

const isAllowed = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success

describe.each([
  ['line', line(10), { empty: true, breaks: false }],
  ['name', name(10), { empty: false, breaks: false }],
  ['prose', prose(10), { empty: true, breaks: true }],
  ['words', words(10), { empty: false, breaks: true }],
] as const)('%s', (_name, schema, { empty, breaks }) => {
  test('is empty or not, as it is meant', () => {
    expect(isAllowed(schema, '')).toBe(empty)
    expect(isAllowed(schema, ' \u00a0')).toBe(empty)
  })

  test('holds line breaks and tabs or not, as it is meant', () => {
    for (const text of ['a\nb', 'a\r\nb', 'a\tb']) expect(isAllowed(schema, text)).toBe(breaks)
  })

  test('is as long as its limit, counted in code points', () => {
    expect(isAllowed(schema, 'x'.repeat(10))).toBe(true)
    expect(isAllowed(schema, 'x'.repeat(11))).toBe(false)
    expect(isAllowed(schema, '😀'.repeat(10))).toBe(true)
    expect(isAllowed(schema, '😀'.repeat(11))).toBe(false)
  })

  test('holds no other control character and no half of one', () => {
    for (let code = 0; code < 0xa0; code += 1) {
      const isControl = (code < 0x20 && ![0x09, 0x0a, 0x0d].includes(code)) || code >= 0x7f
      if (isControl) expect(isAllowed(schema, `a${String.fromCharCode(code)}b`)).toBe(false)
    }
    expect(isAllowed(schema, 'a\ud800')).toBe(false)
    expect(isAllowed(schema, '\udc00b')).toBe(false)
  })

  test('is kept letter for letter', () => {
    const text = fc
      .string({ unit: 'grapheme-composite', maxLength: 5 })
      .map((value) => ` x${value}`.slice(0, 10))
    fc.assert(
      fc.property(text, (value) => {
        const parsed = schema.safeParse(value)
        if (parsed.success) expect(parsed.data).toBe(value)
        else expect(/\p{Cc}/u.test(value) || !value.isWellFormed()).toBe(true)
      }),
    )
  })

  test('is a text', () => {
    for (const value of [null, undefined, 1, ['a'], { length: 1 }])
      expect(isAllowed(schema, value)).toBe(false)
  })
})

test('languages are BCP 47 as far as their shape goes', () => {
  for (const code of ['en', 'zh-Hans', 'sr-Latn-RS', 'und']) expect(isAllowed(language, code)).toBe(true)
  for (const code of ['', 'e', 'english!', 'en_GB', 'en-', `en-${'a'.repeat(40)}`]) {
    expect(isAllowed(language, code)).toBe(false)
  }
})

test('a point in time is in UTC, a share between 0 and 100, a fingerprint in lower-case hexadecimal', () => {
  expect(isAllowed(instant, '2025-11-14T09:00:00.000Z')).toBe(true)
  expect(isAllowed(instant, '2025-11-14T09:00:00+01:00')).toBe(false)
  expect(isAllowed(instant, '2025-11-14')).toBe(false)
  expect([0, 100, 50].every((value) => isAllowed(percent, value))).toBe(true)
  expect([-1, 101, 1.5, Number.NaN, '50'].some((value) => isAllowed(percent, value))).toBe(false)
  expect(isAllowed(sha256, 'a'.repeat(64))).toBe(true)
  expect(isAllowed(sha256, 'A'.repeat(64))).toBe(false)
})
