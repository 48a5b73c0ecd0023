import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeBriefing } from '../../app/rules/briefing'
import type { EvidenceItem } from '../../app/rules/evidence-item'
import { writeDocx } from '../../engine/export/docx/write-docx'
import { briefingRecords, briefingWish, evidenceFor, statementInContext } from '../builders/briefing-records'
import { issue, party, recordOf } from '../builders/compared-records'
import { readZip, wholeOf } from '../builders/read-zip'

const hasOffice = spawnSync('soffice', ['--version']).error === undefined

/** The columns of a comparison too wide for one table, each position with a statement that tells its own figure. */
async function wideDocx(): Promise<Buffer> {
  const parties = Array.from({ length: 9 }, (_each, at) => party({ shortName: `P${at}` }))
  const issues = [issue({ title: 'Fish' }), issue({ title: 'Ice' })]
  const positions = issues.flatMap(({ id: issueId }) =>
    parties.map(({ id: partyId }) => recordOf('position', { issueId, partyId, kind: 'demand', text: 'Cod' })),
  )
  const evidence = positions.map(
    ({ id }, at): EvidenceItem =>
      evidenceFor(statementInContext({ text: `Said for figure ${at + 1}.` }), { positionId: id }),
  )
  const records = briefingRecords({ parties, issues, positions }, { evidence })
  return wholeOf(writeDocx(composeBriefing(records, briefingWish())))
}

test('notes stand in the order in which they are called, as LibreOffice gives them to their calls', async () => {
  const entries = readZip(await wideDocx())
  const calls = [
    ...entries
      .get('word/document.xml')!
      .matchAll(/<w:footnoteReference w:customMarkFollows="1" w:id="(\d+)"\/><w:t>(\d+)/g),
  ].map(([, id, figure]) => [id, figure])
  expect(calls.map(([id]) => Number(id))).toEqual(calls.map((_call, at) => at + 1))
  expect(calls.map(([, figure]) => Number(figure))).not.toEqual(calls.map((_call, at) => at + 1))
  const notes = [
    ...entries.get('word/footnotes.xml')!.matchAll(/<w:footnote w:id="(\d+)">.*?Said for figure (\d+)\./g),
  ].map(([, id, figure]) => [id, figure])
  expect(notes).toEqual(calls)
})

test('where a note takes pages, notes stand in the annex, which LibreOffice can divide', async () => {
  const calls = async (length: number) => {
    const norway = party()
    const fish = issue()
    const position = recordOf('position', {
      issueId: fish.id,
      partyId: norway.id,
      kind: 'demand',
      text: 'Cod',
    })
    const said = statementInContext({ text: 'cod '.repeat(length / 4) })
    const records = briefingRecords(
      { parties: [norway], issues: [fish], positions: [position] },
      { evidence: [evidenceFor(said, { positionId: position.id })] },
    )
    const entries = readZip(await wholeOf(writeDocx(composeBriefing(records, briefingWish()))))
    return entries.get('word/document.xml')!.match(/<w:footnoteReference/g)?.length ?? 0
  }
  expect(await calls(400)).toBe(1)
  expect(await calls(4_000)).toBe(0)
})

test('in LibreOffice every figure has its own note, and each note its figure once', async (context) => {
  if (!hasOffice) context.skip('LibreOffice is not installed (on Debian: apt-get install libreoffice-writer)')
  const folder = mkdtempSync(join(tmpdir(), 'demarche-notes-'))
  const path = join(folder, 'wide.docx')
  writeFileSync(path, await wideDocx())
  const profile = `-env:UserInstallation=file://${folder}/office`
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'fodt', '--outdir', folder, path])
  const text = readFileSync(join(folder, 'wide.fodt'), 'utf8')
  const notes = [
    ...text.matchAll(/<text:note-citation[^>]*>(.*?)<\/text:note-citation>(.*?)<\/text:note-body>/gs),
  ]
  expect(notes).toHaveLength(18)
  for (const [, figure, body] of notes) {
    const words = body!.replace(/<[^>]*>/g, '').trim()
    expect(words).toMatch(new RegExp(`^“Said for figure ${figure}\\.”`))
  }
}, 60_000)
