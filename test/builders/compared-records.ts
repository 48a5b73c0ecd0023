import type { Issue, Mark } from '../../app/model/issue'
import type { Party } from '../../app/model/party'
import type { Answer, Condition, Gap, Position } from '../../app/model/position'
import { recordDefaults } from '../../app/model/record-defaults'
import { recordModels, type RecordKind, type RecordOf } from '../../app/model/records'
import type { ComparedRecords, EvidenceFact } from '../../app/rules/comparison'

let last = 0
/** A valid id, larger than all before it. */
export const nextId = () => `0193a5f0-0000-7000-8000-${String(++last).padStart(12, '0')}`

const required: { [Kind in RecordKind]?: Record<string, unknown> } = {
  party: { name: 'Norway', shortName: 'NO', colour: 'rose' },
  issue: { title: 'Fish' },
  position: { kind: 'view', text: 'ours' },
  gap: { asOf: '2025-11-14' },
  condition: { relation: 'only if', text: 'quotas fall' },
  answer: { outcome: 'rejected' },
  mark: { at: 50, wording: 'half' },
}

/** A record as the dossier would hold it, checked by its model. */
export function recordOf<Kind extends RecordKind>(kind: Kind, given: object): RecordOf<Kind> {
  const order = 'sortOrder' in recordModels[kind].shape ? { sortOrder: last } : {}
  const record = { ...recordDefaults[kind], ...required[kind], id: nextId(), ...order, ...given }
  return recordModels[kind].parse(record) as RecordOf<Kind>
}

export const party = (given: Partial<Party> = {}) => recordOf('party', given)
export const issue = (given: Partial<Issue> = {}) => recordOf('issue', given)

/** A comparison of which nothing was ever recorded. */
export const noRecords: ComparedRecords = {
  parties: [],
  issues: [],
  marks: [],
  positions: [],
  conditions: [],
  answers: [],
  gaps: [],
  facts: [],
  memberships: [],
  taggings: [],
}

/** One cell and what is in it; the rest of the comparison is empty. */
export function oneCell() {
  const ours = party()
  const fish = issue()
  const cell = { issueId: fish.id, partyId: ours.id }
  return {
    ours,
    fish,
    position: (given: Partial<Position> = {}) => recordOf('position', { ...cell, ...given }),
    gap: (given: Partial<Gap> = {}) => recordOf('gap', { ...cell, ...given }),
    fact: (positionId: Position['id'], given: Partial<EvidenceFact> = {}): EvidenceFact => ({
      positionId,
      relation: 'supports',
      onBehalfOfId: ours.id,
      isAnonymous: false,
      saidOn: '2025-11-01',
      issued: null,
      origin: 'one source',
      outletId: null,
      reliability: 'F',
      credibility: 6,
      ...given,
    }),
    records: (held: {
      positions?: Position[]
      gaps?: Gap[]
      facts?: EvidenceFact[]
      conditions?: Condition[]
      answers?: Answer[]
      marks?: Mark[]
    }): ComparedRecords => ({
      ...noRecords,
      parties: [ours],
      issues: [fish],
      ...held,
    }),
  }
}
