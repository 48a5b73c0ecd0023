/** Scripts written without spaces between words. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u')
const unspacedRun = new RegExp(`[${unspaced}\\p{M}]+|[^${unspaced}]+`, 'gu')

/**
 * A word with its vowel signs, joiners and inner apostrophes; spaces together; any other sign by itself, an emoji or
 * a flag with all of its parts.
 */
const token =
  /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\u200c\u200d]|['’ʼ](?=\p{L}))*|\s+|\p{RI}{2}|\p{Extended_Pictographic}(?:[\p{M}\p{Emoji_Modifier}]|\u200d\p{Extended_Pictographic}?)*|[^\p{L}\p{N}\p{M}\s]\p{M}*/gu

const segmenters = new Map<string, Intl.Segmenter>()

/** Words, spaces and other signs, in order and with nothing left out: put together they are the text. */
export function wordTokens(text: string, locale?: string): string[] {
  const tokens = text.match(token) ?? []
  if (!hasUnspaced.test(text)) return tokens
  return tokens.flatMap((whole) =>
    hasUnspaced.test(whole)
      ? (whole.match(unspacedRun) ?? []).flatMap((run) => segmented(run, locale))
      : whole,
  )
}

/** Latin letters and numbers amid Chinese are a word of their own already. */
function segmented(run: string, locale: string | undefined): string[] {
  if (!hasUnspaced.test(run)) return [run]
  const key = locale ?? ''
  let segmenter = segmenters.get(key)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
    segmenters.set(key, segmenter)
  }
  return Array.from(segmenter.segment(run), ({ segment }) => segment)
}
