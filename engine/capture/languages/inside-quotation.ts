import { loneAttribution } from '../english/lone-attribution'
import type { Attribution, Range } from '../suggestion'
import { speakerAfter } from './masked-sentence'
import type { LanguagePack } from './language-pack'

/** «A, — said X. — B»: the writer speaks between dashes, within the marks. */
export function splitInside(pack: LanguagePack, text: string, inner: Range): Attribution | null {
  if (pack.code !== 'ru' && pack.code !== 'uk') return null
  return splitAtDashes(pack, text, inner)
}

/** A paragraph that opens with a dash is speech: — A, — said X. — B. */
export function dialogueOf(pack: LanguagePack, text: string, paragraph: Range): Attribution | null {
  const opening = /^[—–]\s*/u.exec(text.slice(paragraph.start, paragraph.start + 4))
  if (opening === null || paragraph.end <= paragraph.start) return null
  return splitAtDashes(pack, text, { start: paragraph.start + opening[0].length, end: paragraph.end })
}

function splitAtDashes(pack: LanguagePack, text: string, inner: Range): Attribution | null {
  const words = text.slice(inner.start, inner.end)
  const first = /[,.!?…]\s*[—–]\s+/u.exec(words)
  if (first === null) return null
  const tagFrom = first.index + first[0].length
  const second = /[.,]\s*[—–]\s+/u.exec(words.slice(tagFrom))
  const tagTo = second === null ? words.length : tagFrom + second.index
  const tag = words.slice(tagFrom, tagTo)
  const verb = pack.say.exec(tag)
  if (verb === null || verb.index > 60) return null

  const cue = { start: inner.start + tagFrom + verb.index, end: inner.start + tagFrom + verb.index + verb[0].length }
  const before = tag.slice(0, verb.index).trim()
  const speaker =
    before === ''
      ? speakerAfter(pack, tag.slice(verb.index + verb[0].length), cue.end)
      : { start: inner.start + tagFrom, end: inner.start + tagFrom + before.length }
  const spans = [{ start: inner.start, end: inner.start + first.index + (/[!?…]/u.test(first[0]) ? 1 : 0) }]
  if (second !== null) {
    const from = inner.start + tagTo + second[0].length
    let end = inner.end
    if (/[.]$/u.test(text.slice(inner.start, end))) end--
    if (end > from) spans.push({ start: from, end })
  }
  return loneAttribution({ form: 'verbatim', cue, speaker, spans, confidence: 0.9 })
}
