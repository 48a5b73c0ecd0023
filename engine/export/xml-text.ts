/** What XML 1.0 cannot hold even escaped: noncharacters; control characters are not in a dossier. */
const unspeakable = /[\ufffe\uffff]/gu
const special = /[&<>"]/

export function escapeXml(text: string): string {
  if (!special.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

const looksEscaped = /_(?=x[0-9A-Fa-f]{4}_)/g

/** Text in an Office file, where `_xFFFF_` is a character by its number and lines end in `\n`. */
export function officeText(text: string): string {
  let spoken = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (spoken.includes('_x')) spoken = spoken.replace(looksEscaped, '_x005F_')
  if (/[\ufffe\uffff]/u.test(spoken)) {
    spoken = spoken.replace(
      unspeakable,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase()}_`,
    )
  }
  return escapeXml(spoken)
}
