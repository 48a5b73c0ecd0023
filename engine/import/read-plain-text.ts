import { asLine, cleanText, stemOf } from './clean-text'
import { decodeText } from './decode-text'
import { nothingFound, type FormatReader } from './reader'

export const readPlainText: FormatReader = async (bytes, { fileName }) => {
  const decoded = decodeText(bytes)
  const { text, problems } = cleanText(decoded.text)
  return {
    ...nothingFound,
    type: 'article',
    title: titleFrom(text) || stemOf(fileName),
    text,
    problems: [...decoded.problems, ...problems],
  }
}

const longestHeadline = 160

/** The first line, where it stands alone as a headline does. */
function titleFrom(text: string): string {
  const [first = '', second = ''] = text.trimStart().split('\n', 2)
  const line = asLine(first, 1_000)
  const isHeadline = line.length <= longestHeadline && !/[.;,:]$/u.test(line)
  return isHeadline && (second.trim() === '' || line.length < 100) ? line : ''
}
