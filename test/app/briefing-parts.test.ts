import { expect, test } from 'vitest'
import { composeBriefing } from '../../app/rules/briefing'
import type { BriefingDocument, BriefingSection, Line } from '../../app/rules/briefing/briefing-document'
import { briefingParts, type BriefingPart } from '../../app/rules/briefing/parts'
import {
  briefingRecords,
  briefingWish,
  evidenceFor,
  linesToWords,
  statementInContext,
} from '../builders/briefing-records'
import { issue, party, recordOf } from '../builders/compared-records'

function twoParties() {
  const [norway, iceland] = [party({ shortName: 'Norway' }), party({ shortName: 'Iceland' })]
  const [fish, seals] = [issue({ title: 'Fish' }), issue({ title: 'Seals' })]
  const demand = recordOf('position', {
    issueId: fish.id,
    partyId: norway.id,
    kind: 'demand',
    text: 'A larger quota',
    assessment: 'They do not mean it.',
  })
  const offer = recordOf('position', {
    issueId: seals.id,
    partyId: iceland.id,
    kind: 'offer',
    text: 'Fewer seals',
  })
  const conditions = [
    recordOf('condition', {
      positionId: demand.id,
      relation: 'only if',
      text: 'Iceland moves',
      byPartyId: iceland.id,
    }),
    recordOf('condition', {
      positionId: offer.id,
      relation: 'after',
      text: 'Norway pays',
      byPartyId: norway.id,
    }),
  ]
  const [first, second] = [statementInContext({ text: 'We insist.' }), statementInContext({ text: 'Fewer.' })]
  return briefingRecords(
    { parties: [norway, iceland], issues: [fish, seals], positions: [demand, offer], conditions },
    {
      conditions,
      evidence: [
        evidenceFor(first, { positionId: demand.id }),
        evidenceFor(second, { positionId: offer.id }),
        evidenceFor(first, { positionId: offer.id }),
      ],
      findings: [
        recordOf('finding', {
          title: 'Both wait',
          text: 'Nobody moves.',
          issues: [seals.id],
          positions: [offer.id],
        }),
      ],
    },
  )
}

const made = (parts: readonly BriefingPart[], wish: Parameters<typeof briefingWish>[0] = {}) =>
  composeBriefing(twoParties(), briefingWish({ parts, ...wish }))

const flat = (sections: readonly BriefingSection[]): BriefingSection[] =>
  sections.flatMap((section) => [section, ...(section.is === 'group' ? flat(section.sections) : [])])

function linesOf(document: BriefingDocument): Line[] {
  return flat(document.sections).flatMap((section) => {
    if (section.is === 'table') return section.table.rows.flatMap((row) => row.cells.flat())
    if (section.is === 'notes') return section.notes.map(({ line }) => line)
    return 'lines' in section ? section.lines : []
  })
}

const notesIn = (document: BriefingDocument): number[] =>
  flat(document.sections).flatMap((section) => {
    if (section.is === 'notes') return section.notes.map(({ number }) => number)
    return section.is === 'table' ? section.table.rows.flatMap(({ number }) => number ?? []) : []
  })

test('parts stand in the order that was chosen, and those that were not are absent', () => {
  const ids = made(['annex', 'comparison', 'findings']).sections.map(({ id }) => id)
  expect(ids).toEqual(['statements', 'sources', 'comparison', 'findings'])
  expect(made(['findings']).comparison).toBeNull()
})

test('statements are numbered as the parts are read, findings before the comparison', () => {
  const [finding] = flat(made(['findings', 'comparison', 'annex']).sections).filter(({ is }) => is === 'note')
  expect(linesToWords((finding as { lines: Line[] }).lines)).toBe('Nobody moves. [1][2] issue 2')
  const comparison = made(['comparison', 'findings', 'annex']).comparison!
  expect(linesToWords(comparison.rows[0]!.cells[0]!.lines)).toContain('[1]')
})

test.each(['annex', 'issue'] as const)(
  'every figure leads to one note and one only, with notes at the %s',
  (notesAt) => {
    for (const parts of [briefingParts, ['comparison', 'annex'], ['issues', 'annex']] as const) {
      expect(notesIn(made(parts, { notesAt })).toSorted()).toEqual([1, 2])
    }
  },
)

test('notes stand at the end of the first issue that cites them', () => {
  const document = made(['comparison'], { notesAt: 'issue' })
  expect(document.sections.map(({ heading }) => heading)).toEqual([
    'Who asks what, and on what conditions',
    'Notes to issue 1',
    'Notes to issue 2',
  ])
})

test('without a place for notes there are no figures', () => {
  const document = made(['comparison', 'findings'])
  const runs = [
    ...linesOf(document),
    ...document.comparison!.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines)),
  ]
  expect(runs.flatMap((line) => line.runs).filter((run) => run.is === 'cites')).toEqual([])
})

test('who waits for each other is named as a deadlock', () => {
  const words = linesToWords(linesOf(made(['conditions'])))
  expect(words).toContain('Norway waited for by Iceland; waits for Iceland')
  expect(words).toMatch(/deadlock (Norway → Iceland → Norway|Iceland → Norway → Iceland)/)
})

test('an issue’s page holds every party, and what the analyst thinks stands apart', () => {
  const [page] = (made(['issues']).sections[0] as { sections: BriefingSection[] }).sections
  expect(page!.heading).toBe('1 Fish')
  const sections = flat([page!])
  const table = sections.find(({ is }) => is === 'table') as BriefingSection & { is: 'table' }
  expect(table.table.rows.map((row) => linesToWords(row.cells[0]!))).toEqual([
    'Norway principal',
    'Iceland principal',
  ])
  expect(linesToWords(table.table.rows[1]!.cells[1]!)).toBe('not yet looked at')
  expect(linesToWords(table.table.rows.flatMap((row) => row.cells.flat()))).not.toContain(
    'They do not mean it.',
  )
  expect(sections.some(({ is }) => is === 'assessment')).toBe(true)
})

test('a source is cited by a note in full and then in short, or by author and year', () => {
  expect(linesToWords(linesOf(made(['comparison', 'annex'], { citationStyle: 'notes' })))).toContain(
    '“Minutes”, undated',
  )
  expect(linesToWords(linesOf(made(['comparison', 'annex'], { citationStyle: 'author-date' })))).toContain(
    'Minutes n.d.',
  )
})

test('what rests on statements is not said to be based on none where no part holds their notes', () => {
  const terms = (parts: BriefingPart[], records = twoParties()) =>
    composeBriefing(records, briefingWish({ parts })).particulars.map(({ term }) => term)
  expect(terms(['comparison', 'annex'])).toContain('Based on')
  expect(terms(['comparison'])).not.toContain('Based on')
  expect(terms(['comparison'], briefingRecords({}, {}))).toContain('Based on')
})

test.each([
  ['marks', 'S1, p.\u00a04'],
  ['notes', 'Minutes'],
  ['author-date', 'Minutes n.d., p.\u00a04'],
] as const)(
  'with %s a statement names its page, and its translation beside its own words',
  (citationStyle, words) => {
    const [norway, fish] = [party({ shortName: 'Norway' }), issue({ title: 'Fish' })]
    const view = recordOf('position', {
      issueId: fish.id,
      partyId: norway.id,
      kind: 'view',
      text: 'More fish',
    })
    const plain = statementInContext({ text: 'Vi insisterer.', translation: 'We insist.' })
    const inContext = {
      ...plain,
      spans: [recordOf('span', { statementId: plain.statement.id, exact: 'Vi', start: 0, page: 4 })],
    }
    const records = briefingRecords(
      { parties: [norway], issues: [fish], positions: [view] },
      { evidence: [evidenceFor(inContext, { positionId: view.id })] },
    )
    for (const edition of ['summary', 'sourced'] as const) {
      const text = JSON.stringify(composeBriefing(records, briefingWish({ edition, citationStyle })))
      expect(text).toContain(words)
      expect(text).toContain('p.\u00a04')
      expect(text).toContain('Vi insisterer.')
      expect(text).toMatch(/[Tt]ranslat\w*:? “?We insist\./u)
    }
  },
)
