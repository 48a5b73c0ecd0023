/** The same numbers from 0 up to 1 at every run: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const syllables = ['ne', 'go', 'ti', 'a', 'ra', 'sum', 'mit', 'con', 'ces', 'sion', 'bor', 'der', 'le', 'vo']

/** Some words are said often and most seldom, as in any language. */
function word(random: () => number): string {
  let number = Math.floor(random() ** 3 * 8_000)
  let made = ''
  do {
    made += syllables[number % syllables.length]
    number = Math.floor(number / syllables.length)
  } while (number > 0)
  return made
}

/** Sentences of at least so many characters. */
export function randomText(random: () => number, length: number): string {
  let text = ''
  while (text.length < length) {
    const words = Array.from({ length: 6 + Math.floor(random() * 20) }, () => word(random))
    text += `${words.join(' ')}. `
  }
  return text
}

/** A share of the words left out, replaced or joined by a new one, a third each. */
export function editedText(text: string, rate: number, random: () => number): string {
  const edited: string[] = []
  for (const kept of text.split(' ')) {
    const chance = random()
    if (chance < rate / 3) continue
    if (chance < (2 * rate) / 3) {
      edited.push(word(random))
      continue
    }
    edited.push(kept)
    if (chance < rate) edited.push(word(random))
  }
  return edited.join(' ')
}
