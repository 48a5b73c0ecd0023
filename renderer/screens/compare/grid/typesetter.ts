import type { Typesetter } from './line-breaks'

/** A font as the canvas and the style sheet both write it. */
export type Font = { css: string; smallCaps?: true; spacing?: string }

/** Chromium's own line breaker; other engines have none, and what is missed there is put right once it is drawn. */
type BreakIterator = { adoptText(text: string): void; first(): number; next(): number }
type WithBreakIterator = {
  v8BreakIterator?: new (locale: string, options: { type: 'line' }) => BreakIterator
}

/** Widths from the canvas, which sets text as the page does; `fonts` by the names that runs call them. */
export function createTypesetter(fonts: Readonly<Record<string, Font>>): Typesetter {
  // One for each font: telling a canvas its font takes longer than measuring a word.
  const contexts = new Map<string, { context: CanvasRenderingContext2D | null; scale: number }>()
  /** What a canvas remembers of words that it measured is some megabytes, and after a while nobody asks for them. */
  let isInUse = false
  let rest: number | undefined
  function letGoAtRest(): void {
    isInUse = true
    rest ??= window.setTimeout(function look() {
      rest = isInUse ? window.setTimeout(look, restMs) : undefined
      if (!isInUse) contexts.clear()
      isInUse = false
    }, restMs)
  }

  function contextOf(font: string, scale: number): CanvasRenderingContext2D | null {
    letGoAtRest()
    const known = contexts.get(font)
    if (known?.scale === scale) return known.context
    const context = known?.context ?? document.createElement('canvas').getContext('2d')
    contexts.set(font, { context, scale })
    if (context === null) return null
    const { css, smallCaps, spacing } = fonts[font]!
    context.font = css.replace(/([\d.]+)px/, (_, size: string) => `${Number(size) * scale}px`)
    context.fontVariantCaps = smallCaps ? 'all-small-caps' : 'normal'
    context.letterSpacing = spacing ? `${Number.parseFloat(spacing) * scale}px` : '0px'
    return context
  }
  // Not in the language's own types, because it belongs to one engine.
  const Breaker = (Intl as WithBreakIterator).v8BreakIterator
  const breaker = Breaker ? new Breaker('en', { type: 'line' }) : null

  return {
    widthOf(text, font) {
      // Letters are placed in the screen's own pixels: what is measured must be as large as what is drawn.
      const scale = window.devicePixelRatio
      const context = contextOf(font, scale)
      // Where nothing can be measured, as in tests without a page, letters are taken as half as wide as high.
      return context ? context.measureText(text).width / scale : text.length * 7.5
    },
    breaksIn(word) {
      if (!breaker) return breaksByRule(word)
      breaker.adoptText(word)
      const found: number[] = []
      breaker.first()
      for (let at = breaker.next(); at !== -1 && at < word.length; at = breaker.next()) found.push(at)
      return found
    },
  }
}

const restMs = 300

/** After hyphens and dashes, and around characters that are words by themselves. */
function breaksByRule(word: string): number[] {
  return [
    ...word.matchAll(
      /(?<=[\p{L}\p{N}][-–—\u2010])(?=\p{L})|(?<=[\u2e80-\u9fff\uac00-\ud7af])(?=[\u2e80-\u9fff\uac00-\ud7af])/gu,
    ),
  ].map(({ index }) => index)
}
