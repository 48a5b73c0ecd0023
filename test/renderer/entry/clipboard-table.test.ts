// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unguardFormula } from '../../../app/rules/tab-separated'
import { readClipboard, writeClipboard } from '../../../renderer/state/clipboard-table'

const read = (html: string, text = '') => readClipboard({ html, text }).block

const cell = fc
  .array(fc.constantFrom('a', '"', '\t', '\n', '=', "'", '-', '<b>', '&amp;', '  ', 'سلام', '停火'), {
    maxLength: 5,
  })
  .map((pieces) => pieces.join(''))

describe('the clipboard', () => {
  test('gives back what was copied from here, in the very same words', () => {
    const blocks = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(blocks, (block) => {
        const { block: back, isTable } = readClipboard(writeClipboard(block))
        expect(back.map((row) => row.map(unguardFormula))).toEqual(block)
        expect(isTable).toBe(true)
      }),
    )
  })

  test('carries no markup of a text, and no formula, to a spreadsheet', () => {
    const { html, text } = writeClipboard([['<img src=x onerror=alert(1)>', '=HYPERLINK("http://x")']])
    const page = new DOMParser().parseFromString(html, 'text/html')
    expect(page.querySelector('img')).toBe(null)
    expect([...page.querySelectorAll('td')].map((td) => td.textContent)).toEqual([
      '<img src=x onerror=alert(1)>',
      '\'=HYPERLINK("http://x")',
    ])
    expect(text).not.toMatch(/(^|\t)"?=/)
  })

  test('is read as Excel writes a table', () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td {mso-number-format:General}</style></head>
      <body><!--StartFragment--><table border=0><col width=64><tr height=20>
      <td height=20 class=xl65 width=64>Issue</td><td>Russia</td></tr>
      <tr><td>Talks</td><td>Open to a
  settlement<br>
    by<span style='mso-spacerun:yes'>&nbsp; </span>talks</td></tr></table><!--EndFragment--></body></html>`
    expect(read(html, 'ignored')).toEqual([
      ['Issue', 'Russia'],
      ['Talks', 'Open to a settlement\nby  talks'],
    ])
  })

  test('is read as Google Sheets and LibreOffice write a table', () => {
    const sheets = `<google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid}--></style><table><colgroup><col></colgroup><tbody><tr><td data-sheets-value="{}">first<br/>second</td><td></td></tr></tbody></table>`
    expect(read(sheets)).toEqual([['first\nsecond', '']])
    const office = `<table><colgroup span="2"></colgroup><tr><td align="left"><font face="Liberation Sans">one</font></td><td sdval="3" sdnum="1033;">3</td></tr></table>`
    expect(read(office)).toEqual([['one', '3']])
  })

  test('keeps the places of cells beside and below one that spans', () => {
    const html =
      '<table><tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr></table>'
    expect(read(html)).toEqual([['a', '', 'b'], ['', '', 'c'], ['d']])
  })

  test('is read from pages that are broken off, quote oddly, or try to do something', () => {
    expect(
      read(
        '<table><tr><td title="a > b">x</td><td onclick=\'go("1")\'>&lt;b&gt; 5 < 6 &eacute;&#8211;&#x4e2d;',
      ),
    ).toEqual([['x', '<b> 5 < 6 é–中']])
    expect(
      read('<table><tr><td>a<script>"</td>"</script><style>td{}</style><!-- <td>no --><td hidden>b'),
    ).toEqual([['a', 'b']])
    expect(
      read(
        '<table><tr><td><div>one</div><div>two</div><p style="display:none">no</p></table><table><tr><td>other',
      ),
    ).toEqual([['one\ntwo']])
    expect(
      read(
        '<table><tr><td>outer<table><tr><td>in</td><td>ner</td></tr></table></td><td>next</td></tr></table>',
      ),
    ).toEqual([['outer\ninner', 'next']])
    expect(read('<table></table>', 'a\tb')).toEqual([])
  })

  test('of any page is read without failing, and in time that grows with the page', () => {
    const piece = fc.constantFrom(
      '<table>',
      '<tr>',
      '<td>',
      '</td>',
      '</table>',
      '<',
      '>',
      '"',
      "='",
      '<!--',
      '-->',
      '&amp',
      '&#x;',
      '<br>',
      '<td colspan=3 rowspan="2">',
      '<style>',
      'text',
      '</',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const block = read(pieces.join(''))
        for (const row of block) for (const text of row) expect(typeof text).toBe('string')
      }),
    )
    expect(read(`<table><tr><td>${'<a b="'.repeat(100_000)}`)).toHaveLength(1)
    expect(read(`<table><tr><td>${'<style>'.repeat(1_000)}`)).toHaveLength(1)
  })

  test('without a table is read by its text', () => {
    expect(readClipboard({ html: '<p>One <b>word</b></p>', text: 'One word' })).toEqual({
      block: [['One word']],
      isTable: false,
    })
    expect(readClipboard({ html: '', text: 'a\tb' })).toEqual({ block: [['a', 'b']], isTable: true })
  })
})
