const widest = 100
const narrowest = 60

/** A text of the dossier as a terminal may show it: what would command the terminal shows as a mark instead. */
export function plainText(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '\ufffd')
}

/** Lines of at most the terminal's width, each begun with `indent`; a longer word stands alone. */
export function wrapText(text: string, indent = ''): string {
  const width = Math.min(widest, Math.max(narrowest, process.stdout.columns ?? widest))
  return plainText(text)
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph, width - indent.length))
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n')
}

function wrapParagraph(paragraph: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/[ \t]+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

/** One line of at most `limit` characters. */
export function shortened(text: string, limit: number): string {
  const line = plainText(text).replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`
}
