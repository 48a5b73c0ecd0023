import { expect, test } from 'vitest'
import { createDateLabel } from '../../../app/messages/date-words'
import { createSay } from '../../../app/messages/say'
import { position } from '../../../app/model/position'
import { recordDefaults } from '../../../app/model/record-defaults'
import type { Cell } from '../../../app/rules/comparison'
import { doubtsAt, periodOf } from '../../../app/rules/certainty'
import { describeCell } from '../../../renderer/screens/compare/grid/cell-anatomy'

const say = createSay('en')
const wording = { say, dateLabel: createDateLabel(say, 'en'), nameOf: () => '' }
const idOf = (last: number) => `0193a5f0-0000-7000-8000-00000000000${last}`

function lineOf({ from, saidOn }: { from: string; saidOn: string }): string {
  const given = { id: idOf(1), issueId: idOf(2), partyId: idOf(3), kind: 'view', text: 'More fish', from }
  const held = position.parse({ ...recordDefaults.position, ...given, sortOrder: 0 })
  const cell: Cell = {
    issueId: held.issueId,
    partyId: held.partyId,
    state: 'stated',
    gap: null,
    positions: [
      {
        ...held,
        conditions: [],
        answers: [],
        evidence: { statements: 1, origins: 1, newest: saidOn, bestGrade: null },
        contradiction: null,
        isAnonymousOnly: false,
        basis: 'stated' as const,
        doubts: doubtsAt(held, periodOf(held), '2025-11-13'),
      },
    ],
  }
  const blocks = describeCell(cell, wording, { compared: null, marks: null, isWritable: true })
  return blocks
    .find(({ look }) => look === 'evidence')!
    .runs.map(({ text }) => text)
    .join('')
    .replaceAll('\u00a0', ' ')
}

test('a date from which a position perhaps holds stands once, where it was said on that very date', () => {
  expect(lineOf({ from: '2025-11-13?', saidOn: '2025-11-13?' })).toBe(
    '1 statement · 1 origin · since 13 Nov 2025?',
  )
  expect(lineOf({ from: '2025-11-13?', saidOn: '2025-11-12' })).toBe(
    '1 statement · 1 origin · 12 Nov 2025 · since 13 Nov 2025?',
  )
})
