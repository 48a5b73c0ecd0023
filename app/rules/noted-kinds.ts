import type { RecordKind } from '../model/records'

/** Kinds that carry an analyst's note. */
export const notedKinds = [
  'party',
  'speaker',
  'issue',
  'gap',
  'answer',
  'condition',
  'outlet',
  'origin',
  'source',
  'statement',
  'event',
] as const satisfies readonly RecordKind[]
