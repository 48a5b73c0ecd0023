import { loneAttribution } from '../english/lone-attribution'
import type { Attribution, Range } from '../suggestion'
import { arabic } from './ar'
import { chineseAttributions } from './zh'
import { spanish } from './es'
import { french } from './fr'
import type { LanguagePack } from './language-pack'
import { russian } from './ru'
import { ukrainian } from './uk'
import { dialogueOf, splitInside } from './inside-quotation'
import { readMaskedSentence } from './masked-sentence'
import { innerOf, maskQuotations, partsWithin, quoteMask, type Part } from './masked-text'

const packs: Record<string, LanguagePack | 'zh'> = {
  fr: french,
  es: spanish,
  ru: russian,
  uk: ukrainian,
  ar: arabic,
  zh: 'zh',
}

/** Null for English, and for a language without rules, which is read as English. */
export const packOf = (language: string): LanguagePack | 'zh' | null => packs[language] ?? null

export function attributionsIn(
  pack: LanguagePack | 'zh',
  text: string,
  given: { paragraphs: readonly Range[]; partsOf: (paragraph: number) => readonly Part[] },
): Attribution[] {
  if (pack === 'zh') return chineseAttributions(text, given)
  const attributions: Attribution[] = []
  let running: { speaker: Range | null; paragraph: number } = { speaker: null, paragraph: -2 }
  for (const [index, paragraph] of given.paragraphs.entries()) {
    const parts = given.partsOf(index)
    const dialogue = dialogueOf(pack, text, paragraph)
    if (dialogue !== null) {
      attributions.push(dialogue)
      running = { speaker: dialogue.speaker, paragraph: index }
      continue
    }
    const masked = maskQuotations(text, paragraph, parts)
    let before: Attribution | null = null
    for (const sentence of sentencesIn(text, masked, paragraph)) {
      const inside = partsWithin(parts, sentence)
      const found = readMaskedSentence(pack, { text, masked, paragraph, sentence, parts: inside })
      const loose = inside.filter((part) => !found.used.has(part))
      for (const part of loose) {
        const split = splitInside(pack, text, part.part.inner)
        if (split !== null) found.attributions.push(split)
      }
      const bare = isBare(text, masked, paragraph, sentence)
      if (found.attributions.length === 0 && loose.length > 0 && bare) {
        const spans = loose.flatMap(innerOf)
        if (before !== null && before.form === 'verbatim') {
          before.spans.push(...spans)
          continue
        }
        const speaker = index - running.paragraph <= 1 ? running.speaker : null
        if (spans.length > 0 && lengthOf(spans) > 20) {
          found.attributions.push(
            loneAttribution({
              form: 'verbatim',
              speaker,
              spans,
              continues: speaker !== null,
              confidence: speaker === null ? 0.5 : 0.7,
            }),
          )
        }
      }
      attributions.push(...found.attributions)
      before = found.attributions.at(-1) ?? null
      if (before !== null && before.speaker !== null) running = { speaker: before.speaker, paragraph: index }
    }
  }
  return attributions
}

const lengthOf = (ranges: readonly Range[]) => ranges.reduce((sum, { start, end }) => sum + end - start, 0)

function isBare(_text: string, masked: string, paragraph: Range, { start, end }: Range): boolean {
  return !/[\p{L}\p{N}]/u.test(masked.slice(start - paragraph.start, end - paragraph.start))
}

/** Ends at . ! ? … before a capital, a quotation or a letter without case; or after a quotation that ends so. */
function sentencesIn(text: string, masked: string, paragraph: Range): Range[] {
  const ranges: Range[] = []
  let from = 0
  const end = /[.!?…؟]+["”»)]*(?=\s)|\ufffc(?=\s)/gu
  for (const found of masked.matchAll(end)) {
    const to = found.index + found[0].length
    const next = masked.slice(to, to + 40).match(/^\s+(?:[—–-]\s)?(.)/u)?.[1] ?? ''
    if (found[0] === quoteMask) {
      const at = paragraph.start + to
      const inner = text.slice(Math.max(paragraph.start, at - 8), at).replace(/[”"»’“\s]+$/u, '')
      if (!/[.!?…؟]$/u.test(inner) || !/[\p{Lu}\ufffc]/u.test(next)) continue
    } else {
      if (!/[\p{Lu}\p{Lo}\p{N}\ufffc«“—]/u.test(next)) continue
      if (
        /(?:^|[\s(])(?:\p{Lu}|[Mm]me|MM?|[Dd]r|[Ss]ra?|г|ул|им|т\.д|св|No|St)\.$/u.test(
          masked.slice(Math.max(0, to - 6), to),
        )
      )
        continue
    }
    ranges.push({ start: paragraph.start + from, end: paragraph.start + to })
    from = to
  }
  if (masked.slice(from).trim() !== '')
    ranges.push({ start: paragraph.start + from, end: paragraph.start + masked.length })
  return ranges
}
