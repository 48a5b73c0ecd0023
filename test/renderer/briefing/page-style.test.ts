import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeBriefing } from '../../../app/rules/briefing'
import { cssString, pageCss } from '../../../renderer/screens/briefing/page-style'
import { readBriefingOptions, toSearch } from '../../../renderer/screens/briefing/briefing-options'
import { briefingRecords, briefingWish, theDossier } from '../../builders/briefing-records'

/** Reads a CSS string as CSS Syntax Level 3 does. */
function readCssString(css: string): string {
  expect(css).toMatch(/^"(?:[^"\\\n\r\f]|\\[0-9a-f]{1,6} )*"$/)
  return css
    .slice(1, -1)
    .replace(/\\([0-9a-f]{1,6}) /g, (_escape, code: string) => String.fromCodePoint(parseInt(code, 16)))
}

test('any text comes back from a CSS string as it was, and cannot leave it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(readCssString(cssString(text))).toBe(text.toWellFormed())
    }),
  )
  for (const text of ['"; } body { display: none', 'back\\slash', 'two\nlines', '</style>', "'", '\\22 ']) {
    expect(readCssString(cssString(text))).toBe(text)
  }
})

test('the page has the paper’s size, the marking, and its number of all', () => {
  const dossier = theDossier({ title: 'A "title"' })
  const page = { paper: 'Letter', orientation: 'portrait' } as const
  const css = pageCss(composeBriefing(briefingRecords({}, { dossier }), briefingWish({ page })))
  expect(css).toContain('size: 215.9mm 279.4mm')
  expect(css).toContain('@top-left { content: "A \\22 title\\22 "')
  expect(css).toContain('@top-center { content: "INTERNAL"')
  expect(css).toContain('content: "Page " counter(page) " of " counter(pages) ""')
})

test('the address says what to print, and nonsense in it falls back to what is usual', () => {
  const usual = {
    edition: 'summary',
    asOf: null,
    since: null,
    view: null,
    paper: 'A4',
    orientation: 'landscape',
    locale: 'en',
  }
  const read = (search: string) => readBriefingOptions(new URLSearchParams(search), 'en')
  expect(read('')).toEqual(usual)
  expect(read('edition=secret&paper=A5&asOf=yesterday&other=1')).toEqual(usual)
  const chosen = { ...usual, edition: 'sourced', asOf: '2025-10~', orientation: 'portrait' } as const
  expect(read('edition=sourced&asOf=2025-10~&orientation=portrait')).toEqual(chosen)
  expect(read(new URLSearchParams(toSearch(read('view=Red+lines'))).toString()).view).toBe('Red lines')
  expect(read(new URLSearchParams(toSearch(read('edition=sourced&asOf=2025-10~'))).toString())).toEqual({
    ...usual,
    edition: 'sourced',
    asOf: '2025-10~',
  })
})
