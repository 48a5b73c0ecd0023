import type { SentenceFindings } from './attribution-parts'
import type { NounPhrase } from './noun-phrase'
import type { Token } from './tokens'

/** How far a sentence has been read. */
export type Reading = {
  text: string
  sentence: readonly Token[]
  /** Without the mark that ends the sentence. */
  limit: number
  /** Up to here the sentence is spoken for. */
  floor: number
  subject: NounPhrase | null
  /** Where ", says the ministry" closes the sentence; 0 where nothing does. All before it is said. */
  closing: number
  findings: SentenceFindings
}
