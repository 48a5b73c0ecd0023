import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeBriefing } from '../../app/rules/briefing'
import type { BriefingDocument, Cite, Line } from '../../app/rules/briefing/briefing-document'
import type { BriefingRecords } from '../../app/rules/briefing/briefing-context'
import { numberList } from '../../app/rules/number-list'
import {
  briefingRecords,
  briefingWish,
  evidenceFor,
  factLines,
  sectionLines,
  statementInContext,
} from '../builders/briefing-records'
import { issue, party, recordOf } from '../builders/compared-records'

/** A dossier of any small shape: statements support, contradict and qualify positions, conditions and events. */
const dossiers: fc.Arbitrary<BriefingRecords> = fc
  .record({
    parties: fc.integer({ min: 0, max: 4 }),
    issues: fc.integer({ min: 0, max: 4 }),
    statements: fc.integer({ min: 1, max: 8 }),
    positions: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }),
    links: fc.array(
      fc.record({
        statement: fc.nat(),
        target: fc.nat(),
        relation: fc.constantFrom('supports', 'contradicts', 'qualifies'),
        to: fc.constantFrom('positionId', 'conditionId', 'eventId'),
      }),
      { maxLength: 25 },
    ),
    pointed: fc.array(fc.nat(), { maxLength: 3 }),
  })
  .map(({ links, pointed, ...shape }) => {
    const parties = Array.from({ length: shape.parties }, () => party())
    const issues = Array.from({ length: shape.issues }, () => issue())
    const statements = Array.from({ length: shape.statements }, () => statementInContext())
    const hasCells = parties.length > 0 && issues.length > 0
    const positions = (hasCells ? shape.positions : []).map(([row, column]) =>
      recordOf('position', {
        issueId: issues[row % issues.length]!.id,
        partyId: parties[column % parties.length]!.id,
      }),
    )
    const conditions = positions.map((position) => recordOf('condition', { positionId: position.id }))
    const events = [recordOf('event', { title: 'Summit', kind: 'summit' })]
    const targets = { positionId: positions, conditionId: conditions, eventId: events }
    const evidence = links.flatMap(({ statement, target, relation, to }) => {
      const among = targets[to]
      if (among.length === 0) return []
      const held = { relation, [to]: among[target % among.length]!.id }
      return [evidenceFor(statements[statement % statements.length]!, held)]
    })
    const pointStatements = pointed.map((at) => statements[at % statements.length]!)
    const points = pointStatements.map(({ statement }) =>
      recordOf('point', { kind: 'to confirm', text: 'Sure?', statementId: statement.id }),
    )
    return briefingRecords(
      { parties, issues, positions, conditions },
      { evidence, events, points, pointStatements },
    )
  })

const citesOf = (lines: readonly Line[]): Cite[] =>
  lines.flatMap(({ runs }) => runs.flatMap((run) => (run.is === 'cites' ? run.cites : [])))

const allCites = (document: BriefingDocument): Cite[] =>
  citesOf([
    ...factLines(document),
    ...sectionLines(document, 'events'),
    ...sectionLines(document, 'points-to-confirm'),
  ])

function annexNumbers(document: BriefingDocument): (number | null)[] {
  const annex = document.sections.find((section) => section.id === 'statements')
  if (annex?.is === 'notes') return annex.notes.map(({ number }) => number)
  return annex?.is === 'table' ? annex.table.rows.map(({ number }) => number) : []
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_each, index) => index + 1)

test('statements are numbered once, from 1, in the order of first citation, without a gap', () => {
  fc.assert(
    fc.property(dossiers, fc.constantFrom('summary' as const, 'sourced' as const), (records, edition) => {
      const document = composeBriefing(records, briefingWish({ edition }))
      const cites = allCites(document)
      const inOrderOfFirst = [...new Set(cites.map(({ number }) => number))]
      expect(inOrderOfFirst).toEqual(upTo(inOrderOfFirst.length))
      expect(cites.filter(({ isFirst }) => isFirst).map(({ number }) => number)).toEqual(inOrderOfFirst)
      expect(annexNumbers(document)).toEqual(inOrderOfFirst)
    }),
  )
})

test('a statement has the same number in both editions and on any paper', () => {
  fc.assert(
    fc.property(dossiers, (records) => {
      const summary = composeBriefing(records, briefingWish({ edition: 'summary' }))
      const page = { paper: 'Letter', orientation: 'portrait' } as const
      const sourced = composeBriefing(records, briefingWish({ edition: 'sourced', page }))
      expect(citesOf(factLines(sourced))).toEqual(citesOf(factLines(summary)))
      expect(annexNumbers(sourced)).toEqual(annexNumbers(summary))
    }),
  )
})

test('a list of numbers joins three and more in a row', () => {
  expect(numberList([3, 1, 2, 7, 9, 8, 12, 13])).toBe('1–3, 7–9, 12, 13')
})
