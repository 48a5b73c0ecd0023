import { expect, test } from 'vitest'
import { composeBriefing } from '../../app/rules/briefing'
import { changesBetween } from '../../app/rules/changes'
import { indexComparison } from '../../app/rules/comparison-index'
import type { RecordedChange } from '../../app/rules/recorded-changes'
import {
  briefingRecords,
  briefingWish,
  evidenceFor,
  linesToWords,
  sectionLines,
  statementInContext,
} from '../builders/briefing-records'
import { issue, noRecords, party, recordOf } from '../builders/compared-records'

const since = '2025-08-15'
const asOf = '2025-11-14'

/** Norway hardened its demand and withdrew an offer; the row’s status was recorded as converging. */
function moved() {
  const norway = party({ shortName: 'Norway' })
  const fish = issue({ title: 'Fish', landingZone: 'A third less' })
  const position = (given: object) =>
    recordOf('position', {
      issueId: fish.id,
      partyId: norway.id,
      kind: 'demand',
      text: 'Halve the catch',
      ...given,
    })
  const older = position({ from: '2025-01-01', firmness: 'flexible' })
  const newer = position({
    from: '2025-10-01',
    text: 'Halve the catch of cod',
    firmness: 'firm',
    supersedesId: older.id,
    whyMoved: 'Stocks fell',
  })
  const offer = position({ kind: 'offer', text: 'Open the ports', from: '2025-01-01', until: '2025-09-30' })
  const compared = { parties: [norway], issues: [fish], positions: [older, newer, offer] }
  const changes = changesBetween(indexComparison({ ...noRecords, ...compared }), since, asOf)
  const recorded: RecordedChange[] = [
    {
      what: 'status',
      number: 3,
      at: '2025-11-01T09:00:00Z',
      by: 'Ada',
      recordId: fish.id,
      before: 'open',
      after: 'converging',
    },
  ]
  const evidence = [evidenceFor(statementInContext({ saidOn: '2025-10-01' }), { positionId: newer.id })]
  return briefingRecords(compared, { evidence, changes: { since, asOf, changes, recorded } })
}

test.each(['summary', 'sourced'] as const)(
  'the %s edition tells what changed, in words that differ, with figures and the reason',
  (edition) => {
    const document = composeBriefing(moved(), briefingWish({ edition }))
    expect(document.sections[1]).toMatchObject({ id: 'changes', heading: 'Changes since 15 August 2025' })
    const words = linesToWords(sectionLines(document, 'changes'))
    expect(words).toContain('1 Fish · Norway')
    expect(words).toContain('↔ reworded')
    expect(words).toContain('▲ hardened: flexible → firm')
    expect(words).toContain('Halve the catch{+ of cod+}')
    expect(words).toMatch(/\{\+ of cod\+\} \[1\]/)
    expect(words).toContain('Why it moved: Stocks fell')
    expect(words).toContain('× withdrawn')
    expect(words).toContain('[-Open the ports-]')
    expect(words).toContain('status: open → converging')
    expect(words).toContain('recorded 1 Nov 2025 by Ada')
    expect(document.particulars).toContainEqual({ term: 'Changes since', text: '15 August 2025' })
  },
)

test('without a date to tell changes from, there is no such section', () => {
  const document = composeBriefing({ ...moved(), changes: null }, briefingWish())
  expect(document.sections.map(({ id }) => id)).not.toContain('changes')
})

test('nothing changed, and a date later than the one read, are each said in a sentence', () => {
  const none = { since, asOf, changes: [], recorded: [] }
  const wordsFor = (changes: object) =>
    linesToWords(
      sectionLines(
        composeBriefing({ ...moved(), changes: { ...none, ...changes } }, briefingWish()),
        'changes',
      ),
    )
  expect(wordsFor({})).toMatch(/^Nothing changed between 15 August 2025 and 14 November 2025/)
  expect(wordsFor({ since: '2025-12-01' })).toMatch(/before 1 December 2025/)
})
