import type { Font } from './typesetter'

/** Names of the typefaces as in tokens.css; a canvas knows no custom properties. */
const family =
  '"Noto Sans Variable", "Noto Sans Arabic Variable", "Noto Sans SC Variable", system-ui, sans-serif'

/** Every font of the grid, in the sizes of cell.module.css; a test lays both side by side. */
export const fonts = {
  summary: { css: `400 15px ${family}` },
  head: { css: `650 15px ${family}` },
  strong: { css: `600 15px ${family}` },
  removed: { css: `400 13.8px ${family}` },
  sign: { css: `700 12px ${family}` },
  condition: { css: `400 13.5px ${family}` },
  relation: { css: `650 13.5px ${family}`, smallCaps: true, spacing: '0.405px' },
  answer: { css: `400 12.5px ${family}` },
  gap: { css: `400 13px ${family}` },
  quiet: { css: `400 12px ${family}` },
  redLine: { css: `650 12px ${family}` },
  tag: { css: `650 12px ${family}`, smallCaps: true, spacing: '0.36px' },
} as const satisfies Record<string, Font>
export type FontName = keyof typeof fonts

/** What a stretch of text looks like, by what it says. `font` null is that of its block. */
export const runLooks = {
  plain: { font: null, before: 0, after: 0 },
  addressee: { font: null, before: 0, after: 0 },
  added: { font: null, before: 0, after: 0 },
  removed: { font: 'removed', before: 0, after: 0 },
  relation: { font: 'relation', before: 0, after: 0 },
  state: { font: 'quiet', before: 0, after: 0 },
  grade: { font: null, before: 5, after: 5 },
  flag: { font: null, before: 0, after: 0 },
  contradiction: { font: null, before: 0, after: 0 },
  redLine: { font: 'redLine', before: 0, after: 10 },
  tag: { font: 'tag', before: 0, after: 0 },
} as const satisfies Record<string, { font: FontName | null; before: number; after: number }>
export type RunLook = keyof typeof runLooks

/** A paragraph of a cell: its font, the height of its lines, the space above it and what its sides take; CSS pixels. */
export const blockLooks = {
  summary: { font: 'summary', line: 22, above: 0, sides: 0 },
  firmness: { font: 'quiet', line: 20, above: 1, sides: 0 },
  condition: { font: 'condition', line: 19, above: 4, sides: 12 },
  answer: { font: 'answer', line: 18, above: 4, sides: 0 },
  evidence: { font: 'quiet', line: 17, above: 6, sides: 0 },
  gap: { font: 'gap', line: 19, above: 0, sides: 0 },
  gapWhere: { font: 'quiet', line: 17, above: 3, sides: 0 },
  tag: { font: 'tag', line: 17, above: 0, sides: 0 },
  mark: { font: 'quiet', line: 17, above: 0, sides: 10 },
  unseen: { font: 'summary', line: 22, above: 0, sides: 0 },
  zone: { font: 'summary', line: 22, above: 0, sides: 0 },
} as const satisfies Record<string, { font: FontName; line: number; above: number; sides: number }>
export type BlockLook = keyof typeof blockLooks

/** CSS pixels: the kind's mark with the space after it; the line above a further position; the line of “more”. */
export const kindMarkWidth = 23
export const nextPositionAbove = 18
export const moreHeight = 18
/** What belongs to an added word besides its letters: a small plus. */
export const plusWidth = 8
/** Around the content of every cell. */
export const cellPadding = { block: 21, inline: 28, lineBelow: 1 }
