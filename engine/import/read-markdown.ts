import { authorsFrom } from './author-names'
import { asLine, cleanText, stemOf } from './clean-text'
import { decodeText } from './decode-text'
import { issuedDate } from './issued-date'
import { nothingFound, type FormatReader } from './reader'

export const readMarkdown: FormatReader = async (bytes, { fileName }) => {
  const decoded = decodeText(bytes)
  const { text: marked, problems } = cleanText(decoded.text)
  const { fields, body } = takeFrontMatter(marked)
  const heading = /^ {0,3}#\s+(.+?)\s*#*$/mu.exec(body)?.[1] ?? ''
  return {
    ...nothingFound,
    type: 'article',
    title: fields.title || asLine(proseFrom(heading), 1_000) || stemOf(fileName),
    author: authorsFrom(fields.author ?? ''),
    issued: issuedDate(fields.date ?? ''),
    outletName: asLine(fields.publisher ?? '', 200),
    text: proseFrom(body),
    problems: [...decoded.problems, ...problems],
  }
}

/** The lines between `---` at the head, as YAML's simplest form has them. */
function takeFrontMatter(text: string): { fields: Record<string, string>; body: string } {
  const [whole, block] = /^\s*---\n([\s\S]{0,20000}?)\n---\n/u.exec(text) ?? []
  if (whole === undefined || block === undefined) return { fields: {}, body: text }
  const pairs = [...block.matchAll(/^([A-Za-z]+):[ \t]*(.*)$/gmu)].map(
    ([, key, value]) => [key!.toLowerCase(), asLine(value!.replace(/^["'[]|["'\]]$/gu, ''), 1_000)] as const,
  )
  return { fields: Object.fromEntries(pairs), body: text.slice(whole.length) }
}

/** Markdown as it is read aloud: headings as lines, links as their words, code as it stands. */
function proseFrom(markdown: string): string {
  let isCode = false
  const lines = markdown.split('\n').flatMap((line) => {
    if (/^ {0,3}(```|~~~)/u.test(line)) {
      isCode = !isCode
      return []
    }
    return isCode ? [line] : proseLine(line)
  })
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
}

function proseLine(line: string): string[] {
  // Underlines of headings, rulers, rules of tables and definitions of links have no words of their own.
  if (/^ {0,3}([-=*_])(\s*\1){2,}\s*$/u.test(line) || /^\s*\|?[\s:|-]+\|[\s:|-]*$/u.test(line)) return []
  if (/^ {0,3}\[[^\]]+\]:\s+\S+/u.test(line)) return []
  const block = line
    .replace(/^(?: {0,3}>)+ ?/u, '')
    .replace(/^ {0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$/u, '$1')
    .replace(/^(\s*)[*+](\s+)/u, '$1-$2')
    .replace(/^\s*\|\s*(.*?)\s*\|\s*$/u, '$1')
  return [inlineProse(block)]
}

function inlineProse(text: string): string {
  return text
    .replace(/!\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/gu, '$1')
    .replace(/\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])/gu, '$1')
    .replace(/<((?:https?|mailto):[^>\s]+)>/gu, '$1')
    .replace(/<!--.*?-->|<\/?[a-z][^<>]*>/giu, '')
    .replace(/(\*\*|__)(?=\S)(.+?\S?)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]*?[^\s*_])\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/(`+)(.+?)\1/gu, '$2')
    .replace(/~~(.+?)~~/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!~>|-])/gu, '$1')
    .replace(/ {2,}$/u, '')
}
