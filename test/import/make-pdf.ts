/** Lines of one page, top down; `at` in points from the lower left corner, A4. */
export type PdfLineToMake = { text: string; x?: number; y: number; size?: number }

export type PdfToMake = {
  pages: readonly (readonly PdfLineToMake[])[]
  title?: string
  author?: string
  created?: string
  isEncrypted?: boolean
}

/** A PDF as small as one can be, in Helvetica; letters in the encoding of Windows, of which ASCII is part. */
export function makePdf({ pages, title, author, created, isEncrypted = false }: PdfToMake): Uint8Array {
  const objects: string[] = []
  const add = (content: string): number => objects.push(content)
  const catalog = add('')
  const tree = add('')
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  const kids = pages.map((lines) => {
    const stream = lines
      .map(
        ({ text, x = 72, y, size = 11 }) =>
          `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${inParentheses(text)} Tj ET`,
      )
      .join('\n')
    const content = add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
    )
  })
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`
  objects[tree - 1] =
    `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`
  const facts = [
    title && `/Title ${inParentheses(title)}`,
    author && `/Author ${inParentheses(author)}`,
    created && `/CreationDate (${created})`,
  ]
  const info = add(`<< ${facts.filter(Boolean).join(' ')} >>`)
  const noise = '(01234567890123456789012345678901)'
  const encryption = isEncrypted
    ? add(`<< /Filter /Standard /V 1 /R 2 /O ${noise} /U ${noise} /P -44 >>`)
    : null
  return assemble(objects, { catalog, info, encryption })
}

function assemble(
  objects: readonly string[],
  { catalog, info, encryption }: { catalog: number; info: number; encryption: number | null },
): Uint8Array {
  let file = '%PDF-1.4\n'
  const places = objects.map((content, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${content}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const locked = encryption === null ? '' : ` /Encrypt ${encryption} 0 R /ID [<00> <00>]`
  const trailer = `<< /Size ${objects.length + 1} /Root ${catalog} 0 R /Info ${info} 0 R${locked} >>`
  const whole = `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(whole, 'latin1')
}

const inParentheses = (text: string): string => `(${text.replace(/[\\()]/g, '\\$&')})`

/** A page of prose: a running title, lines 14 points apart, a number at the foot. */
export function makeProsePage(number: number, lines: readonly string[], heading?: string): PdfLineToMake[] {
  return [
    { text: 'Report on the talks', x: 200, y: 800, size: 9 },
    ...(heading === undefined ? [] : [{ text: heading, y: 770, size: 18 }]),
    ...lines.map((text, index) => ({ text, y: 740 - index * 14 })),
    { text: String(number), x: 290, y: 40, size: 9 },
  ]
}

/** Any number of pages of invented prose, 46 lines each. */
export function makeLongPdf(pageCount: number): Uint8Array {
  const words =
    'the delegation of each party said that it would answer the proposal in writing before the round ends and asked for more time to read what the others had put forward on the sharing of water and fish'.split(
      ' ',
    )
  let next = 0
  const line = (page: number) => {
    let text = ''
    while (text.length < 78) text += `${words[(next = (next * 7 + 13 + page) % words.length)]} `
    return text.trim()
  }
  return makePdf({
    title: 'A long report',
    pages: Array.from({ length: pageCount }, (_, page) =>
      makeProsePage(
        page + 1,
        Array.from({ length: 46 }, () => line(page)),
      ),
    ),
  })
}
