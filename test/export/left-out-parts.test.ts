import { expect, test } from 'vitest'
import { wholeScope, type ExportScope } from '../../app/model/export-scope'
import type { BriefingDocument, BriefingSection, Line } from '../../app/rules/briefing/briefing-document'
import { briefingParts, type BriefingPart } from '../../app/rules/briefing/parts'
import { linesToWords } from '../builders/briefing-records'
import { openPlanted, wholeWish, type Planted } from '../builders/planted-dossier'

type Choice = {
  scope: (ids: Planted['ids']) => Partial<ExportScope>
  gone: RegExp
  /** Whose ids may not leave either. */
  goneIds?: readonly (keyof Planted['goneIds'])[]
}

const choices: Record<string, Choice> = {
  'nothing stays': { scope: () => ({}), gone: /(?!)/g },
  'assessments stay': { scope: () => ({ assessments: false }), gone: /ASSESSMENT\w+/g },
  'notes stay': { scope: () => ({ notes: false }), gone: /NOTE[a-z]\w*/g },
  'grades stay': { scope: () => ({ grades: false }), gone: /\bB2\b|B\u00a0Usually/gi },
  'points stay': { scope: () => ({ points: false }), gone: /POINT\w+|SECRETpoint|HIDDENpoint/g },
  'landing zones stay': { scope: () => ({ landingZones: false }), gone: /ZONE\w+/g },
  'the author stays': { scope: () => ({ author: false }), gone: /AUTHOR\w+|\bAda\b| by "/g },
  'a tag stays, and what rests on it': {
    scope: ({ tag }) => ({ confidentialTags: [tag] }),
    gone: /SECRET\w+|RESTING\w+|Secretsource/g,
    goneIds: ['tag'],
  },
  'a tag stays, what rests on it is marked': {
    scope: ({ tag }) => ({ confidentialTags: [tag], restingOnLeftOut: 'mark' }),
    gone: /SECRET\w+|Secretsource/g,
    goneIds: ['tag'],
  },
  'a party is hidden': {
    scope: ({ peru }) => ({ hiddenParties: [peru] }),
    gone: /HIDDEN\w+/g,
    goneIds: ['peru'],
  },
  'a party is hidden and a tag stays': {
    scope: ({ peru, tag }) => ({ hiddenParties: [peru], confidentialTags: [tag] }),
    gone: /HIDDEN\w+|SECRET\w+|RESTING\w+/g,
    goneIds: ['tag', 'peru'],
  },
}

const layouts = [
  { edition: 'summary', notesAt: 'annex', citations: 'marks' },
  { edition: 'sourced', notesAt: 'issue', citations: 'notes' },
  { edition: 'sourced', notesAt: 'annex', citations: 'author-date' },
] as const

const compose = (app: Planted, scope: Partial<ExportScope>, parts: BriefingPart[], layout = {}) =>
  app.api.call('briefing.compose', {
    ...wholeWish,
    parts,
    ...layout,
    selection: { scope: { ...wholeScope, ...scope } },
  })

test.each(Object.entries(choices))('no part of a briefing tells of it: %s', async (_name, choice) => {
  const app = await openPlanted()
  const ids = (choice.goneIds ?? []).flatMap((which) => app.goneIds[which])
  const found: object[] = []
  for (const part of briefingParts) {
    for (const layout of layouts) {
      // With the annex, so that what a part cites is told as well; and alone.
      for (const parts of [[part], [part, 'annex'] as BriefingPart[]]) {
        const text = JSON.stringify(await compose(app, choice.scope(app.ids), parts, layout))
        const words = [...(text.match(choice.gone) ?? []), ...ids.filter((id) => text.includes(id))]
        if (words.length > 0) found.push({ part, layout, words })
      }
    }
  }
  expect(found).toEqual([])
})

/** What each part holds of what was planted, so that a part that comes out empty fails. */
const planted: Record<BriefingPart, string | null> = {
  findings: 'RESTINGfinding',
  comparison: 'RESTINGposition',
  changes: 'RESTINGposition',
  conditions: 'RESTINGclause',
  issues: 'RESTINGposition',
  parties: 'RESTINGposition',
  annex: null,
  timeline: 'RESTINGsummit',
  gaps: 'OPENarchive',
  workshop: 'NOTEparked',
  method: null,
}

/** Every stretch of a briefing that stands together: a line, or the lines of one cell or one row of a table. */
function* stretches({ comparison, sections }: BriefingDocument): Generator<string> {
  for (const row of comparison?.rows ?? []) for (const { lines } of row.cells) yield* each(lines)
  for (const section of sections) yield* stretchesOf(section)
}

function* stretchesOf(section: BriefingSection): Generator<string> {
  if (section.is === 'group') for (const inner of section.sections) yield* stretchesOf(inner)
  else if (section.is === 'table')
    for (const { cells } of section.table.rows) for (const lines of cells) yield* each(lines)
  else if (section.is === 'notes') for (const { line } of section.notes) yield linesToWords([line])
  else if (section.is !== 'comparison') yield* each(section.lines)
}

function* each(lines: readonly Line[]): Generator<string> {
  for (const line of lines) yield linesToWords([line])
}

const mark = 'its source is not in this copy'

test.each(briefingParts)(
  '“%s” marks everything whose source was left out, and nothing else',
  async (part) => {
    const app = await openPlanted()
    const scope = { confidentialTags: [app.ids.tag], restingOnLeftOut: 'mark' as const }
    const wanted = planted[part]
    for (const layout of layouts) {
      const whole = [...stretches(await compose(app, {}, [part, 'annex'], layout))]
      expect(whole.join('\n')).not.toContain('not in this copy')
      const marked = [...stretches(await compose(app, scope, [part, 'annex'], layout))]
      if (wanted !== null) expect(marked.join('\n')).toContain(wanted)
      for (const words of marked) {
        const rests = /RESTING(?:position|clause|summit|finding)|Norway: in part|answered in part/u.test(
          words,
        )
        if (rests) expect({ part, layout, words }).toMatchObject({ words: expect.stringContaining(mark) })
        else if (!/OPENposition/u.test(words)) expect(words).not.toContain(mark)
      }
    }
  },
)

test('an answer whose source was left out says so beside the position that stays', async () => {
  const app = await openPlanted()
  const scope = { confidentialTags: [app.ids.tag], restingOnLeftOut: 'mark' as const }
  const lines = [...stretches(await compose(app, scope, ['comparison', 'annex']))]
  const kept = lines.find((words) => words.includes('OPENposition'))!
  expect(kept).toContain(mark)
})

test('a position that leaves without a condition of it does not seem to be put forward without any', async () => {
  const app = await openPlanted()
  const scope = { confidentialTags: [app.ids.tag] }
  for (const part of ['comparison', 'issues', 'parties'] as const) {
    const words = [...stretches(await compose(app, scope, [part, 'annex']))].join('\n')
    expect({ part, words }).toMatchObject({
      words: expect.stringContaining('a condition of it is not in this copy'),
    })
  }
  expect(JSON.stringify(await compose(app, {}, ['comparison', 'issues', 'parties']))).not.toContain(
    'not in this copy',
  )
})

test('who must move first, what changed and the page of a party say that the copy is cut', async () => {
  const app = await openPlanted()
  const scope = { confidentialTags: [app.ids.tag] }
  const text = async (parts: BriefingPart[], given = {}) =>
    [...stretches(await compose(app, given, parts))].join('\n')
  expect(await text(['conditions'], scope)).toContain('others than these may have to move first')
  expect(await text(['changes'], scope)).toContain('may have been put forward before')
  expect(await text(['parties'], scope)).toMatch(/Not in this copy.*1\.1/u)
  expect(await text(['conditions', 'changes', 'parties'])).not.toMatch(/this copy/iu)
})
