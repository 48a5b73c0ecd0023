import { expect, test } from 'vitest'
import type { BriefingDocument, BriefingSection } from '../../app/rules/briefing/briefing-document'
import { linesToWords, wordsOf } from '../builders/briefing-records'
import { buildSampleInto, openSampleApp } from '../builders/open-built-sample'

/** The whole briefing as text, cell by cell, for reading beside the last one. */
function asText(document: BriefingDocument): string {
  const cells = (all: string[]) => all.map((cell) => cell.replaceAll('\n', ' / ')).join(' | ')
  const comparison = document.comparison!
  const { title, marking, asOf, pageOf } = document.running
  return [
    [title, marking, asOf, pageOf].join(' | '),
    `# ${document.title.text}`,
    wordsOf([document.question!]),
    ...document.particulars.map(({ term, text }) => `${term}: ${text}`),
    `\n## ${comparison.heading}`,
    cells([
      comparison.issueHeading,
      ...comparison.parties.map(({ name, role }) => `${name}, ${role}`),
      comparison.zoneHeading,
    ]),
    ...comparison.rows.map((row) =>
      cells([
        `${row.number} ${linesToWords(row.heading)}`,
        ...row.cells.map((cell) => linesToWords(cell.lines)),
        linesToWords(row.landingZone),
      ]),
    ),
    comparison.key.map(wordsOf).join('; '),
    `\n## ${document.assessments!.heading}`,
    linesToWords(document.assessments!.lines),
    ...document.sections.filter(({ is }) => is !== 'comparison').map(sectionAsText),
    '',
  ]
    .join('\n')
    .replaceAll('\u00a0', ' ')

  function sectionAsText(section: BriefingSection): string {
    const heading = `\n## ${section.heading}\n`
    if (section.is === 'notes') {
      return heading + section.notes.map(({ number, line }) => `${number} ${wordsOf(line.runs)}`).join('\n')
    }
    if (section.is === 'comparison' || section.is === 'group') return ''
    if (section.is !== 'table') return heading + linesToWords(section.lines)
    const { columns, rows } = section.table
    return [
      heading + cells(columns.map((column) => column.heading)),
      ...rows.map((row) => cells(row.cells.map(linesToWords))),
    ].join('\n')
  }
}

test.each(['summary', 'sourced'] as const)('the sample’s %s edition reads as it did', async (edition) => {
  const { api } = await openSampleApp(await buildSampleInto())
  const document = await api.call('briefing.compose', { edition })
  await expect(asText(document)).toMatchFileSnapshot(`../fixtures/sample-briefing-${edition}.txt`)
})

test('both editions hold every quotation that the sample cites, word for word', async () => {
  const { api } = await openSampleApp(await buildSampleInto())
  const [statements, evidence] = await Promise.all([
    api.call('statement.list', {}),
    api.call('evidence.list', {}),
  ])
  const cited = statements.filter(({ id }) => evidence.some(({ statementId }) => statementId === id))
  expect(cited.length).toBeGreaterThan(10)
  for (const edition of ['summary', 'sourced'] as const) {
    const text = asText(await api.call('briefing.compose', { edition }))
    for (const statement of cited) expect(text).toContain(statement.text)
  }
})
