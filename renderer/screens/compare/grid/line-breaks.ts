/** Text of one look inside a line, as wide as the font makes it. */
export type TextRun = {
  text: string
  font: string
  /** CSS pixels that belong to it besides its letters: what stands before its first and after its last. */
  before?: number
  after?: number
  /** A line may break behind it whatever comes next, as behind a picture. */
  isApart?: boolean
}

/** What a font and a script know, and no rule of ours does. */
export type Typesetter = {
  /** In CSS pixels. */
  widthOf: (text: string, font: string) => number
  /** Where a line may break inside a word without spaces: UTF-16 offsets, its ends left out. */
  breaksIn: (word: string) => readonly number[]
}

export type LineCounter = ReturnType<typeof createLineCounter>

/** The pieces of a word between which a line may break, by their widths. */
type Word = { width: number; pieces: readonly Piece[] | null }
type Piece = { text: string; width: number }

/** Lines that differ by less are the same: widths are sums of rounded numbers. */
const hair = 0.02

/** Characters whose widths are known one by one; and from where on each is a word by itself. */
const tabled = 0x250
const firstIdeograph = 0x2e80
/** Of those, about the widest. */
const letterM = 77

/** Words whose inside no line breaks; they need not be asked about. */
const whole = /^[\w.,;:!'’"“”()À-ɏͰ-ԯ\u0600-\u06ff]*$/u

/** Counts the lines that text takes, breaking where the browser does. Each word is measured once. */
export function createLineCounter({ widthOf, breaksIn }: Typesetter) {
  const fonts = new Map<string, Map<string, Word>>()

  function wordsOf(font: string): Map<string, Word> {
    let words = fonts.get(font)
    if (!words) fonts.set(font, (words = new Map()))
    return words
  }

  function measured(text: string, font: string): Word {
    const width = widthOf(text, font)
    const breaks = whole.test(text) ? [] : breaksIn(text)
    if (breaks.length === 0) return { width, pieces: null }
    const ends = [...breaks, text.length]
    let from = 0
    let before = 0
    const pieces = ends.map((end) => {
      // From the beginning of the word each time: letters are set closer together beside some others.
      const until = widthOf(text.slice(0, end), font)
      const piece = { text: text.slice(from, end), width: until - before }
      from = end
      before = until
      return piece
    })
    return { width, pieces }
  }

  /** How many lines the runs take, one after the other; never more than `most`, where counting stops. */
  function linesOf(runs: readonly TextRun[], width: number, most = Infinity): number {
    let lines = 1
    /** Taken on this line, spaces included. */
    let taken = 0
    /** What has no place to break since the last one: it goes to a line together. */
    let held = 0
    let heldText: Piece | null = null
    let heldFont = ''

    const place = () => {
      if (held === 0) return
      if (taken > 0 && taken + held > width + hair) {
        lines += 1
        taken = 0
      }
      if (held > width + hair) {
        const split = splitAnywhere(held, heldText, heldFont, width, widthOf)
        lines += split.lines - 1
        taken = split.last
      } else taken += held
      held = 0
      heldText = null
    }
    const hold = (piece: Piece, font: string) => {
      heldText = held === 0 ? piece : null
      heldFont = font
      held += piece.width
    }

    for (const { text, font, before = 0, after = 0, isApart = false } of runs) {
      if (lines > most) return most
      const words = wordsOf(font)
      const flat = /[\t\n\r\f]|  /.test(text) ? text.replaceAll(/[ \t\n\r\f]+/g, ' ') : text
      held += before
      let from = 0
      while (from < flat.length) {
        let end = flat.indexOf(' ', from)
        if (end === -1) end = flat.length
        if (end > from) {
          const letters = flat.slice(from, end)
          let word = words.get(letters)
          if (!word) words.set(letters, (word = measured(letters, font)))
          if (word.pieces === null) hold({ text: letters, width: word.width }, font)
          else {
            for (const [index, piece] of word.pieces.entries()) {
              hold(piece, font)
              if (index < word.pieces.length - 1) place()
            }
          }
        }
        if (end < flat.length) {
          place()
          if (lines > most) return most
          let space = words.get(' ')
          if (!space) words.set(' ', (space = { width: widthOf(' ', font), pieces: null }))
          // A space never begins a line, and one that ends it hangs over.
          if (taken > 0) taken += space.width
        }
        from = end + 1
      }
      held += after
      if (isApart) place()
    }
    place()
    return Math.min(lines, most)
  }

  /** Of letters by themselves, a little wider than they are set: in words they stand closer. Each is measured when met. */
  const letters = new Map<string, Float32Array>()

  function lettersOf(font: string): Float32Array {
    let widths = letters.get(font)
    if (!widths) letters.set(font, (widths = new Float32Array(tabled)))
    return widths
  }

  const letterWidth = (widths: Float32Array, code: number, font: string): number =>
    (widths[code] ||= widthOf(String.fromCharCode(code), font) * 1.02 || 0.01)

  /** How many lines the text cannot take more than, at most `most`, found in a hundredth of the time. */
  function atMost(text: string, font: string, width: number, most: number): number {
    const widths = lettersOf(font)
    const wide = letterWidth(widths, letterM, font) * 1.2
    // A character that may not begin or end a line takes its neighbour along.
    const room = width - wide
    let lines = 1
    let taken = 0
    let word = 0
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === 32 || code === 10) {
        if (taken > 0 && taken + word > width) {
          lines += 1
          taken = 0
        }
        taken += word + letterWidth(widths, 32, font)
        word = 0
      } else if (code >= firstIdeograph) {
        if (taken + word + wide > room) {
          lines += 1
          taken = 0
        }
        taken += word + wide
        word = 0
      } else {
        word += code < tabled ? widths[code] || letterWidth(widths, code, font) : wide
        if (word > room) {
          lines += taken > 0 ? 2 : 1
          // Without what stands before it, it may fill a line as a whole: what follows begins the next.
          taken = width
          word = 0
        }
      }
      if (lines >= most) return most
    }
    if (taken > 0 && taken + word > width) lines += 1
    return Math.min(lines, most)
  }

  return {
    linesOf,
    atMost,
    widthOf,
    /** Words that were measured before their font had come. */
    forget: (isStale: (word: string) => boolean = () => true) => {
      letters.clear()
      for (const words of fonts.values())
        for (const word of words.keys()) if (isStale(word)) words.delete(word)
    },
  }
}

/** A stretch wider than a line is broken between any two of its letters. */
function splitAnywhere(
  held: number,
  piece: Piece | null,
  font: string,
  width: number,
  widthOf: Typesetter['widthOf'],
): { lines: number; last: number } {
  if (piece === null || piece.text.length > longestSplit) {
    const lines = Math.max(1, Math.ceil(held / width))
    return { lines, last: held - (lines - 1) * width }
  }
  const letters = [...graphemes.segment(piece.text)].map(({ segment }) => segment)
  // What belongs to the stretch besides its letters stands on its first line.
  const extra = Math.max(0, held - piece.width)
  let lines = 1
  let line = ''
  for (const letter of letters) {
    const room = lines === 1 ? width - extra : width
    if (line !== '' && widthOf(line + letter, font) > room + hair) {
      lines += 1
      line = letter
    } else line += letter
  }
  return { lines, last: widthOf(line, font) + (lines === 1 ? extra : 0) }
}

/** UTF-16 units: beyond, letter by letter takes longer than anyone needs to know it so exactly. */
const longestSplit = 2_000
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
