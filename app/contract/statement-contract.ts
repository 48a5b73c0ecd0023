import { z } from 'zod'
import { sourceId } from '../model/source'
import { statement, statementId } from '../model/statement'
import { command, query } from './operation'
import { addInput } from './record-contract'

const newSpan = addInput('span').omit({ statementId: true })
const newEvidence = addInput('evidence').omit({ statementId: true })

/** Where a span stands in the text of its source now, in UTF-16 units; orphaned when its words are gone. */
const spanPlace = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('found'), start: z.int(), end: z.int() }),
  z.strictObject({ state: z.literal('orphaned') }),
])

export const statementContract = {
  /** A statement with its passages, and what it is evidence for, in one step. */
  'statement.record': command({
    input: addInput('statement').extend({
      spans: z.array(newSpan).max(100).default([]),
      evidence: z.array(newEvidence).max(100).default([]),
    }),
    output: statement,
  }),
  /** Every passage of a source that is recorded, at its place in the text. */
  'source.passages': query({
    input: z.strictObject({ id: sourceId }),
    output: z.array(z.strictObject({ statementId, spanId: z.uuidv7(), place: spanPlace })),
  }),
} as const
