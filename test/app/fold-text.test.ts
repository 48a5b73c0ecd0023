import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, foldWithMap } from '../../app/rules/fold-text'

describe('folding', () => {
  test.each([
    ['Côte d’Ivoire', "cote d'ivoire"],
    ["CÔTE D'IVOIRE", "cote d'ivoire"],
    ['Straße, STRASSE, STRAẞE', 'strasse, strasse, strasse'],
    ['İstanbul ıstanbul ISTANBUL', 'istanbul istanbul istanbul'],
    ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['Россий Ёлка', 'россии елка'],
    ['«one» “two” „three” ‘four’', '"one" "two" "three" \'four\''],
    ['2024–25 — net‑zero −5', '2024-25 - net-zero -5'],
    ['п’ять пʼять', "п'ять п'ять"],
    ['ﬁnance … ①', 'finance ... 1'],
    ['a\u00a0b', 'a b'],
    ['ＡＢＣ', 'abc'],
    ['negoti\u00adation', 'negotiation'],
    ['\ufeffزير\u200cبنا', 'زيربنا'],
    ['الإتفاقية', 'الاتفاقيه'],
    ['أإآٱا', 'ااااا'],
    ['ـمـحـمـد', 'محمد'],
    ['مُحَمَّد', 'محمد'],
    ['موسى', 'موسي'],
    ['کشوری', 'كشوري'],
    ['中国', '中国'],
    ['𝐀bc 𐐀', 'abc 𐐨'],
    ['', ''],
  ])('%s becomes %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
    expect(foldWithMap(text).folded).toBe(folded)
  })

  test('composed and decomposed text fold alike', () => {
    for (const text of ['Élysée', 'Ångström', '가각', 'ガギグ', 'Việt Nam']) {
      expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')))
    }
  })
})

describe('the map', () => {
  const original = (text: string, words: string) => {
    const { folded, at } = foldWithMap(text)
    const hit = folded.indexOf(foldText(words))
    return text.slice(at[hit], at[hit + foldText(words).length])
  }

  test('leads back to the words as written', () => {
    expect(original('La Côte d’Ivoire demande', "cote d'ivoire")).toBe('Côte d’Ivoire')
    expect(original('Die Straße dort', 'strasse')).toBe('Straße')
    expect(original('قال مُحَمَّدٌ إن', 'محمد')).toBe('مُحَمَّدٌ')
    expect(original('the co\u0302te\u0301 x', 'cote')).toBe('co\u0302te\u0301')
    expect(original('𝐀𝐁 demands', 'demands')).toBe('demands')
  })

  test('ends at the end of the text', () => {
    expect([...foldWithMap('').at]).toEqual([0])
    expect([...foldWithMap('abc').at]).toEqual([0, 1, 2, 3])
    expect([...foldWithMap('ß\u0301x').at]).toEqual([0, 0, 2, 3])
  })
})

describe('for any text', () => {
  const lettersThatMatter = fc.constantFrom(
    ...'aAΣσςßẞİıIéأإآٱىیکةـ’“–−й\u0301\u0651\u00ad\u200c\ud800\udc00\ud801',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: lettersThatMatter, maxLength: 40 }),
    fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  )

  test('both ways of folding agree, and the map only goes forward', () => {
    fc.assert(
      fc.property(text, (any) => {
        const { folded, at } = foldWithMap(any)
        expect(folded).toBe(foldText(any))
        expect(at.length).toBe(folded.length + 1)
        expect(at[folded.length]).toBe(any.length)
        for (let unit = 0; unit < folded.length; unit++)
          expect(at[unit]).toBeLessThanOrEqual(at[unit + 1] ?? -1)
      }),
      { numRuns: 3000 },
    )
  })

  test('both ways agree on every character of Unicode', () => {
    for (let start = 0; start <= 0x10ffff; start += 0x1000) {
      const block = Array.from({ length: 0x1000 }, (_, index) => String.fromCodePoint(start + index)).join('')
      expect(foldWithMap(block).folded === foldText(block), `near ${start.toString(16)}`).toBe(true)
    }
  })

  test('folding twice changes nothing more, character by character', () => {
    const changed: string[] = []
    for (let point = 0; point <= 0x10ffff; point++) {
      const once = foldText(String.fromCodePoint(point))
      if (foldText(once) !== once) changed.push(point.toString(16))
    }
    expect(changed).toEqual([])
  })
})
