import { detectAll } from 'tinyld'

const sampleLength = 20_000
const leastLetters = 20
const leastAccuracy = 0.1

/** The language of a text as BCP 47; `und` where there is too little of it to tell. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, sampleLength).toWellFormed()
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < leastLetters && !/[\p{Script=Han}\p{Script=Arabic}]{8}/u.test(sample)) return 'und'
  const [best] = detectAll(sample)
  return best === undefined || best.accuracy < leastAccuracy ? 'und' : best.lang
}
