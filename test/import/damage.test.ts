import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../../app/errors'
import { readDocument } from '../../engine/import/read-document'
import { goodPdf, latin1 } from './make-documents'
import { makeDocx, paragraph } from './make-zip'

const words = 'The delegation said that it would answer in writing before the round ends. '
const message = `From: Ann <a@b.example>\r\nDate: Thu, 13 Nov 2025 10:00:00 +0200\r\nSubject: =?utf-8?Q?x=C3=A9?=\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${words}=E2=80=9C\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>${words}</p>\r\n--b--`
const page = `<!doctype html><html lang="en"><head><title>Talks</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks"}</script></head><body><article><h1>Talks</h1><p>${words.repeat(4)}</p><table><tr><td>a</td></tr></table></article></body></html>`

const documents: [string, Uint8Array][] = [
  ['report.pdf', goodPdf()],
  [
    'minutes.docx',
    makeDocx({
      body: paragraph(words) + paragraph(words),
      title: 'Minutes',
      footnotes: '<w:footnote w:id="1"><w:p/></w:footnote>',
    }),
  ],
  ['note.eml', latin1(message)],
  ['page.html', latin1(page)],
  ['note.md', latin1(`# Talks\n\n**${words}** [a](b) \`c\`\n\n|a|b|\n|-|-|\n`)],
]

/** Bytes changed, cut out or doubled, at places and with values that fast-check makes smaller when it fails. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    byte: fc.integer({ min: 0, max: 255 }),
    how: fc.constantFrom('set', 'cut', 'double'),
    length: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 1, maxLength: 6 },
)

test.each(documents)(
  '%s, damaged anywhere, is read or refused, and never fails in another way',
  async (fileName, good) => {
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        let bytes = Buffer.from(good)
        for (const { at, byte, how, length } of changes) {
          const place = Math.floor(at * bytes.length)
          if (how === 'set') bytes[place] = byte
          else if (how === 'cut')
            bytes = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + length)])
          else bytes = Buffer.concat([bytes.subarray(0, place + length), bytes.subarray(place)])
        }
        const outcome = await readDocument(bytes, { fileName }).catch((error: unknown) => error)
        if (outcome instanceof AppError) expect(outcome.code).toMatch(/^document-/)
        else expect(outcome).toMatchObject({ text: expect.stringMatching(/\S/) })
      }),
      { numRuns: 120, seed: 20_251_114 },
    )
  },
  60_000,
)

test('any bytes at all are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('a.txt', 'a', 'a.html', 'a.md'),
      async (bytes, fileName) => {
        const outcome = await readDocument(bytes, { fileName }).catch((error: unknown) => error)
        if (outcome instanceof AppError) expect(outcome.code).toMatch(/^document-/)
        else expect(outcome).toMatchObject({ text: expect.stringMatching(/\S/) })
      },
    ),
    { numRuns: 300, seed: 20_251_114 },
  )
})
