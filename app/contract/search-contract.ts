import { z } from 'zod'
import { prose } from '../model/text'
import { query } from './operation'

export const searchKind = z.enum(['position', 'statement', 'source', 'issue', 'event', 'speaker', 'party'])
export type SearchKind = z.infer<typeof searchKind>

export const searchHit = z.strictObject({
  kind: searchKind,
  id: z.uuidv7(),
  /** What the record is called, or its words. */
  title: z.string(),
  /** The words around the first hit, cut at words; `from` and `to` mark the hits in it, in UTF-16 units. */
  excerpt: z.string(),
  marks: z.array(z.strictObject({ from: z.int(), to: z.int() })),
  /** Where it is to be seen in the comparison, where it is. */
  issueId: z.uuidv7().nullable(),
  partyId: z.uuidv7().nullable(),
  /** The source that a statement stands in. */
  sourceId: z.uuidv7().nullable(),
})
export type SearchHit = z.infer<typeof searchHit>

const searchInput = z.strictObject({
  words: prose(1_000),
  kinds: z.array(searchKind).optional(),
  limit: z.int().min(1).max(1_000).default(50),
})

export const searchContract = {
  /** Records that hold every word, as parts of words, whatever their case, accents or Arabic spelling. */
  'search.find': query({ input: searchInput, output: z.array(searchHit) }),
  /** The same with the best match first; null where that would take too long, or the words are too short for it. */
  'search.rank': query({ input: searchInput, output: z.array(searchHit).nullable() }),
} as const
