import { expect, test } from 'vitest'
import { composeBriefing } from '../../app/rules/briefing'
import { bandsOf } from '../../app/rules/briefing/bands'
import {
  briefingRecords,
  briefingWish,
  evidenceFor,
  linesToWords,
  statementInContext,
} from '../builders/briefing-records'
import { issue, party, recordOf } from '../builders/compared-records'

function wide() {
  const parties = Array.from({ length: 13 }, (_each, index) => party({ shortName: `P${index}` }))
  const issues = Array.from({ length: 20 }, (_each, index) => issue({ title: `Issue ${index}` }))
  const positions = issues.flatMap((each, row) =>
    parties.map((one, column) =>
      recordOf('position', {
        issueId: each.id,
        partyId: one.id,
        kind: 'view',
        text: `cell ${row} ${column}.`,
      }),
    ),
  )
  const evidence = positions
    .filter((_position, index) => index % 3 === 0)
    .map((position, index) =>
      evidenceFor(statementInContext({ text: `said ${index}.` }), { positionId: position.id }),
    )
  return composeBriefing(briefingRecords({ parties, issues, positions }, { evidence }), briefingWish())
}

test('a short briefing is one piece, the document itself', () => {
  const document = wide()
  expect(bandsOf(document)).toEqual([document])
})

test('in pieces a briefing holds every row, note and heading once, in order', () => {
  const document = wide()
  const bands = bandsOf(document, { length: 1_500 })
  expect(bands.length).toBeGreaterThan(10)
  expect(bands.map(({ band }) => band!.index)).toEqual(bands.map((_band, index) => index))

  const cells = bands.flatMap(({ comparison }) =>
    (comparison?.rows ?? []).flatMap((row) => row.cells.map((cell) => linesToWords(cell.lines))),
  )
  const all = document.comparison!.rows.flatMap((row) => row.cells.map((cell) => linesToWords(cell.lines)))
  expect(cells.toSorted()).toEqual(all.toSorted())

  const notes = (sections: typeof document.sections) =>
    sections.flatMap((section) =>
      section.is === 'table' ? section.table.rows.map(({ number }) => number) : [],
    )
  expect(bands.flatMap(({ sections }) => notes(sections))).toEqual(notes(document.sections))

  const headings = bands.flatMap(({ sections, comparison }) =>
    sections.map((section) => (section.is === 'comparison' ? comparison!.heading : section.heading)),
  )
  expect(headings.filter((heading) => heading !== '')).toEqual(
    document.sections.map(({ heading }) => heading),
  )
  const ids = bands.flatMap(({ sections }) => sections.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

test('each piece of the comparison has one group of columns, and the key stands after the last', () => {
  const pieces = bandsOf(wide(), { length: 1_500 }).flatMap(({ comparison }) => comparison ?? [])
  for (const { groups, parties, rows } of pieces) {
    expect(groups).toHaveLength(1)
    expect(groups[0]!.to).toBe(parties.length)
    for (const row of rows) expect(row.cells).toHaveLength(parties.length)
  }
  expect(pieces.map(({ key }) => key.length > 0)).toEqual(
    pieces.map((_piece, index) => index === pieces.length - 1),
  )
})
