import type { positionContract } from '../../app/contract/position-contract'
import type { Handlers } from '../handlers'
import { addRecord } from './record-operations'

const toEvent = { eventId: null }
const toNothingElse = { conditionId: null, answerId: null, eventId: null }

export const positionOperations: Handlers<keyof typeof positionContract> = {
  'position.record'(db, { conditions, evidence, ...given }) {
    const position = addRecord(db, 'position', given)
    for (const condition of conditions) {
      addRecord(db, 'condition', { ...condition, ...toEvent, positionId: position.id })
    }
    for (const link of evidence)
      addRecord(db, 'evidence', { ...link, ...toNothingElse, positionId: position.id })
    return position
  },
}
