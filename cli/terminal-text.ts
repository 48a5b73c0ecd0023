/** A text of the dossier as a terminal may show it: one whose bytes are commands to the terminal shows a mark instead. */
export function plainText(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '\ufffd')
}
