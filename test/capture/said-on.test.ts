import { describe, expect, test } from 'vitest'
import { findSaidOn } from '../../engine/capture/said-on'
import { suggestStatements } from '../../engine/capture/suggest'

const said = (words: string, issued: string | null) =>
  findSaidOn(words, [{ start: 0, end: words.length }], issued)?.edtf ?? null

describe('a date of saying', () => {
  test.each([
    // 14 November 2025 is a Friday.
    ['on Thursday', '2025-11-14', '2025-11-13'],
    ['on Friday', '2025-11-14', '2025-11-14'],
    ['last Friday', '2025-11-14', '2025-11-07'],
    ['late on Saturday', '2025-11-14', '2025-11-08'],
    ['on Thursday', '2025-11~', '2025-11-13?'],
    ['on Thursday', '2025', null],
    ['on Thursday', null, null],
    ['yesterday', '2026-01-01', '2025-12-31'],
    ['yesterday', '2025-11', null],
    ['today', '2025-11-14', '2025-11-14'],
    ['last week', '2025-11-14', '2025-11-03/2025-11-09'],
    ['this month', '2025-11-14', '2025-11'],
    ['last month', '2026-01-10', '2025-12'],
    ['mid-October', '2025-11~', '2025-10~'],
    ['in early November', '2025-11-14', '2025-11~'],
    ['in late December', '2026-01-10', '2025-12~'],
    ['October 20', '2025-11~', '2025-10-20'],
    ['20 October', '2025-11-14', '2025-10-20'],
    ['on December 5', '2026-01-20', '2025-12-05'],
    ['December 5, 2019', '2026-01-20', '2019-12-05'],
    ['in October 2024', null, '2024-10'],
    ['on 2025-10-20', null, '2025-10-20'],
    ['two days ago', '2025-11-14', '2025-11-12'],
    ['three years ago', '2025-11-14', '2022~'],
    ['last summer', '2025-11-14', '2025-22'],
    ['February 31', '2025-11-14', null],
    ['on the campaign trail', '2025-11-14', null],
    ['they may march on', '2025-11-14', null],
    ['the BBC’s Today programme', '2025-11-14', null],
  ])('%s, read in %s', (words, issued, edtf) => {
    expect(said(words, issued)).toBe(edtf)
  })

  test('comes from beside the verb and never from what is said', () => {
    const [first] = suggestStatements('Kerr said on Thursday that the boats left on Monday.', {
      issued: '2025-11-14',
    })
    expect(first?.saidOn).toMatchObject({ edtf: '2025-11-13', words: 'on Thursday' })
    const [second] = suggestStatements('“We met Lavrov on October 20,” Kerr said.', { issued: '2025-11-14' })
    expect(second?.saidOn).toBeNull()
  })
})
