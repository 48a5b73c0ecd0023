// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { composeBriefing } from '../../../app/rules/briefing'
import type { BriefingRecords } from '../../../app/rules/briefing/briefing-context'
import { briefingParts } from '../../../app/rules/briefing/parts'
import { drawOnce } from '../../../renderer/draw-once'
import { KindMark } from '../../../renderer/elements/kind-mark'
import { BriefingPaper } from '../../../renderer/screens/briefing/briefing-paper'
import {
  ApplicationProvider,
  createApplication,
  withinApplication,
} from '../../../renderer/state/application'
import {
  briefingRecords,
  briefingWish,
  evidenceFor,
  statementInContext,
  theDossier,
} from '../../builders/briefing-records'
import { issue, party, recordOf } from '../../builders/compared-records'

afterEach(cleanup)

const api = { call: () => Promise.reject(new Error('The paper asks nothing.')), listen: () => () => {} }

function show(records: BriefingRecords, edition: 'summary' | 'sourced' = 'sourced') {
  return render(
    <ApplicationProvider value={createApplication(api, 'en')}>
      <BriefingPaper document={composeBriefing(records, briefingWish({ edition }))} />
    </ApplicationProvider>,
  )
}

function oneDemand(words = 'Мы настаиваем') {
  const norway = party({ shortName: 'Norway', role: 'guarantor' })
  const iceland = party({ shortName: 'Iceland' })
  const fish = issue({ title: 'Fish' })
  const demand = recordOf('position', {
    issueId: fish.id,
    partyId: norway.id,
    kind: 'demand',
    text: 'A larger <b>quota</b>',
    assessment: 'They do not mean it.',
  })
  const gap = recordOf('gap', { issueId: fish.id, partyId: iceland.id })
  const source = recordOf('source', { title: 'Речь', language: 'ru', textHash: '0'.repeat(64) })
  const inContext = statementInContext({ text: words }, { source })
  const evidence = [
    evidenceFor(inContext, { positionId: demand.id }),
    evidenceFor(inContext, { positionId: demand.id, relation: 'contradicts' }),
  ]
  return briefingRecords(
    { parties: [norway, iceland], issues: [fish], positions: [demand], gaps: [gap] },
    { evidence },
  )
}

test('the comparison is a table whose rows and columns are headed', () => {
  show(oneDemand())
  const table = screen.getByRole('table', { name: 'Who asks what, and on what conditions' })
  const columns = within(table).getAllByRole('columnheader')
  expect(columns.map((column) => column.textContent)).toEqual([
    'Issue',
    'Norway guarantor',
    'Iceland principal',
    'Landing zone',
  ])
  expect(within(table).getByRole('rowheader').textContent).toContain('Fish')
  expect(within(table).getByRole('img', { name: 'demand' })).toBeTruthy()
  expect(within(table).getByText('No statement found, 14 Nov 2025').closest('td')!.dataset.state).toBe('gap')
})

test('what was typed is shown as text, never as markup', () => {
  const { container } = show(oneDemand())
  expect(container.querySelector('td b')).toBeNull()
  expect(container.textContent).toContain('A larger <b>quota</b>')
})

test('each figure leads to its statement and back to the first; no place has its name twice', () => {
  for (const edition of ['summary', 'sourced'] as const) {
    const { container } = show(oneDemand(), edition)
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'))
    expect(targets).toEqual(['#statement-1', '#statement-1', '#cite-1'])
    for (const target of targets) expect(ids).toContain(target!.slice(1))
    cleanup()
  }
})

test('a quotation is marked with the language of its source, and keeps words with a hyphen whole', () => {
  show(oneDemand('Кто-то сказал'))
  const part = screen.getByText('“Кто-то')
  expect(part.closest('[lang]')!.getAttribute('lang')).toBe('ru')
  expect(part.closest('[lang]')!.textContent).toBe('“Кто-то сказал”')
})

test('the assessment stands outside the tables, in italics', () => {
  show(oneDemand())
  const assessment = screen.getByText('They do not mean it.')
  expect(assessment.tagName).toBe('EM')
  expect(assessment.closest('table')).toBeNull()
  expect(screen.getByRole('heading', { level: 2, name: 'Assessment · analyst' })).toBeTruthy()
})

test('an empty dossier is one sentence under its title', () => {
  show(briefingRecords({}, { dossier: theDossier({ title: 'Nothing yet', question: '' }) }))
  expect(screen.getByRole('heading', { level: 1, name: 'Nothing yet' })).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
  expect(screen.getByText(/nothing to compare/)).toBeTruthy()
})

test('a sentence around a name that runs the other way keeps its own direction; the dossier’s words find theirs', () => {
  const records = oneDemand('نحن نصر')
  const [norway, iceland] = records.comparison.parties
  const name = 'النرويج'
  const parties = [{ ...norway!, shortName: name }, iceland!]
  const [cell, ...rest] = records.comparison.cells
  const [position] = cell!.positions
  const answer = recordOf('answer', { positionId: position!.id, partyId: norway!.id, outcome: 'countered' })
  const cells = [{ ...cell!, positions: [{ ...position!, answers: [answer] }] }, ...rest]
  show({ ...records, comparison: { ...records.comparison, parties, cells } })
  const sentence = screen.getByText(/النرويج: countered/)
  expect(sentence.getAttribute('dir')).toBeNull()
  expect(
    screen
      .getAllByText(/نحن نصر/)[0]!
      .closest('[dir]')!
      .getAttribute('dir'),
  ).toBe('auto')
})

test('a row that fits no page may be divided, and a number of many levels stands above its heading', () => {
  const records = oneDemand()
  const [deep] = records.comparison.issues
  const [cell, ...rest] = records.comparison.cells
  const [position] = cell!.positions
  const cells = [{ ...cell!, positions: [{ ...position!, text: 'water '.repeat(9_000) }] }, ...rest]
  const issues = [{ ...deep!, number: '1.1.1.1.1.1', depth: 5 }]
  const { container } = show({ ...records, comparison: { ...records.comparison, issues, cells } })
  expect(container.querySelector('tbody tr')!.getAttribute('data-tall')).toBe('any')
  expect(screen.getAllByText('1.1.1.1.1.1')[0]!.parentElement!.dataset.stacked).toBe('true')
})

/** Every part there is, in the words of a paper that has something to say in each. */
function papersOfAllKinds() {
  const records = oneDemand('Stand-still: «хватит»')
  const parts = briefingParts
  return [
    composeBriefing(records, briefingWish({ parts, since: '2025-01-01' })),
    composeBriefing(records, briefingWish({ parts, edition: 'summary', notesAt: 'issue' })),
    composeBriefing(records, briefingWish({ parts, citationStyle: 'notes' })),
    composeBriefing(briefingRecords({}), briefingWish()),
  ]
}

test('drawn once for print, a paper is what React draws for the preview', () => {
  for (const paper of papersOfAllKinds()) {
    const application = createApplication(api, 'en')
    const { container } = render(
      <ApplicationProvider value={application}>
        <BriefingPaper document={paper} />
      </ApplicationProvider>,
    )
    const once = document.createElement('div')
    withinApplication(application, () => drawOnce(<BriefingPaper document={paper} />, once))
    // React keeps a text of its own for each it was given.
    container.normalize()
    expect(once.innerHTML).toBe(container.innerHTML)
    expect(once.isEqualNode(container)).toBe(true)
    cleanup()
  }
})

test('what React alone can draw is refused, and the application is given back', () => {
  const once = document.createElement('div')
  const application = createApplication(api, 'en')
  const draw = () => drawOnce(<ApplicationProvider value={application}>words</ApplicationProvider>, once)
  expect(() => withinApplication(application, draw)).toThrow('drawn once')
  expect(() =>
    withinApplication(application, () => render(<BriefingPaper document={papersOfAllKinds()[0]!} />)),
  ).not.toThrow()
  expect(() => render(<KindMark kind="demand" />)).toThrow('outside the application')
})
