import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExportFormat } from '../../app/contract/export-contract'
import { lineStarts } from '../../app/rules/export/text-lines'
import { csvField } from '../../engine/export/csv'
import { officeText } from '../../engine/export/xml-text'
import { xmlTokens } from '../../engine/import/xml-tokens'
import { openTestApp } from '../builders/open-test-app'
import { readZip } from '../builders/read-zip'
import { oddText } from './odd-text'

type App = Awaited<ReturnType<typeof openTestApp>>

/** One issue, one party and a position with this text, with a statement in the same words. */
async function openWith(
  text: string,
  given: { issue?: string; party?: string; shortName?: string } = {},
): Promise<App> {
  const app = await openTestApp()
  const { api } = app
  const issue = await api.call('issue.add', { title: given.issue ?? 'Fish' })
  const party = await api.call('party.add', {
    name: given.party ?? 'Norway',
    shortName: given.shortName ?? 'NO',
    colour: 'rose',
  })
  const source = await api.call('source.add', { title: 'Minutes', text })
  const statement = await api.call('statement.record', {
    sourceId: source.id,
    onBehalfOfId: party.id,
    form: 'verbatim',
    text,
    spans: [],
  })
  await api.call('position.record', {
    issueId: issue.id,
    partyId: party.id,
    kind: 'demand',
    firmness: 'red line',
    text,
    evidence: [{ statementId: statement.id, relation: 'supports' }],
  })
  return app
}

async function exported({ api, folder }: App, format: ExportFormat): Promise<Buffer> {
  const path = join(folder, `out.${format}`)
  await api.call('dossier.export', { format, path, edition: 'sourced' })
  return readFileSync(path)
}

/** A reader of RFC 4180 that knows nothing of ours. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const field = /("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r\n|$)/y
  for (let at = 0; at < text.length; at = field.lastIndex) {
    field.lastIndex = at
    const [, value, end] = field.exec(text)!
    rows.at(-1)!.push(value!.startsWith('"') ? value!.slice(1, -1).replaceAll('""', '"') : value!)
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

describe('CSV', () => {
  test('any text is one field, which no spreadsheet takes for a formula, and gives the text back', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const [[read = '']] = readCsv(`${csvField(text)},end\r\n`) as [string[]]
        expect(read).not.toMatch(/^[=+\-@\t\r\n]/)
        const given = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u.test(read) ? read.slice(1) : read
        expect(given).toBe(text)
      }),
    )
  })

  test.each(['=1+1', '@SUM(A1)', '+1', '-1', '\tx', '\rx', "'=1"])('%j stays text', (text) => {
    const [[read]] = readCsv(`${csvField(text)}\r\n`) as [[string]]
    expect(read).toBe(`'${text}`)
  })

  test('a row has as many fields as the head, whatever stands in it, and opens as UTF-8', async () => {
    const app = await openWith('=1+1, "said"\r\nand 谈判 مرحبا')
    for (const format of ['csv-positions', 'csv-statements'] as const) {
      const bytes = await exported(app, format)
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      const [head, ...rows] = readCsv(bytes.toString('utf8').slice(1))
      expect(rows).toHaveLength(1)
      expect(rows[0]).toHaveLength(head!.length)
      expect(rows[0]).toContain('\'=1+1, "said"\r\nand 谈判 مرحبا')
    }
  })
})

test('what a statement is evidence for is said of a party of any name', async () => {
  const app = await openWith('Cod', { shortName: "US$' $&" })
  const [head, row] = readCsv((await exported(app, 'csv-statements')).toString('utf8').slice(1))
  expect(row![head!.indexOf('Evidence for')]).toBe("supports demand, 1, US$' $&")
})

/** What a reader of the sheet sees in each cell: the names of cells and their texts. */
function cellsOf(
  parts: Map<string, string>,
  sheet: number,
): { row: number; column: string; text: string; height: number }[] {
  const shared = [...parts.get('xl/sharedStrings.xml')!.matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    textOf(si!),
  )
  const xml = parts.get(`xl/worksheets/sheet${sheet}.xml`)!
  return [...xml.matchAll(/<row r="(\d+)" ht="([\d.]+)"[^>]*>(.*?)<\/row>/gs)].flatMap(
    ([, row, height, cells]) =>
      [...cells!.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
        ([, column, attributes, inner = '']) => ({
          row: Number(row),
          height: Number(height),
          column: column!,
          text: attributes!.includes('t="s"') ? shared[Number(/<v>(\d+)/.exec(inner)![1])]! : textOf(inner),
        }),
      ),
  )
}

function textOf(xml: string): string {
  let text = ''
  let isText = false
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'open') isText = token.name === 't' && !token.isEmpty
    else if (token.kind === 'close') isText = false
    else if (isText) text += token.text
  }
  return text
}

describe('XLSX', () => {
  test('every part is XML, and panes, filter and titles that repeat are there', async () => {
    const app = await openWith('more fish')
    const [issue] = await app.api.call('issue.list', {})
    const sweden = await app.api.call('party.add', { name: 'Sweden', shortName: 'SE', colour: 'blue' })
    await app.api.call('gap.add', {
      issueId: issue!.id,
      partyId: sweden.id,
      asOf: '2025-11-14',
      searchedWhere: 'the minutes',
    })
    const parts = readZip(await exported(app, 'xlsx'))
    for (const [name, xml] of parts) expect({ name, depth: depthAtEnd(xml) }).toEqual({ name, depth: 0 })
    const sheet = parts.get('xl/worksheets/sheet1.xml')!
    expect(sheet).toContain(
      '<pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/>',
    )
    expect(sheet).toContain('<autoFilter ref="A1:F2"/>')
    expect(parts.get('xl/workbook.xml')).toContain("'Comparison'!$A:$B,'Comparison'!$1:$1")
    expect(
      [...parts.get('xl/workbook.xml')!.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name),
    ).toEqual(['Comparison', 'Statements', 'Sources', 'Gaps', 'Read me'])
  })

  test('kinds and firmness stand in words, and a number leads to the statement of that number', async () => {
    const parts = readZip(await exported(await openWith('more fish'), 'xlsx'))
    expect(cellsOf(parts, 1).find(({ row, column }) => row === 2 && column === 'D')?.text).toBe(
      'Demand · red line\nmore fish\nstatement 1 · 1 origin',
    )
    const statement = cellsOf(parts, 2).filter(({ row }) => row === 2)
    expect(statement.find(({ column }) => column === 'B')?.text).toBe('more fish')
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('<row r="2"')
  })

  test.each(['=1+1', '@SUM(A1)', '+1', '-1', '<t>&amp;</t>', '_x0041_', '\ufffe'])(
    '%j stays text',
    async (text) => {
      const parts = readZip(await exported(await openWith(text), 'xlsx'))
      const all = [...parts.values()].join('')
      expect(all).not.toMatch(/<f[ >]/)
      expect(cellsOf(parts, 2).find(({ row, column }) => row === 2 && column === 'B')?.text).toBe(
        text === '_x0041_' ? '_x005F_x0041_' : text === '\ufffe' ? '_xFFFE_' : text,
      )
    },
  )

  test('a text too long for one cell goes on in the rows below, and not a word of it is lost', async () => {
    const words = Array.from({ length: 9_000 }, (_nothing, at) => `word${at}`).join(' ')
    const parts = readZip(await exported(await openWith(words), 'xlsx'))
    const cells = cellsOf(parts, 1)
    const column = cells.filter((cell) => cell.column === 'D' && cell.row > 1)
    expect(column.length).toBeGreaterThan(10)
    for (const { text, height } of column) {
      expect(text.length).toBeLessThanOrEqual(32_767)
      expect(height).toBeLessThanOrEqual(409.5)
    }
    const whole = column.map(({ text }) => text.replace(/\n… continues in the next row$/, '')).join('')
    expect(whole).toContain(words)
    const names = cells.filter((cell) => cell.column === 'B' && cell.row > 2)
    for (const { text } of names) expect(text).toBe('Fish\n(continued)')
  })

  test('no line that is set is wider than its column, whatever the words', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const starts = lineStarts(text, { widthPt: 160, sizePt: 10 })
        expect(starts[0]).toBe(0)
        expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
        const lines = starts.map((start, at) => text.slice(start, starts[at + 1]))
        // Nothing in Arial is as wide as two thirds of its size on the whole, so no line holds more than 160 letters.
        for (const line of lines) expect(line.trim().length).toBeLessThanOrEqual(160)
        expect(lines.join('')).toBe(text)
      }),
    )
  })

  test('any text comes out as XML of that text', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const [token, ...rest] = [...xmlTokens(`<t>${officeText(text)}</t>`)].filter(
          ({ kind }) => kind === 'text',
        )
        expect(rest).toEqual([])
        const read = token?.kind === 'text' ? token.text : ''
        const plain = read.replace(/_x([0-9A-F]{4})_/g, (_all, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        )
        expect(plain).toBe(text.replace(/\r\n?/g, '\n'))
      }),
    )
  })
})

function depthAtEnd(xml: string): number {
  let depth = 0
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'open' && !token.isEmpty) depth += 1
    if (token.kind === 'close') depth -= 1
  }
  return depth
}

describe('HTML', () => {
  test('markup in a text stays text, and the policy lets in nothing but its own style and script', async () => {
    const attack = '<script>alert(1)</script><img src=x onerror=alert(1)></style>&amp;"\'>'
    const html = (await exported(await openWith(attack, { issue: attack, party: attack }), 'html')).toString(
      'utf8',
    )
    expect(html.match(/<script>/g)).toHaveLength(1)
    expect(html).not.toContain('<img')
    expect(html).toMatch(/default-src &apos;none&apos;|default-src 'none'/)
    expect(html).not.toMatch(/(?:src|href)="(?!#)/)
    expect(html).not.toContain('unsafe')
  })

  test('every figure in a cell leads to a statement that is there, and back', async () => {
    const html = (await exported(await openWith('more fish'), 'html')).toString('utf8')
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target)
    expect(targets).toEqual(expect.arrayContaining(['statement-1', 'cite-1', 'source-S1']))
    for (const target of targets) expect(ids).toContain(target)
  })
})

describe('Markdown', () => {
  test('every footnote that is cited is there, once', async () => {
    const text = (await exported(await openWith('more *fish* | [link](x) # and'), 'markdown')).toString(
      'utf8',
    )
    const cited = new Set([...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number))
    const given = [...text.matchAll(/^\[\^(\d+)\]:/gm)].map(([, number]) => number)
    expect(given).toEqual([...cited])
    expect(text).toContain('more \\*fish\\* \\| \\[link\\](x) \\# and')
  })

  test('an empty dossier says so in every form', async () => {
    const app = await openTestApp()
    for (const format of ['markdown', 'html'] as const) {
      expect((await exported(app, format)).toString('utf8')).toContain('nothing to compare')
    }
    await app.api.call('party.add', { name: 'Norway', shortName: 'NO', colour: 'rose' })
    const sheets = readZip(await exported(app, 'xlsx'))
    const names = [...sheets.get('xl/workbook.xml')!.matchAll(/<sheet name="([^"]*)"/g)].map(
      ([, name]) => name,
    )
    expect(names).toEqual(['Comparison', 'Read me'])
    const cells = cellsOf(sheets, 1)
    expect(cells.map(({ text }) => text)).toEqual([
      'Comparison',
      'This dossier holds no issues yet, so there is nothing to compare.',
    ])
    expect(readCsv((await exported(app, 'csv-positions')).toString('utf8'))).toHaveLength(1)
  })
})
