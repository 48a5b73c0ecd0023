import type { CSSProperties } from 'react'

/** A length of the measured wall, at the size of the wall that there is. */
export const px = (length: number): string => `calc(${length} * var(--px))`

/** Numbers for the style sheet, as custom properties that React's own type does not know. */
export const cssNumbers = (numbers: Record<string, number>): CSSProperties =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [`--${name}`, value]))

/** Where the wall can be clicked: the block, and the words of it that are selected. */
export type LightOn = (light: { blockId: string; phrase: string | null }) => void
