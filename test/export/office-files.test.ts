// @vitest-environment jsdom
import { printScale } from '../../engine/export/xlsx/workbook'
import { expect, test } from 'vitest'
import { briefingPart, citationStyle } from '../../app/model/briefing'
import { composeBriefing } from '../../app/rules/briefing'
import type { BriefingRecords } from '../../app/rules/briefing/briefing-context'
import { slidesOf } from '../../app/rules/briefing/slides'
import { writeDocx } from '../../engine/export/docx/write-docx'
import { writePptx } from '../../engine/export/pptx/write-pptx'
import {
  briefingRecords,
  briefingWish,
  evidenceFor,
  statementInContext,
  theDossier,
} from '../builders/briefing-records'
import { issue, party, recordOf } from '../builders/compared-records'
import { readZip, wholeOf } from '../builders/read-zip'

const longName = 'The Coordinating Committee of the Allied Coastal Territories'
const manyWords = Array.from({ length: 5_000 }, (_each, index) => `word${index}`).join(' ')
const url = `https://example.org/${'a'.repeat(2_000)}`

/** Everything that is hard to set: a long name, twelve levels, right to left, emoji, markup, a very long text. */
function hardRecords(parties = 2): BriefingRecords {
  const all = Array.from({ length: parties }, (_each, index) =>
    party({ shortName: index === 0 ? longName : `P${index}` }),
  )
  const issues = [issue({ title: 'وقف إطلاق النار' })]
  for (let depth = 1; depth < 12; depth += 1)
    issues.push(issue({ title: `Level ${depth} 🕊️ & <b>`, parentId: issues[depth - 1]!.id }))
  const long = recordOf('position', {
    issueId: issues[0]!.id,
    partyId: all[0]!.id,
    kind: 'demand',
    text: manyWords,
  })
  const inferred = recordOf('position', {
    issueId: issues[11]!.id,
    partyId: all[1]!.id,
    basis: 'inferred',
    text: '=1+1 "quoted"\nsecond line',
  })
  const source = recordOf('source', { title: 'Речь', language: 'ru', URL: url, textHash: '0'.repeat(64) })
  const [first, second] = [
    statementInContext({ text: 'Мы настаиваем' }, { source }),
    statementInContext({ text: '我们坚持' }),
  ]
  return briefingRecords(
    { parties: all, issues, positions: [long, inferred] },
    {
      evidence: [
        evidenceFor(first, { positionId: long.id }),
        evidenceFor(second, { positionId: inferred.id }),
        evidenceFor(first, { positionId: inferred.id }),
      ],
    },
  )
}

/** Read as strictly as XML is. */
function parse(xml: string): Document {
  const parsed = new DOMParser().parseFromString(xml, 'text/xml')
  expect(parsed.querySelector('parsererror')?.textContent ?? '').toBe('')
  return parsed
}

const textOf = (xml: string): string =>
  [...parse(xml).getElementsByTagName('*')]
    .filter(({ localName }) => localName === 't')
    .map(({ textContent }) => textContent)
    .join('')

async function docxOf(records: BriefingRecords) {
  return readZip(await wholeOf(writeDocx(composeBriefing(records, briefingWish()))))
}

test('every part of a DOCX is XML, and all that is hard to set is in it word for word', async () => {
  const entries = await docxOf(hardRecords())
  for (const xml of entries.values()) parse(xml)
  const body = textOf(entries.get('word/document.xml')!)
  for (const words of [
    longName,
    manyWords,
    'وقف إطلاق النار',
    'Level 11 🕊️ & <b>',
    '=1+1 "quoted"second line',
    url,
  ]) {
    expect(body).toContain(words)
  }
  const notes = textOf(entries.get('word/footnotes.xml')!)
  expect(notes).toContain('“Мы настаиваем”')
  expect(notes).toContain('“我们坚持”')
})

test('its tables repeat their heads, its headings are headings, and each note is called once', async () => {
  const entries = await docxOf(hardRecords())
  const body = parse(entries.get('word/document.xml')!)
  const count = (name: string) => body.getElementsByTagName(name).length
  expect(count('w:tblHeader')).toBe(count('w:tbl'))
  expect(entries.get('word/document.xml')).toContain('<w:pStyle w:val="Heading1"/>')
  const called = [...body.getElementsByTagName('w:footnoteReference')].map((call) =>
    call.getAttribute('w:id'),
  )
  expect(called).toEqual(['1', '2'])
  expect(count('w:fldSimple')).toBe(1)
  expect(entries.get('word/document.xml')).toContain('<w:rtl/>')
  expect(entries.get('word/footnotes.xml')).toContain('<w:lang w:val="ru"/>')
})

/** LibreOffice leaves out whole pages of rows where tall ones are kept whole, or a long table goes on and on. */
test('its tall rows may be divided, nothing is kept with a table, and a long one begins anew', async () => {
  const issues = Array.from({ length: 230 }, (_each, index) => issue({ title: `Issue ${index}` }))
  const body = (await docxOf(briefingRecords({ parties: [party({ shortName: 'NO' })], issues }))).get(
    'word/document.xml',
  )!
  expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(230)
  const rows = body
    .split('<w:tbl>')
    .slice(1)
    .map((table) => table.match(/<w:tr>/g)!.length)
  expect(rows).toEqual([101, 101, 31])
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(3)
  expect(body).toMatch(/<w:pStyle w:val="Heading1"\/><w:keepNext w:val="0"\/>/)
})

test.each(citationStyle.options)(
  'a document whose rows are made as they are written is the same, with sources as %s',
  async (style) => {
    for (const notesAt of ['annex', 'issue'] as const) {
      const wish = { citationStyle: style, notesAt, parts: briefingPart.options } as const
      const [kept, made] = await Promise.all(
        (['kept', 'made as read'] as const).map(async (rows) => {
          const document = composeBriefing(hardRecords(12), briefingWish({ ...wish, rows }))
          return readZip(await wholeOf(writeDocx(document)))
        }),
      )
      expect(made).toEqual(kept)
      expect(textOf(made!.get('word/document.xml')!)).toContain('word4999')
    }
  },
)

test('its rows are counted as they are written', async () => {
  const told: [number, number][] = []
  const document = composeBriefing(hardRecords(12), briefingWish({ rows: 'made as read' }))
  await wholeOf(writeDocx(document, (done, of) => told.push([done, of])))
  const all = told.at(-1)![1]
  expect(all).toBeGreaterThan(12)
  expect(told).toEqual(Array.from({ length: all }, (_each, at) => [at + 1, all]))
})

test('a row that takes half a page may be divided, and so may all where many notes stand below', async () => {
  const norway = party({ shortName: 'NO' })
  const issues = Array.from({ length: 50 }, (_each, index) => issue({ title: `Issue ${index}` }))
  const positions = issues.map(({ id }, index) =>
    recordOf('position', {
      issueId: id,
      partyId: norway.id,
      kind: 'demand',
      text: index === 7 ? manyWords : 'Fish',
    }),
  )
  const evidence = positions.map(({ id }) => evidenceFor(statementInContext({}), { positionId: id }))
  const wholeRows = async (notes: number) => {
    const compared = { parties: [norway], issues, positions }
    const entries = await docxOf(briefingRecords(compared, { evidence: evidence.slice(0, notes) }))
    const [comparison] = entries.get('word/document.xml')!.split('</w:tbl>')
    return comparison!
      .split('<w:tr>')
      .slice(2)
      .map((row) => row.includes('<w:cantSplit/>'))
  }
  expect(await wholeRows(30)).toEqual(issues.map((_issue, index) => index !== 7))
  expect(await wholeRows(50)).toEqual(issues.map(() => false))
})

test('where the columns stand in several tables, the figures are ours', async () => {
  const body = (await docxOf(hardRecords(12))).get('word/document.xml')!
  expect(body.match(/<w:tbl>/g)!.length).toBeGreaterThan(2)
  expect(body).toContain('<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>1</w:t>')
})

test('its key says where the notes stand', async () => {
  const key = async (given: Parameters<typeof briefingWish>[0]) => {
    const document = composeBriefing(hardRecords(), briefingWish(given))
    return textOf(readZip(await wholeOf(writeDocx(document))).get('word/document.xml')!)
  }
  for (const notesAt of ['annex', 'issue'] as const) {
    expect(await key({ notesAt })).toContain('Figures statements at the foot of the page')
  }
  const [inAnnex, atIssue] = (['annex', 'issue'] as const).map((notesAt) =>
    composeBriefing(hardRecords(), briefingWish({ notesAt })).comparison!.key.flat(),
  )
  expect(inAnnex).toContainEqual(expect.objectContaining({ text: 'statements in the annex' }))
  expect(atIssue).toContainEqual(expect.objectContaining({ text: 'statements in the notes to each issue' }))
})

test('nothing of a file says who made it', async () => {
  const entries = await docxOf(briefingRecords({}, { dossier: theDossier({ author: 'Ada Lovelace' }) }))
  for (const xml of entries.values()) expect(xml).not.toContain('Lovelace')
})

test('slides hold every word, none is asked to hold too much, and what was said is in the notes', async () => {
  const deck = slidesOf(composeBriefing(hardRecords(), briefingWish()))
  const entries = readZip(await wholeOf(writePptx(deck)))
  for (const xml of entries.values()) parse(xml)
  const slides = Array.from(deck.slides, (_slide, index) =>
    textOf(entries.get(`ppt/slides/slide${index + 1}.xml`)!),
  )
  const all = slides.join(' ')
  for (const word of ['word0', 'word2500', 'word4999', longName, 'Level 11 🕊️ & <b>'])
    expect(all).toContain(word)
  for (const slide of slides) expect(slide.length).toBeLessThan(1_800)
  const notes = [...entries]
    .filter(([name]) => /notesSlide\d+\.xml$/.test(name))
    .map(([, xml]) => textOf(xml))
  expect(notes.join(' ')).toContain('“Мы настаиваем”')
  expect(notes).toHaveLength(slides.length)
})

test('an empty dossier is a document and a deck that say so', async () => {
  const entries = await docxOf(briefingRecords())
  expect(textOf(entries.get('word/document.xml')!)).toContain('nothing to compare')
  const deck = slidesOf(composeBriefing(briefingRecords(), briefingWish()))
  expect([...deck.slides]).toHaveLength(1)
  const slides = readZip(await wholeOf(writePptx(deck)))
  expect(textOf(slides.get('ppt/slides/slide1.xml')!)).toContain('nothing to compare')
})

test('a sheet that is a little wider than a page is printed smaller, and one much wider at its own size', () => {
  expect(printScale([60, 60])).toBe(100)
  expect(printScale([90, 90])).toBe(72)
  expect(printScale([200, 200])).toBe(100)
})
