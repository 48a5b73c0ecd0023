import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { readDocument } from '../../engine/import/read-document'
import { makeLongPdf } from './make-pdf'
import { makeDocx, paragraph } from './make-zip'
const show = async (name: string, bytes: Uint8Array) => {
  const t = performance.now()
  try {
    const { text, ...rest } = await readDocument(bytes, { fileName: name })
    console.log(
      name,
      Math.round(performance.now() - t),
      'ms',
      JSON.stringify({ ...rest, pages: rest.pages.slice(0, 12) }),
      text.length,
      '\n',
      text.slice(0, 1800),
    )
  } catch (e) {
    console.log(name, e)
  }
}
test('x', async () => {
  await show('libtasn1.pdf', readFileSync('/usr/share/doc/libtasn1-doc/libtasn1.pdf'))
  await show('shared.pdf', readFileSync('/usr/share/doc/shared-mime-info/shared-mime-info-spec.pdf'))
  await show('long.pdf', makeLongPdf(300))
  await show(
    'a.docx',
    makeDocx({
      body: paragraph('Title here', '<w:pStyle w:val="Heading1"/>') + paragraph('Some & text.'),
      creator: 'Ann Lee',
      created: '2025-10-20T10:00:00Z',
    }),
  )
  await show('k.txt', readFileSync('/work/shared/samples/kremlin-open-to-talks.txt'))
}, 60000)
