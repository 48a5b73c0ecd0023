import { expect, test } from 'vitest'
import { readDocument } from '../../engine/import/read-document'
import { goodPdf, inEncoding, inGb18030, latin1, utf16 } from './make-documents'
import { makePdf, makeProsePage } from './make-pdf'
import { makeDocx, makeZip, paragraph } from './make-zip'

const read = (fileName: string, bytes: Uint8Array | string) =>
  readDocument(typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes, { fileName })

const russian =
  'Министр заявил, что переговоры продолжатся на следующей неделе. По его словам, стороны обсудят вопросы безопасности.'
const chinese =
  '外交部发言人表示，双方同意继续就停火问题进行谈判。他说，中方一贯主张通过对话解决争端，这是各方的共同利益。'
const french =
  'Le ministre a déclaré que les négociations reprendraient bientôt, « sans conditions préalables », à Genève.'
const polish =
  'Minister powiedział, że rozmowy będą kontynuowane w przyszłym tygodniu. Źródło ocenia, że to możliwe.'

const encodings: [string, Uint8Array, string, string][] = [
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${russian}`), russian, 'ru'],
  ['UTF-16, little end first', utf16(russian), russian, 'ru'],
  ['UTF-16, big end first', utf16(russian, { isBigEndian: true }), russian, 'ru'],
  ['UTF-16 without its mark', utf16(russian, { hasMark: false }), russian, 'ru'],
  [
    'UTF-16 without its mark, big end first',
    utf16(french, { hasMark: false, isBigEndian: true }),
    french,
    'fr',
  ],
  [
    'Chinese in UTF-16 without its mark',
    utf16(`${chinese} 2025\n${chinese}`, { hasMark: false }),
    `${chinese} 2025\n${chinese}`,
    'zh',
  ],
  ['Windows-1251', inEncoding(russian, 'windows-1251'), russian, 'ru'],
  ['KOI8-R', inEncoding(russian, 'koi8-r'), russian, 'ru'],
  ['ISO 8859-5', inEncoding(russian, 'iso-8859-5'), russian, 'ru'],
  ['Windows-1252', inEncoding(french, 'windows-1252'), french, 'fr'],
  ['Windows-1250', inEncoding(polish, 'windows-1250'), polish, 'pl'],
  ['GB 18030', inGb18030(chinese), chinese, 'zh'],
]

test.each(encodings)('%s is read as it was written', async (_name, bytes, text, language) => {
  expect(await read('text.txt', bytes)).toMatchObject({ text, language, format: 'text' })
})

test('a guess at the encoding is told', async () => {
  const { problems } = await read('text.txt', inEncoding(russian, 'windows-1251'))
  expect(problems).toEqual([{ code: 'encoding-guessed', count: 1, words: 'windows-1251' }])
  expect((await read('text.txt', russian)).problems).toEqual([])
})

test('line ends become one kind, control characters go and are counted, all else stays', async () => {
  const kept = 'Mixed: שלום 2025 English \u200fمرحبا\u200e e\u0301 \u00a0x\ttab “quoted” 𝒜'
  const { text, problems } = await read('text.txt', `one\r\ntwo\rthree\n\n\n${kept}\u0000\u001b[31m\u0085end`)
  expect(text).toBe(`one\ntwo\nthree\n\n\n${kept}[31m\nend`)
  expect(problems).toEqual([{ code: 'control-characters-removed', count: 2, words: '' }])
})

test('Markdown is read as prose', async () => {
  const markdown = `---\ntitle: "On water"\nauthor: Ann Lee\ndate: 2025-10-20\n---\n# On *water*\n\nThe **minister** said [so](https://x.example/a_b_c) in \`code_name\`.\n\n> Quoted\n\n* one\n* two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n\`\`\`\n# not a heading\n\`\`\`\n`
  expect(await read('water.md', markdown)).toMatchObject({
    format: 'markdown',
    title: 'On water',
    author: [{ family: 'Lee', given: 'Ann' }],
    issued: '2025-10-20',
    text: 'On water\n\nThe minister said so in code_name.\n\nQuoted\n\n- one\n- two\n\na | b\n1 | 2\n\n# not a heading',
  })
})

const sentence = (index: number) =>
  `Paragraph ${index}: the delegation said that it would answer in writing, and that the others should do the same before the round ends.`
const page = (head: string, body = '') => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Talks go on | The Harbour Post</title>${head}</head>
<body><nav><a href="/a">Home</a><a href="/b">World</a></nav><header><form><input value="secret-input"><button>Search</button></form></header>
<article><h1>Talks go on</h1>${[1, 2, 3, 4, 5].map((index) => `<p>${sentence(index)}</p>`).join('\n')}${body}</article>
<aside><p>Subscribe to our letter</p></aside><script>document.write('script-ran')</script><style>p{color:red}</style>
<img src="https://tracker.example/pixel.gif"><iframe src="https://evil.example/"></iframe><footer>Imprint</footer></body></html>`

const jsonLd = `<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'NewsArticle',
      headline: 'Talks go on',
      datePublished: '2025-11-13T23:30:00-05:00',
      author: [
        { '@type': 'Person', name: 'Omar van der Berg' },
        { '@type': 'Organization', name: 'Desk' },
      ],
      publisher: { name: 'The Harbour Post' },
    },
  ],
})}</script><link rel="canonical" href="https://post.example/talks">`

test('a page gives its article, title, authors, day, outlet and address; nothing in it runs', async () => {
  const found = await read(
    'page.html',
    page(
      jsonLd,
      '<blockquote>“We wait.”</blockquote><table><tr><th>Who</th><td>What</td></tr></table><p style="display:none">hidden words</p>',
    ),
  )
  expect(found).toMatchObject({
    format: 'html',
    type: 'article-newspaper',
    title: 'Talks go on',
    author: [{ family: 'van der Berg', given: 'Omar' }, { literal: 'Desk' }],
    issued: '2025-11-13',
    outletName: 'The Harbour Post',
    URL: 'https://post.example/talks',
    language: 'en-GB',
    problems: [],
  })
  expect(found.text.split('\n\n')).toEqual([
    'Talks go on',
    ...[1, 2, 3, 4, 5].map(sentence),
    '“We wait.”',
    'Who | What',
  ])
})

test('a page that says it in meta elements alone', async () => {
  const head =
    '<meta property="og:title" content="Talks go on"><meta property="og:site_name" content="The Harbour Post"><meta property="article:published_time" content="2025-11-13"><meta name="author" content="By Ann Lee and Omar Haddad">'
  expect(await read('page.html', page(head))).toMatchObject({
    title: 'Talks go on',
    outletName: 'The Harbour Post',
    issued: '2025-11-13',
    author: [
      { family: 'Lee', given: 'Ann' },
      { family: 'Haddad', given: 'Omar' },
    ],
  })
})

test.each([
  [
    'no head',
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Talks</title><body><p>One.</p><p>Two.</p></body></html>',
  ],
  ['no body', '<!doctype html><html lang="en"><title>Talks</title><p>One.</p><p>Two.</p></html>'],
  ['neither, nor a root', '<!doctype html><title>Talks</title><p>One.<p>Two.'],
  [
    'a comment ahead',
    '<!-- saved from url=(0026)https://post.example/talks/ -->\n<html><head><title>Talks</title></head>\n<body><p>One.</p><p>Two.</p></body></html>',
  ],
  [
    'XHTML',
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Talks</title></head><body><p>One.</p><p>Two.</p></body></html>',
  ],
])('a page with %s', async (_what, html) => {
  const found = await read('talks.html', html)
  expect(found.title).toBe('Talks')
  expect(found.text.replace(/^Talks\n\n/, '')).toBe('One.\n\nTwo.')
})

test('a page in the encoding that it names', async () => {
  const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body><p>${russian}</p></body></html>`
  expect((await read('page.htm', inEncoding(html, 'windows-1251'))).text).toContain(russian)
})

test('a page that a browser saved in one file', async () => {
  const html = page('').replaceAll('=', '=3D')
  const saved = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/saved\r\nSubject: Talks\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----x"\r\n\r\n------x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://post.example/saved\r\n\r\n${html}\r\n------x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n------x--\r\n`
  const found = await read('talks.mhtml', saved)
  expect(found).toMatchObject({ format: 'mhtml', URL: 'https://post.example/saved', title: 'Talks go on' })
  expect(found.text).toContain(sentence(3))
  expect(found.text).not.toMatch(/script-ran|secret-input|Subscribe|Imprint/)
})

const message = `Return-Path: <a@b.example>\r\nFrom: =?utf-8?Q?Zo=C3=AB_Lee?= <zoe@ministry.example>\r\nTo: b@c.example\r\nDate: Thu, 13 Nov 2025 10:00:00 +0200\r\nSubject: =?utf-8?B?0J/QtdGA0LXQs9C+0LLQvg==?=\r\n =?utf-8?B?0YDRiw==?= and more\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\nnot shown\r\n--outer\r\nContent-Type: multipart/alternative; boundary="in ner"\r\n\r\n--in ner\r\nContent-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=CF=F0=E8=E2=E5=F2, =\r\nworld=3D\r\n--in ner\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('<p>Other words</p>').toString('base64')}\r\n--in ner--\r\n--outer\r\nContent-Type: application/pdf; name="annex.pdf"\r\nContent-Disposition: attachment; filename="annex.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--outer--\r\n`

test('a message gives its plain text, sender, day and subject; attachments are named', async () => {
  expect(await read('note.eml', message)).toMatchObject({
    format: 'email',
    type: 'personal_communication',
    title: 'Переговоры and more',
    author: [{ family: 'Lee', given: 'Zoë' }],
    issued: '2025-11-13',
    text: 'Привет, world=',
    problems: [{ code: 'attachments-left-out', count: 1, words: 'annex.pdf' }],
  })
})

test('a message with HTML alone, and one without parts', async () => {
  const html =
    'From: a@b.c\nDate: Thu, 13 Nov 2025 10:00:00 +0000\nSubject: x\nContent-Type: text/html; charset=utf-8\n\n<p>One</p><script>no()</script><p>Two &amp; three</p>'
  expect((await read('a.eml', html)).text).toBe('One\n\nTwo & three')
  const plain = 'From: a@b.c\nDate: Thu, 13 Nov 2025 10:00:00 +0000\nSubject: x\n\nJust this.\n'
  expect((await read('b.eml', plain)).text).toBe('Just this.')
})

test('a DOCX gives paragraphs, lists, rows and notes; what was deleted is gone', async () => {
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
  const body = [
    paragraph('Minutes', '<w:pStyle w:val="Title"/>'),
    `<w:p>${run('They &amp; we agreed')}<w:del>${run(' nothing')}</w:del><w:ins>${run(' something')}</w:ins><w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}<w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p>`,
    paragraph('first', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    `<w:tbl><w:tr>${cell('Who')}${cell('What')}</w:tr><w:tr>${cell('Norway')}${cell('a > b')}</w:tr></w:tbl>`,
    `<w:p>${run('one')}<w:r><w:br/></w:r>${run('two')}<w:r><w:tab/></w:r>${run('three')}</w:p>`,
  ].join('\n  ')
  const footnotes = `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${paragraph('By letter.')}</w:footnote>`
  const bytes = makeDocx({ body, footnotes, creator: 'Lee, Ann', created: '2025-10-20T08:00:00Z' })
  expect(await read('minutes.docx', bytes)).toMatchObject({
    format: 'docx',
    title: 'Minutes',
    author: [{ family: 'Lee', given: 'Ann' }],
    issued: '2025-10-20?',
    text: 'Minutes\n\nThey & we agreed something[2].\n\n- first\n\nWho | What\n\nNorway | a > b\n\none\ntwo\tthree\n\n[2] By letter.',
  })
})

test('a DOCX with a chart’s sheet inside is read, the sheet is not opened', async () => {
  const sheet = {
    name: 'word/embeddings/Microsoft_Excel_Sheet1.xlsx',
    content: makeZip([{ name: 'a', content: 'a' }]),
  }
  expect((await read('chart.docx', makeDocx({ body: paragraph('With a chart.'), more: [sheet] }))).text).toBe(
    'With a chart.',
  )
})

test('a PDF gives paragraphs across pages, without running titles, with the pages’ places', async () => {
  const filler = Array.from(
    { length: 30 },
    (_, line) => `Line ${line} fills the page from the left side to the right.`,
  )
  const pages = [
    makeProsePage(1, [...filler, 'The parties said that they would con-'], 'On the talks'),
    makeProsePage(2, ['tinue. The second page ends here, and so does this.', ...filler]),
    [],
    makeProsePage(3, filler),
  ]
  const found = await read('report.pdf', makePdf({ pages, author: 'Ann Lee', created: 'D:20251020120000Z' }))
  expect(found).toMatchObject({ format: 'pdf', type: 'report', title: 'On the talks', issued: '2025-10-20?' })
  expect(found.text).toContain('The parties said that they would continue. The second page')
  expect(found.text).not.toContain('Report on the talks')
  expect(found.pages).toHaveLength(4)
  expect(found.text.slice(found.pages[1])).toMatch(/^tinue\. The second page/)
  expect(found.pages[2]).toBe(found.pages[3])
  expect(found.text.slice(found.pages[3])).toMatch(/^Line 0 fills/)
  expect(found.problems).toEqual([
    { code: 'pages-without-text', count: 1, words: '3' },
    { code: 'repeated-lines-left-out', count: 6, words: '' },
  ])
})

test('the content says the format, whatever the name says', async () => {
  const { format, problems } = await read('page.txt', page(''))
  expect(format).toBe('html')
  expect(problems).toContainEqual({ code: 'name-says-otherwise', count: 1, words: 'html' })
  expect(
    (await read('no-ending', makePdf({ pages: [[{ text: 'Some words on a page.', y: 700 }]] }))).format,
  ).toBe('pdf')
  const asText = await readDocument(Buffer.from(message), { fileName: 'note.eml', asked: 'text' })
  expect(asText).toMatchObject({ format: 'text', problems: [] })
})

test.each([
  ['note.txt', 'text'],
  ['note.md', 'markdown'],
  ['page.html', 'html'],
  ['note', 'text'],
])('%s that speaks of PDF is read as what it is', async (name, format) => {
  const words = 'Every such file begins with %PDF- and a number, said the archivist to the delegation.'
  const text = format === 'html' ? `<!doctype html><title>Note</title><p>${words}</p>` : words
  expect(await read(name, latin1(text))).toMatchObject({ format, text: expect.stringContaining(words) })
})

test('a PDF is one with something before its mark too, where its name or its bytes say so', async () => {
  const after = (before: string) => Buffer.concat([latin1(before), goodPdf()])
  for (const [before, name] of [
    ['\n', 'report.pdf'],
    ['HTTP/1.1 200 OK\r\n\r\n', 'report.pdf'],
    ['\x01'.repeat(900), 'report'],
  ] as const)
    expect(await read(name, after(before))).toMatchObject({ format: 'pdf' })
})

test('too little to tell the language is said to be undetermined', async () => {
  expect((await read('a.txt', latin1('OK 42'))).language).toBe('und')
})
