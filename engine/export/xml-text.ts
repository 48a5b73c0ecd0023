export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

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

// oxlint-disable-next-line no-control-regex -- the very characters that XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
// oxlint-disable-next-line no-control-regex -- the same, and halves of characters
const hasForbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/

/** Text where no character can be written by its number; what no XML document may hold is left out. */
export const xmlText = (text: string): string =>
  escapeXml(hasForbidden.test(text) ? text.toWellFormed().replace(forbidden, '') : text)

const plain = /^[ !#-%'-;=?-~\u00a0-\u02af\u2010-\u2027\u2030-\u205e]*$/

/** Latin letters, figures and signs alone: nothing to escape, to leave out, or to set from right to left. */
export const isPlain = (text: string): boolean => plain.test(text)

/** Languages that are written from right to left. */
export const isRightToLeft = (language: string): boolean =>
  /^(ar|he|fa|ur|yi|dv|ps|ug|sd|ckb)\b/i.test(language)

/** Whether the first letter that has a direction goes from right to left, as `dir="auto"` reads it. */
export function beginsRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0]
  return (
    first !== undefined &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first)
  )
}
