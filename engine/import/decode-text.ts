import type { ReadingProblem } from '../../app/contract/import-contract'
import { commonHan } from './common-characters'
import { problem } from './reader'

export type Decoded = { text: string; encoding: string; problems: ReadingProblem[] }

/**
 * Letters from bytes: by the byte order mark, else as UTF-16 where the zero bytes say so, else as UTF-8 where
 * the bytes allow it, else as `declared`, else by what the letters would be.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoded {
  const marked = encodingByMark(bytes) ?? encodingByZeros(bytes)
  if (marked !== null) return decodeAs(bytes, marked)
  const asUtf8 = tryDecode(bytes, 'utf-8')
  if (asUtf8 !== null) return { text: asUtf8, encoding: 'utf-8', problems: [] }
  const named = declared === null ? null : knownEncoding(declared)
  if (named !== null && named !== 'utf-8') return decodeAs(bytes, named)
  if (isMostlyUtf8(bytes)) return decodeAs(bytes, 'utf-8')
  const guessed = guessEncoding(bytes)
  const decoded = decodeAs(bytes, guessed)
  return { ...decoded, problems: [problem('encoding-guessed', 1, guessed), ...decoded.problems] }
}

/** Null where it is no text at all: zero bytes that no encoding explains, or mostly control characters. */
export function looksBinary(bytes: Uint8Array): boolean {
  if ((encodingByMark(bytes) ?? encodingByZeros(bytes)) !== null) return false
  const head = bytes.subarray(0, sampleBytes)
  let odd = 0
  for (const byte of head) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) odd++
  }
  return odd > Math.max(8, head.length * 0.02)
}

const sampleBytes = 65_536

function encodingByMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Spaces, digits and line ends have a zero byte in UTF-16, on the same side; no other text has any. */
function encodingByZeros(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length - (bytes.length % 2), sampleBytes)
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return null
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  const least = Math.max(1, length * 0.01)
  // Some letters have a zero byte on the other side, as 一 has.
  if (Math.max(odd, even) < least) return null
  return isText(bytes.subarray(0, length), odd > even ? 'utf-16le' : 'utf-16be')
}

function isText(bytes: Uint8Array, encoding: string): string | null {
  const text = new TextDecoder(encoding).decode(bytes)
  const odd = text.match(/[^\P{C}\n\r\t\p{Cf}]|\uFFFD/gu)?.length ?? 0
  return odd <= text.length * 0.02 ? encoding : null
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  const broken = text.includes('\uFFFD') ? text.split('\uFFFD').length - 1 : 0
  return { text, encoding, problems: broken === 0 ? [] : [problem('characters-not-readable', broken)] }
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The encoding by its canonical name; null where nobody knows one of that name. */
export function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return null
  }
}

/** UTF-8 with a few damaged letters: its sequences are too particular to come about by chance. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleBytes)
  const text = new TextDecoder('utf-8').decode(sample)
  const broken = text.split('\uFFFD').length - 1
  const whole = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0
  return whole > broken * 10
}

const byLetters = [
  'windows-1251',
  'koi8-r',
  'iso-8859-5',
  'ibm866',
  'windows-1256',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
]

/** By which reading makes the likeliest letters; windows-1252 where high bytes stand alone among Latin letters. */
function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleBytes)
  const scored = byLetters.map((encoding) => ({
    encoding,
    score: likelihood(new TextDecoder(encoding).decode(sample)),
  }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.score > leastLikelihood && !standAlone(sample)) return best.encoding
  return likelihoodOfCentralEurope(sample) ? 'windows-1250' : 'windows-1252'
}

const leastLikelihood = 0.25

/** High bytes that mostly have ASCII letters beside them are accents in a text of Latin letters. */
function standAlone(bytes: Uint8Array): boolean {
  let high = 0
  let alone = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue
    high++
    const before = at === 0 ? 0 : bytes[at - 1]!
    const after = at + 1 === bytes.length ? 0 : bytes[at + 1]!
    if (before < 0x80 && after < 0x80) alone++
  }
  return high > 0 && alone >= high * 0.7
}

const commonCyrillic = new Set('оеаинтсрвлкмдпуяыьгзбчійї')
const commonArabic = new Set('اليمونرتبةعدسفهكقأحجشصطىخإئذضثغءزظؤآ')
const commonHanSet = new Set(commonHan)
const commonKana = /[ぁ-ヿ]/u
const hangul = /[가-힣]/u

/** 0 to 1: the share of letters beyond ASCII that are frequent ones of their script, less what texts never hold. */
function likelihood(text: string): number {
  let letters = 0
  let common = 0
  let odd = 0
  let previous = ''
  for (const character of text) {
    if (character > '\u007f') {
      letters++
      if (commonCyrillic.has(character) || commonArabic.has(character) || commonHanSet.has(character))
        common++
      else if (commonKana.test(character) || hangul.test(character)) common += 0.6
      // A capital within a word: the other Cyrillic encodings swap the cases.
      else if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(previous)) odd++
      else if (!/[\p{L}\p{M}\p{P}\p{Zs}\p{N}]/u.test(character)) odd++
    }
    previous = character
  }
  return letters === 0 ? 0 : (common - 2 * odd) / letters
}

/** Letters of Polish, Czech, Slovak, Hungarian or Romanian where windows-1252 would have signs. */
function likelihoodOfCentralEurope(bytes: Uint8Array): boolean {
  const central = new TextDecoder('windows-1250').decode(bytes)
  const western = new TextDecoder('windows-1252').decode(bytes)
  const letters = central.match(/[ąćęłńśźżčďěňřšťůžőűăşţĄĆĘŁŃŚŹŻČĎĚŇŘŠŤŮŽŐŰ]/gu)?.length ?? 0
  const strange = western.match(/\p{Ll}[¹³¿œŸ¼¾¶ñæêè]/gu)?.length ?? 0
  const signs = western.match(/[\p{L}][¹³¿¼¾¶][\p{L}\s]/gu)?.length ?? 0
  return signs > 0 && letters > signs && strange > 0
}
