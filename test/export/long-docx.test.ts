import { expect, test } from 'vitest'
import type { Say } from '../../app/messages/say'
import { citationStyle } from '../../app/model/briefing'
import type { Answer, Condition, Position } from '../../app/model/position'
import { composeBriefing } from '../../app/rules/briefing'
import type { BriefingRecords } from '../../app/rules/briefing/briefing-context'
import type { EvidenceItem } from '../../app/rules/evidence-item'
import { writeDocx } from '../../engine/export/docx/write-docx'
import { briefingRecords, briefingWish, evidenceFor, statementInContext } from '../builders/briefing-records'
import { issue, party, recordOf } from '../builders/compared-records'
import { readZip, wholeOf } from '../builders/read-zip'
import { seeded } from '../builders/seeded-text'

/** Longer than all of it is read before it is written, with evidence of every kind for whatever can have some. */
function longRecords(rows: number, parties = 3): BriefingRecords {
  const random = seeded(11)
  const columns = Array.from({ length: parties }, (_each, at) => party({ shortName: `P${at}` }))
  const issues = Array.from({ length: rows }, (_each, at) => issue({ title: `Issue ${at}` }))
  const sources = Array.from({ length: 40 }, (_each, at) =>
    recordOf('source', { title: `Report ${at}`, language: 'en', textHash: '0'.repeat(64) }),
  )
  const said = Array.from({ length: rows * parties }, (_each, at) =>
    statementInContext(
      { text: `Said ${at}`, onBehalfOfId: columns[at % parties]!.id },
      { source: sources[Math.floor(random() * sources.length)]! },
    ),
  )
  const positions: Position[] = []
  const conditions: Condition[] = []
  const answers: Answer[] = []
  const evidence: EvidenceItem[] = []
  const anyone = () => said[Math.floor(random() * said.length)]!
  for (const { id: issueId } of issues) {
    for (const { id: partyId } of columns) {
      const position = recordOf('position', {
        issueId,
        partyId,
        kind: 'demand',
        text: `On ${positions.length}`,
      })
      evidence.push(evidenceFor(said[positions.length]!, { positionId: position.id }))
      positions.push(position)
      if (random() < 0.2) {
        evidence.push(evidenceFor(anyone(), { positionId: position.id, relation: 'contradicts' }))
      }
      if (random() < 0.2) {
        const condition = recordOf('condition', {
          positionId: position.id,
          relation: 'only if',
          text: 'Peace',
        })
        conditions.push(condition)
        evidence.push(evidenceFor(anyone(), { conditionId: condition.id }))
      }
      if (random() < 0.2) {
        const answer = recordOf('answer', {
          positionId: position.id,
          partyId: columns[0]!.id,
          outcome: 'rejected',
        })
        answers.push(answer)
        evidence.push(evidenceFor(anyone(), { answerId: answer.id }))
      }
    }
  }
  return briefingRecords({ parties: columns, issues, positions, conditions, answers }, { evidence })
}

test.each(citationStyle.options)(
  'a long document is the same whether its rows are kept or made as they are written, with sources as %s',
  async (style) => {
    const records = longRecords(600)
    for (const notesAt of ['annex', 'issue'] as const) {
      const [kept, made] = await Promise.all(
        (['kept', 'made as read'] as const).map(async (rows) => {
          const document = composeBriefing(records, briefingWish({ citationStyle: style, notesAt, rows }))
          return readZip(await wholeOf(writeDocx(document))).get('word/document.xml')!
        }),
      )
      expect(made === kept, notesAt).toBe(true)
      expect(made).toContain('Said 1799')
    }
  },
)

test('before a long document is written, of its rows no more are made than tell the widths of its columns', () => {
  const said = new Map<string, number>()
  const { say: plain, ...wish } = briefingWish({ rows: 'made as read' })
  const say: Say = (id, values) => {
    said.set(id, (said.get(id) ?? 0) + 1)
    return plain(id, values)
  }
  composeBriefing(longRecords(2_000, 1), { ...wish, say })
  expect(said.get('kindLetter.demand')).toBeLessThan(300)
  expect(said.get('form.verbatim')).toBeLessThan(1_100)
})
