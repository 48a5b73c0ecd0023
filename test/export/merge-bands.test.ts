import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { placeAddress } from '../../app/rules/briefing/places'
import { mergeBands } from '../../engine/export/pdf/merge-bands'
import { readSkiaPdf, refIn, withRefs } from '../../engine/export/pdf/skia-pdf'
import { stampFace } from '../../engine/export/pdf/stamp-face'
import { readStampFont } from '../../engine/export/pdf/stamp-font'
import { wholeOf } from '../builders/read-zip'

/** A PDF in the shape that Chromium writes: one page, a heading, and a link to a place in another piece. */
function onePage({ title, link }: { title: string; link: string }): Uint8Array {
  const content = `BT /F9 12 Tf 50 500 Td (${title}) Tj ET`
  const objects = [
    `<</Title (${title})\n/Producer (Skia/PDF m156)>>`,
    `<</Type /Page\n/Resources <</Font <</F9 9 0 R>>>>\n/MediaBox [0 0 842 595]\n/Annots [10 0 R]\n/Contents 11 0 R\n/StructParents 0\n/Parent 3 0 R>>`,
    '<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>',
    '<</Type /Metadata>>',
    '<</Type /StructTreeRoot\n/K 6 0 R\n/ParentTreeNextKey 2\n/ParentTree 7 0 R\n/IDTree 8 0 R>>',
    '<</Type /StructElem\n/S /Document\n/Lang (en)\n/P 5 0 R\n/ID (node00000001)>>',
    '<</Type /ParentTree\n/Nums [0 6 0 R 1 6 0 R]>>',
    '<</Kids [14 0 R]>>',
    '<</Type /Font\n/Subtype /Type1\n/BaseFont /Helvetica>>',
    `<</Type /Annot\n/Subtype /Link\n/F 4\n/Border [0 0 0]\n/Rect [90 700.5 99 709.25]\n/A <</Type /Action\n/S /URI\n/URI (${placeAddress(link)})>>\n/StructParent 1>>`,
    `<</Length ${content.length}>> stream\n${content}\nendstream`,
    '<</Type /Outlines\n/First 13 0 R\n/Last 13 0 R\n/Count 1>>',
    `<</Title (${title} 5 0 R)\n/Dest [2 0 R /XYZ 0 500 0]\n/Parent 12 0 R\n/SE 6 0 R>>`,
    '<</Limits [(node00000001) (node00000001)]\n/Names [(node00000001) 6 0 R]>>',
    '<</Type /Catalog\n/Pages 3 0 R\n/Metadata 4 0 R\n/StructTreeRoot 5 0 R\n/Outlines 12 0 R\n/Lang (en)>>',
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = pdf.length
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = pdf.length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<</Size ${objects.length + 1}\n/Root 15 0 R\n/Info 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(pdf, 'latin1')
}

const stamp = {
  font: readStampFont(Buffer.from(stampFace.slice(stampFace.indexOf(',') + 1), 'base64')),
  textOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  rightEnd: 800,
  baseline: 20,
  size: 8,
}

async function merged(): Promise<Buffer> {
  async function* bands() {
    yield onePage({ title: 'First', link: 'statement-1' })
    yield onePage({ title: 'Second', link: 'cite-1' })
  }
  return wholeOf(mergeBands(bands(), stamp))
}

test('two pieces are one document: its places, parents, names and outline lead to what is there', async () => {
  const { objects, rootId } = readSkiaPdf(await merged())
  const catalog = objects.get(rootId)!
  for (const object of objects.values()) {
    withRefs(object, (id) => {
      expect(objects.has(id), `${id} of ${object.slice(0, 60)}`).toBe(true)
      return id
    })
  }
  const all = [...objects.values()]
  expect(catalog).toContain('/Lang (en)')
  const pages = [...objects].filter(([, object]) => object.startsWith('<</Type /Page\n')).map(([id]) => id)
  const links = all.filter((object) => object.startsWith('<</Type /Annot\n'))
  expect(links.map((link) => /\/Dest \/(\S+)/.exec(link)?.[1])).toEqual(['statement-1', 'cite-1'])
  expect(links.join()).not.toContain('/URI')
  const places = objects.get(refIn('Dests', catalog)!)
  expect(places).toBe(
    `<</cite-1 [${pages[0]} 0 R /XYZ 90 709.25 0]\n/statement-1 [${pages[1]} 0 R /XYZ 90 709.25 0]>>`,
  )
  expect(all.filter((object) => object.startsWith('<</Type /Page\n'))).toHaveLength(2)
  const keys = all.flatMap((object) =>
    [...object.matchAll(/\/StructParents? (\d+)/g)].map(([, key]) => Number(key)),
  )
  expect(keys.toSorted()).toEqual([0, 1, 2, 3])
  expect(all.some((object) => object.includes('(b0000node00000001)'))).toBe(true)
  expect(all.some((object) => object.includes('(b0001node00000001)'))).toBe(true)
  // A title that looks like a reference stays as it was.
  expect(all.some((object) => object.includes('/Title (Second 5 0 R)'))).toBe(true)
})

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

test('other programs read it, and its pages are numbered of all', async (context) => {
  if (!hasPoppler) context.skip('pdftotext is not installed (on Debian: apt-get install poppler-utils)')
  const path = join(mkdtempSync(join(tmpdir(), 'demarche-merge-')), 'merged.pdf')
  writeFileSync(path, await merged())
  const pages = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).split('\f')
  expect(pages[0]).toContain('First')
  expect(pages[0]).toContain('Page 1 of 2')
  expect(pages[1]).toContain('Second')
  expect(pages[1]).toContain('Page 2 of 2')
})
