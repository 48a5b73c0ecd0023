import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareEdtf,
  edtfBounds,
  edtfDate,
  edtfLabel,
  englishEdtfWords,
  isEdtf,
  isWithin,
  todayAsEdtf,
} from '../../app/model/edtf-date'

describe('what is a date', () => {
  test.each([
    '2025-10-20',
    '2025-10',
    '2025',
    '2025-10~',
    '2025-10?',
    '2025-10%',
    '2025-10-20?',
    '2025~',
    '2025-21',
    '2025-24',
    '2025-22~',
    '202X',
    '20XX',
    '-201X',
    '2025-XX',
    '2025-10-XX',
    '2025-XX-XX',
    '2025-08/2025-11',
    '2025-08-15~/2025-11?',
    '2025-21/2025-23',
    '202X/2030',
    '2025-11/..',
    '2025-11/',
    '../2025',
    '/2025',
    '2025/2025-10',
    '2025-10/2025',
    '2025-12-15/2025-12',
    '2025-10-20/2025-10-20',
    '2025-10-20T14:30:00',
    '2025-10-20T14:30:00Z',
    '2025-10-20T00:00:00+02',
    '2025-10-20T23:59:59-03:30',
    '0850-02-03',
    '0000',
    '-0044-03-15',
    '2024-02-29',
    '2000-02-29',
  ])('%s is a date', (text) => {
    expect(isEdtf(text)).toBe(true)
    expect(edtfDate.parse(text)).toBe(text)
  })

  test.each([
    '',
    ' 2025',
    '2025\n',
    '2025-02-30',
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13',
    '2025-00',
    '2025-10-00',
    '2025-10-32',
    '2025-20',
    '2025-25',
    '2025-21-01',
    '2025-1',
    '2025-10-2',
    '20251020',
    '25-10-20',
    '850',
    '-0000',
    '+2025',
    'Y12025',
    'Y-17E7',
    '12025',
    '1950S2',
    'XXXX',
    '2XXX',
    '2X25',
    '202x',
    '202X-10',
    '20XX-XX',
    '2025-XX-10',
    '2025-1X',
    '2025-10-2X',
    '?2025',
    '2025?-10',
    '2025-10~?',
    '2025-10-20T24:00:00Z',
    '2025-10-20T14:60:00Z',
    '2025-10-20T14:30:60Z',
    '2025-10-20T14:30Z',
    '2025-10-20T14:30:00z',
    '2025-10-20T14:30:00+15:00',
    '2025-10-20T14:30:00Z~',
    '2025-10-20~T14:30:00Z',
    '2025-10T14:30:00Z',
    '2025-02-30T14:30:00Z',
    '2025-10-20T14:30:00Z/2025-10-21',
    '2025-10-20 14:30:00',
    '2025-11/2025-10',
    '2025-10-20/2025-10-19',
    '2026/2025-24/..',
    '..',
    '/',
    '../..',
    '../',
    '/..',
    '2025/../',
    '2025/2026/2027',
    '[2024,2025]',
    '9999-24',
    '٢٠٢٥',
    '13 November 2025',
    `2025/${'0'.repeat(100)}`,
  ])('%j is not', (text) => {
    expect(isEdtf(text)).toBe(false)
    expect(edtfDate.safeParse(text).success).toBe(false)
  })

  test('the schema can be nullable and optional', () => {
    expect(edtfDate.nullable().parse(null)).toBeNull()
    expect(edtfDate.optional().parse(undefined)).toBeUndefined()
    expect(edtfDate.safeParse(2025).success).toBe(false)
  })

  test('a winter may start before the year that ends it', () => {
    expect(isEdtf('2025-24/2026-01')).toBe(true)
    expect(isEdtf('2025-24/2025-11')).toBe(false)
  })
})

describe('bounds', () => {
  test.each([
    ['2025-10-20', '2025-10-20', '2025-10-20'],
    ['2025-10-20T23:30:00-05:00', '2025-10-20', '2025-10-20'],
    ['2025-10', '2025-10-01', '2025-10-31'],
    ['2025-10~', '2025-10-01', '2025-10-31'],
    ['2025-10-XX', '2025-10-01', '2025-10-31'],
    ['2025-02', '2025-02-01', '2025-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['2025-XX', '2025-01-01', '2025-12-31'],
    ['2025-XX-XX', '2025-01-01', '2025-12-31'],
    ['202X', '2020-01-01', '2029-12-31'],
    ['19XX', '1900-01-01', '1999-12-31'],
    ['2025-21', '2025-03-01', '2025-05-31'],
    ['2025-22', '2025-06-01', '2025-08-31'],
    ['2025-23', '2025-09-01', '2025-11-30'],
    ['2025-24', '2025-12-01', '2026-02-28'],
    ['2023-24', '2023-12-01', '2024-02-29'],
    ['2025-08/2025-11', '2025-08-01', '2025-11-30'],
    ['2025/2025-10', '2025-01-01', '2025-10-31'],
    ['2025-21/2025-24', '2025-03-01', '2026-02-28'],
    ['2025-11/..', '2025-11-01', null],
    ['2025-11/', '2025-11-01', null],
    ['../2025', null, '2025-12-31'],
    ['/2025', null, '2025-12-31'],
    ['0042', '0042-01-01', '0042-12-31'],
    ['0000', '0000-01-01', '0000-12-31'],
    ['-0044-03', '-0044-03-01', '-0044-03-31'],
    ['-005X', '-0059-01-01', '-0050-12-31'],
    ['-000X', '-0009-01-01', '-0001-12-31'],
    ['-0001-24', '-0001-12-01', '0000-02-29'],
  ])('%s is from %s to %s', (date, first, last) => {
    expect(edtfBounds(date)).toEqual({ first, last })
  })

  test('text that is no date is refused', () => {
    expect(() => edtfBounds('2025-02-30')).toThrow(RangeError)
    expect(() => compareEdtf('2025', 'soon')).toThrow(RangeError)
    expect(() => edtfLabel('', { locale: 'en', length: 'long', words: englishEdtfWords })).toThrow(RangeError)
  })
})

describe('order', () => {
  test('open starts come first, absent dates last, and shorter periods before longer ones', () => {
    const sorted = [
      '../2024',
      '-0044',
      '0001',
      '2024-12-31',
      '2025-01-01',
      '2025-01',
      '2025',
      '2025/..',
      null,
    ]
    expect(sorted.toReversed().sort(compareEdtf)).toEqual(sorted)
  })

  test('dates that mean the same days are equal', () => {
    expect(compareEdtf('2025-10', '2025-10~')).toBe(0)
    expect(compareEdtf('2025-10-20', '2025-10-20T14:30:00Z')).toBe(0)
    expect(compareEdtf('../2025', '/2025')).toBe(0)
    expect(compareEdtf(null, null)).toBe(0)
  })
})

describe('labels', () => {
  const label = (date: string, length: 'short' | 'long' = 'short', locale = 'en') =>
    edtfLabel(date, { locale, length, words: englishEdtfWords })

  test.each([
    ['2025-11-13', '13 Nov 2025'],
    ['2025-11-13T14:30:00Z', '13 Nov 2025'],
    ['2025-11-13T23:30:00-05:00', '13 Nov 2025'],
    ['2025-11', 'Nov 2025'],
    ['2025-11~', 'about Nov 2025'],
    ['2025-11-13?', '13 Nov 2025?'],
    ['2025-11%', 'about Nov 2025?'],
    ['2025-10-XX', 'Oct 2025'],
    ['2025', '2025'],
    ['2025-XX', '2025'],
    ['2025-XX-XX', '2025'],
    ['202X', '2020s'],
    ['202X~', 'about 2020s'],
    ['200X', '2000–2009'],
    ['20XX', '2000–2099'],
    ['2025-21', 'spring 2025'],
    ['2025-22?', 'summer 2025?'],
    ['2025-23', 'autumn 2025'],
    ['2025-24', 'winter 2025–2026'],
    ['2025-08/2025-11~', 'Aug 2025 to about Nov 2025'],
    ['2025-11/..', 'since Nov 2025'],
    ['../2025-11-13', 'until 13 Nov 2025'],
    ['2025-11/', 'Nov 2025 to date unknown'],
    ['/2025', 'date unknown to 2025'],
    ['0850', '850'],
    ['-0043', '44 BC'],
  ])('%s reads %s', (date, words) => {
    expect(label(date)).toBe(words)
  })

  test('the long form writes the month out', () => {
    expect(label('2025-11-13', 'long')).toBe('13 November 2025')
    expect(label('2025-11~', 'long')).toBe('about November 2025')
  })

  test('American English has the day first as well', () => {
    expect(label('2025-11-13', 'short', 'en-US')).toBe('13 Nov 2025')
  })

  test('other languages follow their own forms', () => {
    expect(label('2025-11-13', 'long', 'fr')).toBe('13 novembre 2025')
    expect(label('2025-11-13', 'long', 'zh')).toBe('2025年11月13日')
    expect(label('202X', 'short', 'fr')).toBe('2020–2029')
    expect(label('2025', 'short', 'fa')).toBe('۲۰۲۵')
  })

  test('words may hold any character, and a placeholder twice', () => {
    const words = { ...englishEdtfWords, about: "$& $' {date} {date} {other}" }
    expect(edtfLabel('2025~', { locale: 'en', length: 'short', words })).toBe("$& $' 2025 2025 {other}")
  })
})

describe('within a period', () => {
  test.each([
    ['2025-10-01', '2025-10', '2025-10', true],
    ['2025-10-31', '2025-10', '2025-10', true],
    ['2025-09-30', '2025-10', '2025-10', false],
    ['2025-11-01', '2025-10', '2025-10', false],
    ['2025-10-20', null, null, true],
    ['2025-10-20', null, '2025-10-19', false],
    ['2025-10-20', '2025-10-21', null, false],
    ['2025-10-20', '2025-10/2025-12', null, true],
    ['2025-10-20', null, '2025-08/2025-10', true],
    ['2025-10-20', '../2026', null, true],
    ['2025-10-20', null, '2024/..', true],
    ['2025-10', '2025-10-20', '2025-10-21', true],
    ['-0044-03-15', '-0100', '0100', true],
    ['-0044-03-15', '-0043', null, false],
  ])('%s from %s until %s: %s', (day, from, until, expected) => {
    expect(isWithin(day, from, until)).toBe(expected)
  })
})

describe('today', () => {
  test('is the day on the local clock', () => {
    expect(todayAsEdtf(new Date(2025, 10, 3, 0, 0, 1))).toBe('2025-11-03')
    expect(todayAsEdtf(new Date(2025, 10, 3, 23, 59, 59))).toBe('2025-11-03')
  })

  test('cannot be told from a broken clock', () => {
    expect(() => todayAsEdtf(new Date(Number.NaN))).toThrow(RangeError)
  })
})

describe('for any date', () => {
  const padded = (value: number, width: number) => String(value).padStart(width, '0')
  const year = fc
    .tuple(fc.boolean(), fc.integer({ min: 1, max: 9998 }))
    .map(([isNegative, value]) => `${isNegative ? '-' : ''}${padded(value, 4)}`)
  const month = fc.integer({ min: 1, max: 12 }).map((value) => padded(value, 2))
  const day = fc.tuple(year, month, fc.integer({ min: 1, max: 28 }))
  const single = fc.oneof(
    year,
    fc.tuple(year, month).map((parts) => parts.join('-')),
    day.map(([y, m, d]) => `${y}-${m}-${padded(d, 2)}`),
    fc.tuple(year, fc.integer({ min: 21, max: 24 })).map((parts) => parts.join('-')),
    year.map((text) => `${text.slice(0, -1)}X`),
    year.map((text) => `${text.slice(0, -2)}XX`),
    year.map((text) => `${text}-XX`),
    fc.tuple(year, month).map((parts) => `${parts.join('-')}-XX`),
  )
  const qualified = fc.tuple(single, fc.constantFrom('', '~', '?', '%')).map((parts) => parts.join(''))
  const time = fc
    .tuple(
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      fc.constantFrom('', 'Z', '+01:00'),
    )
    .map(([hour, minute, zone]) => `T${padded(hour, 2)}:${padded(minute, 2)}:00${zone}`)
  const interval = fc
    .tuple(qualified, qualified, fc.constantFrom('closed', 'open', 'unknown'), fc.boolean())
    .map(([one, other, kind, isStartKnown]) => {
      if (kind === 'closed') return [one, other].sort(compareEdtf).join('/')
      const missing = kind === 'open' ? '..' : ''
      return isStartKnown ? `${one}/${missing}` : `${missing}/${one}`
    })
  const date = fc.oneof(
    qualified,
    fc.tuple(day, time).map(([[y, m, d], clock]) => `${y}-${m}-${padded(d, 2)}${clock}`),
    interval,
  )

  const isRealDay = (text: string) => {
    const [, written = '', rest = ''] = /^(-?\d{4})(-\d\d-\d\d)$/.exec(text) ?? []
    const sixDigits = written.startsWith('-') ? `-00${written.slice(1)}` : written
    const parsed = new Date(`${sixDigits}${rest}T00:00:00Z`)
    return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(`${sixDigits}${rest}`)
  }

  test('it is accepted, and its bounds are real days in order', () => {
    fc.assert(
      fc.property(date, (text) => {
        expect(isEdtf(text)).toBe(true)
        const { first, last } = edtfBounds(text)
        expect(first !== null || last !== null).toBe(true)
        for (const bound of [first, last]) expect(bound === null || isRealDay(bound)).toBe(true)
        if (first !== null && last !== null) expect(compareEdtf(first, last)).toBeLessThanOrEqual(0)
        expect(isWithin(first ?? last ?? '', text, text)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('it has a label in every language', () => {
    fc.assert(
      fc.property(date, fc.constantFrom('en', 'fr', 'es', 'ru', 'zh', 'ar', 'fa'), (text, locale) => {
        expect(edtfLabel(text, { locale, length: 'short', words: englishEdtfWords })).not.toMatch(
          /^$|[{}]|NaN/,
        )
      }),
    )
  })

  test('the order is total', () => {
    const dates = fc.option(date, { nil: null, freq: 10 })
    fc.assert(
      fc.property(dates, dates, dates, (a, b, c) => {
        expect(compareEdtf(a, a)).toBe(0)
        expect(compareEdtf(a, b) + compareEdtf(b, a)).toBe(0)
        const [low, middle, high] = [a, b, c].sort(compareEdtf)
        expect(compareEdtf(low ?? null, middle ?? null)).toBeLessThanOrEqual(0)
        expect(compareEdtf(middle ?? null, high ?? null)).toBeLessThanOrEqual(0)
        expect(compareEdtf(low ?? null, high ?? null)).toBeLessThanOrEqual(0)
        if (compareEdtf(a, b) <= 0 && compareEdtf(b, c) <= 0) expect(compareEdtf(a, c)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 2000 },
    )
  })

  test('every day of the calendar is accepted and no other', () => {
    fc.assert(
      fc.property(year, fc.nat(14), fc.nat(33), (y, m, d) => {
        const text = `${y}-${padded(m, 2)}-${padded(d, 2)}`
        expect(isEdtf(text)).toBe(isRealDay(text))
      }),
      { numRuns: 2000 },
    )
  })

  test('no text makes the question throw', () => {
    const nearlyADate = fc.string({ unit: fc.constantFrom(...'0123456789X-/.~?%TZ:+'), maxLength: 30 })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearlyADate), (text) => {
        if (isEdtf(text)) expect(edtfBounds(text)).toBeDefined()
      }),
      { numRuns: 2000 },
    )
  })
})
