import { useEffect } from 'react'
import type { BriefingDocument } from '../../../app/rules/briefing/briefing-document'
import { marginsMm, pageSizeMm } from '../../../app/rules/briefing/page-layout'

/** What a page that prints says of its paper and on every sheet of it. */
export type PrintedPage = Pick<BriefingDocument, 'page' | 'running' | 'band'>

/** Gives the page that is printed its paper and its running lines, for as long as the briefing is shown. */
export function usePageStyle(document: PrintedPage | undefined): void {
  useSheetOf(document && pageCss(document))
}

/** A style sheet for as long as whoever asks for it is shown. */
export function useSheetOf(css: string | undefined): void {
  useEffect(() => {
    if (css === undefined) return
    const sheet = sheetOf(css)
    window.document.adoptedStyleSheets = [...window.document.adoptedStyleSheets, sheet]
    return () => {
      window.document.adoptedStyleSheets = window.document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [css])
}

/** The page's policy refuses style elements; a constructed sheet is script, and allowed. */
export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

// A page's margin sees no custom properties of the document.
const face = '"Noto Sans", "Noto Sans Arabic", "Noto Sans SC", sans-serif'
const ink = '#1d1c1a'
const quietInk = '#4a4843'

/**
 * Title, marking and date above, when it was made and the page's number below, on every page.
 * Of a piece of a briefing nobody knows yet which page of how many it is; the number is written when all are there.
 */
export function pageCss({ page, running, band }: PrintedPage): string {
  const { width, height } = pageSizeMm(page)
  const { top, inline, bottom } = marginsMm(page)
  const [beforePage = '', rest = ''] = running.pageOf.split('{page}')
  const [between = '', afterPages = ''] = rest.split('{pages}')
  const numbers = [
    cssString(beforePage),
    'counter(page)',
    cssString(between),
    'counter(pages)',
    cssString(afterPages),
  ]
  const box = (place: string, content: string, font: string, color: string) =>
    `@${place} { content: ${content}; font: ${font} ${face}; color: ${color}; vertical-align: middle }`
  return `@page {
  size: ${width}mm ${height}mm;
  margin: ${top}mm ${inline}mm ${bottom}mm;
  ${box('top-left', cssString(running.title), '600 8pt/1.25', ink)}
  ${box('top-center', cssString(running.marking), '600 8pt/1.25', `${ink}; letter-spacing: .1em`)}
  ${box('top-right', cssString(running.asOf), '8pt/1.25', ink)}
  ${box('bottom-left', cssString(running.recordedOn), '8pt/1.25', quietInk)}
  ${band === undefined ? box('bottom-right', numbers.join(' '), '8pt/1.25', quietInk) : ''}
}`
}

/** Any text as a CSS string: what could end it or start an escape is written as its code point. */
export function cssString(text: string): string {
  const escaped = text
    .toWellFormed()
    .replace(/["\\<\p{Cc}\u2028\u2029]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `)
  return `"${escaped}"`
}
