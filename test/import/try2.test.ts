import { test } from 'vitest'
import { getDocumentProxy } from 'unpdf'
import { readDocument } from '../../engine/import/read-document'
import { makeLongPdf } from './make-pdf'
test('x', async () => {
  const b = makeLongPdf(300)
  console.log(b.length)
  for (let i = 0; i < 3; i++) {
    let t = performance.now()
    const pdf = await getDocumentProxy(new Uint8Array(b), { verbosity: 0 })
    for (let n = 1; n <= pdf.numPages; n++) {
      const p = await pdf.getPage(n)
      await p.getTextContent()
    }
    console.log('bare', performance.now() - t)
    t = performance.now()
    await readDocument(b, { fileName: 'x.pdf' })
    console.log('ours', performance.now() - t)
  }
}, 60000)
