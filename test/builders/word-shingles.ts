import { createHash } from 'node:crypto'

const shingleLength = 8

/** Hashes of every eight words in a row, whatever their case and punctuation, outside quotation marks. */
export function shingleHashes(text: string): string[] {
  return text.split(/“[^”]*”/u).flatMap((part) => {
    const words =
      part
        .toLowerCase()
        .replace(/['’]/gu, '')
        .match(/[\p{L}\p{N}]+/gu) ?? []
    return words.slice(shingleLength - 1).map((_, index) => {
      const shingle = words.slice(index, index + shingleLength).join(' ')
      return createHash('sha256').update(shingle).digest('hex').slice(0, 20)
    })
  })
}
