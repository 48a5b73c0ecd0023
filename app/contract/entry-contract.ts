import { z } from 'zod'
import { edtfDate } from '../model/edtf-date'
import { issueId } from '../model/issue'
import { partyId } from '../model/party'
import { basis, firmness, positionId, positionKind } from '../model/position'
import { tagId } from '../model/tag'
import { line, name, prose, words } from '../model/text'
import { mostBlockCells, mostBlockRows } from '../rules/pasted-block'
import { command, task } from './operation'

const blockCell = {
  /** What the person calls the cell, for the sentence that refuses it. */
  at: line(60),
  issue: z.union([z.strictObject({ id: issueId }), z.strictObject({ name: name(300) })]),
  party: z.union([z.strictObject({ id: partyId }), z.strictObject({ name: name(200) })]),
}

const manyPositions = z.array(positionId).min(1).max(mostBlockCells)

export const entryContract = {
  /** A pasted block: new positions and gaps, and the issues and parties that they name, in one step or not at all. */
  'comparison.fill': task({
    input: z.strictObject({
      /** Names it, so that it can be cancelled and its progress told. */
      taskId: z.string().min(1).max(100).optional(),
      newIssues: z.array(name(300)).max(mostBlockRows).default([]),
      newParties: z.array(name(200)).max(mostBlockRows).default([]),
      basis,
      from: edtfDate.nullable(),
      positions: z
        .array(z.strictObject({ ...blockCell, kind: positionKind, text: words(100_000) }))
        .max(mostBlockCells),
      gaps: z.array(z.strictObject(blockCell)).max(mostBlockCells).default([]),
      /** As of when, and where, nothing was found: the same for every gap of the block. */
      gap: z.strictObject({ asOf: edtfDate, searchedWhere: prose(5_000) }),
    }),
    output: z.strictObject({
      issues: z.int(),
      parties: z.int(),
      positions: z.int(),
      gaps: z.int(),
    }),
  }),
  /** The same change to many positions, in one step. What is not given stays. */
  'position.changeMany': command({
    input: z.strictObject({
      ids: manyPositions,
      changes: z.strictObject({
        kind: positionKind.optional(),
        firmness: firmness.optional(),
        basis: basis.optional(),
        from: edtfDate.nullable().optional(),
        until: edtfDate.nullable().optional(),
        needsResearch: z.boolean().optional(),
        /** A tag that is there, or comes into the dossier by this name; those that have it keep it once. */
        addTag: z.union([z.strictObject({ id: tagId }), z.strictObject({ name: name(100) })]).optional(),
        removeTag: tagId.optional(),
      }),
    }),
    /** How many are other than before. */
    output: z.strictObject({ changed: z.int() }),
  }),
  'position.removeMany': command({
    input: z.strictObject({ ids: manyPositions }),
    output: z.strictObject({ removed: z.int() }),
  }),
} as const
