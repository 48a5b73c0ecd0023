import { readHtmlTable } from '../../app/rules/html-table'
import { guardFormula, readTabSeparated, writeTabSeparated, type Block } from '../../app/rules/tab-separated'

/** What says that a table was copied from here, so that its text is taken as we wrote it. */
const ownMark = 'data-demarche-block'

export type Clipboard = { text: string; html: string }

/** A block as both that a spreadsheet looks for: text with tabs, and a table whose cells are all text. */
export function writeClipboard(block: Block): Clipboard {
  const guarded = block.map((row) => row.map(guardFormula))
  const rows = guarded.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('')
  return {
    text: writeTabSeparated(guarded),
    html: `<meta charset="utf-8"><table ${ownMark}="1"><tbody>${rows}</tbody></table>`,
  }
}

/** Excel reads the style, which keeps a date-like text from becoming a date, and the break as one within the cell. */
const htmlCell = (text: string) =>
  `<td style="mso-number-format:'\\@';white-space:pre-wrap">${escaped(text)
    .replace(/\r\n|\r|\n/g, '<br style="mso-data-placement:same-cell">')
    .replaceAll('  ', ' &nbsp;')}</td>`

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** What was copied, as a block: from its table where it has one, else from its text. */
export function readClipboard({ text, html }: Clipboard): { block: string[][]; isTable: boolean } {
  const isOwn = html.includes(ownMark)
  const fromTable = isOwn || html === '' ? null : readHtmlTable(html)
  const block = fromTable ?? readTabSeparated(text)
  return { block, isTable: fromTable !== null || isOwn || text.includes('\t') }
}
