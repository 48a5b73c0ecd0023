import { z } from 'zod'
import { position } from '../model/position'
import { command } from './operation'
import { addInput } from './record-contract'

const newEvidence = addInput('evidence').pick({ statementId: true, relation: true })
const newCondition = addInput('condition').omit({ positionId: true, eventId: true })

export const positionContract = {
  /** A position with its conditions, and the statements it rests on, in one step. */
  'position.record': command({
    input: addInput('position').extend({
      conditions: z.array(newCondition).max(100).default([]),
      evidence: z.array(newEvidence).max(1_000).default([]),
    }),
    output: position,
  }),
} as const
