import { z } from 'zod'
import { edtfDate } from '../model/edtf-date'
import { eventId } from '../model/event'
import { issueId } from '../model/issue'
import { partyId } from '../model/party'
import { answerId, conditionId, positionId } from '../model/position'
import { statementId } from '../model/statement'
import type { Cell, Comparison } from '../rules/comparison'
import type { EvidenceItem } from '../rules/evidence-item'
import type { ChangesReading, RecordedChange } from '../rules/recorded-changes'
import { query } from './operation'

/** Null reads at the dossier's own as-of date, else today. */
const asOf = edtfDate.nullable().default(null)

export type CellReading = {
  cell: Cell
  /** Positions of this cell that are not in force at the date: over, superseded or yet to come. */
  others: Cell['positions']
  /** Everything cited by what is in the cell: its positions, their conditions and answers. */
  evidence: EvidenceItem[]
}

export const comparisonContract = {
  'comparison.read': query({ input: z.strictObject({ asOf }), output: z.custom<Comparison>() }),
  /**
   * The rows and columns of the comparison, with what is said on the first rows, some `firstCells` cells of them:
   * `PackedFrame` as JSON in UTF-8, which `unpackFrame` reads.
   */
  'comparison.frame': query({
    input: z.strictObject({ firstCells: z.int().min(0).default(0) }),
    output: z.custom<Uint8Array>(),
  }),
  /** What is said on some issues, at every day: `PackedSaid` as JSON in UTF-8, which `unpackSaid` reads. */
  'comparison.said': query({
    input: z.strictObject({ issueIds: z.array(issueId) }),
    output: z.custom<Uint8Array>(),
  }),
  /** What changed from one date to another; a period means its end, and a null `asOf` the dossier's own date, else today. */
  'comparison.changes': query({
    input: z.strictObject({ since: edtfDate, asOf }),
    output: z.custom<ChangesReading>(),
  }),
  /** What has no date of its own, by when it was recorded, oldest first; of one issue or condition, or of all. */
  'comparison.recordedChanges': query({
    input: z.strictObject({ recordId: z.string().max(36).nullable().default(null) }),
    output: z.custom<RecordedChange[]>(),
  }),
  'cell.read': query({ input: z.strictObject({ issueId, partyId, asOf }), output: z.custom<CellReading>() }),
  /** Every link from a statement to one of these, with the statement's whole context; without any, all of them. */
  'evidence.read': query({
    input: z.strictObject({
      positionIds: z.array(positionId).optional(),
      conditionIds: z.array(conditionId).optional(),
      answerIds: z.array(answerId).optional(),
      eventIds: z.array(eventId).optional(),
      statementIds: z.array(statementId).optional(),
    }),
    output: z.custom<EvidenceItem[]>(),
  }),
} as const
