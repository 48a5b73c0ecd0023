import { officeText } from '../xml-text'

/** Short words that many cells have are written once, and the cells hold their number. */
export type SharedStrings = ReturnType<typeof createSharedStrings>

/** Longer texts are rarely alike, and keeping them would take memory. */
const longestShared = 30
const mostShared = 20_000

export function createSharedStrings() {
  const numbers = new Map<string, number>()

  /** Null for a text that its cell holds itself. */
  function numberOf(text: string): number | null {
    if (text.length > longestShared) return null
    const known = numbers.get(text)
    if (known !== undefined) return known
    if (numbers.size >= mostShared) return null
    numbers.set(text, numbers.size)
    return numbers.size - 1
  }

  function* xml(): Generator<string> {
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    for (const text of numbers.keys()) yield `<si>${textElement(text)}</si>`
    yield '</sst>'
  }
  return { numberOf, xml }
}

/** Spaces at an end, and line ends, are kept only where it is said that they are. */
export const textElement = (text: string): string =>
  /^\s|\s$|[\n\t]|  /.test(text)
    ? `<t xml:space="preserve">${officeText(text)}</t>`
    : `<t>${officeText(text)}</t>`
