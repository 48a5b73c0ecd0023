import { expect, test } from 'vitest'
import type { RecordKind } from '../../app/model/records'
import { brokenRule } from '../../app/rules/record-rules'
import { nextId, oneCell, recordOf } from '../builders/compared-records'

const id = nextId()
const other = nextId()
const broken = (kind: RecordKind, given: object) => brokenRule(kind, recordOf(kind, given))

test('a speaker has a name or a description, and an anonymous one no name', () => {
  expect(broken('speaker', { name: 'Ada' })).toBeNull()
  expect(broken('speaker', { description: 'a diplomat', isAnonymous: true })).toBeNull()
  expect(broken('speaker', {})).toBe('speaker-has-no-name')
  expect(broken('speaker', { description: ' ' })).toBe('speaker-has-no-name')
  expect(broken('speaker', { name: 'Ada', isAnonymous: true })).toBe('anonymous-has-name')
})

test('a range on the scale has both ends, the lower first', () => {
  const { position } = oneCell()
  const ends = (atLow: number | null, atHigh: number | null) =>
    brokenRule('position', position({ atLow, atHigh }))
  expect(ends(null, null)).toBeNull()
  expect(ends(30, 30)).toBeNull()
  expect(ends(0, 100)).toBeNull()
  expect(ends(0, null)).toBe('scale-half-given')
  expect(ends(null, 0)).toBe('scale-half-given')
  expect(ends(31, 30)).toBe('scale-reversed')
})

test('a landing zone on the scale has both ends, the lower first', () => {
  const zone = (zoneLow: number | null, zoneHigh: number | null) => broken('issue', { zoneLow, zoneHigh })
  expect(zone(null, null)).toBeNull()
  expect(zone(50, 50)).toBeNull()
  expect(zone(0, 100)).toBeNull()
  expect(zone(0, null)).toBe('zone-half-given')
  expect(zone(null, 100)).toBe('zone-half-given')
  expect(zone(51, 50)).toBe('zone-reversed')
})

test('a period ends where it may end after it begins', () => {
  const { position } = oneCell()
  const period = (from: string | null, until: string | null) =>
    brokenRule('position', position({ from, until }))
  expect(period('2025-11', '2025-11')).toBeNull()
  expect(period('2025-11-30', '2025-11')).toBeNull()
  expect(period('2025', '2025-01')).toBeNull()
  expect(period('2025-11/..', '2020')).toBe('ends-before-it-begins')
  expect(period('2020', '2019/..')).toBeNull()
  expect(period('2025-12-01', '2025-11')).toBe('ends-before-it-begins')
})

test('nobody addresses or contains itself, and nothing supersedes itself', () => {
  const { position, ours } = oneCell()
  expect(brokenRule('position', position({ addresseeId: ours.id }))).toBe('addressee-is-itself')
  const itself = position()
  expect(brokenRule('position', { ...itself, supersedesId: itself.id })).toBe('supersedes-itself')
  expect(broken('membership', { coalitionId: id, memberId: id })).toBe('coalition-of-itself')
  expect(broken('membership', { coalitionId: id, memberId: other })).toBeNull()
})

test('a condition hangs on one thing and depends on one at most', () => {
  expect(broken('condition', { positionId: id })).toBeNull()
  expect(broken('condition', { eventId: id, onPositionId: other })).toBeNull()
  expect(broken('condition', {})).toBe('condition-hangs-on-nothing')
  expect(broken('condition', { positionId: id, eventId: id })).toBe('condition-hangs-on-nothing')
  expect(broken('condition', { positionId: id, onPositionId: other, onEventId: other })).toBe(
    'condition-depends-on-two',
  )
})

test.each(['positionId', 'conditionId', 'answerId', 'eventId'])(
  'evidence for one thing only: %s',
  (field) => {
    const statementId = id
    expect(broken('evidence', { statementId, [field]: other })).toBeNull()
    expect(broken('evidence', { statementId })).toBe('evidence-needs-one')
    const second = field === 'eventId' ? 'answerId' : 'eventId'
    expect(broken('evidence', { statementId, [field]: other, [second]: other })).toBe('evidence-needs-one')
  },
)

test('a tag is on one thing, and a participant is somebody', () => {
  expect(broken('tagging', { tagId: id, issueId: other })).toBeNull()
  expect(broken('tagging', { tagId: id })).toBe('tagging-needs-one')
  expect(broken('tagging', { tagId: id, issueId: other, partyId: other })).toBe('tagging-needs-one')
  expect(broken('participation', { eventId: id, speakerId: other })).toBeNull()
  expect(broken('participation', { eventId: id })).toBe('participation-needs-somebody')
})
