const wordsOf: Record<string, RegExp> = {
  en: /(?<![\p{L}])(?:the|and|of|to|that|said|is|was|with|for|has|have|by|will)(?![\p{L}])/giu,
  fr: /(?<![\p{L}])(?:le|la|les|des|et|est|une|dans|qui|que|pour|du|au|sur|pas|selon)(?![\p{L}])/giu,
  es: /(?<![\p{L}])(?:el|la|los|las|y|una|en|que|por|del|con|para|según|se|al|es)(?![\p{L}])/giu,
}

/** One of the seven languages that suggestions know, by script and by the smallest words. English in doubt. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, 8_000)
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0
  const letters = count(/\p{L}/gu)
  if (letters === 0) return 'en'
  if (count(/\p{Script=Han}/gu) > letters * 0.3) return 'zh'
  if (count(/\p{Script=Arabic}/gu) > letters * 0.4) return 'ar'
  if (count(/\p{Script=Cyrillic}/gu) > letters * 0.4) {
    return count(/[іїєґ]/giu) > count(/[ыэъё]/giu) ? 'uk' : 'ru'
  }
  const ranked = Object.entries(wordsOf)
    .map(([language, pattern]) => ({ language, hits: count(pattern) }))
    .toSorted((a, b) => b.hits - a.hits)
  return ranked[0]!.hits === 0 ? 'en' : ranked[0]!.language
}
