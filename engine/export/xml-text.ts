/** Text as XML holds it; what no XML document may hold is left out. */
export function xmlText(text: string): string {
  const clean = hasForbidden.test(text) ? text.toWellFormed().replace(forbidden, '') : text
  return needsEscape.test(clean) ? clean.replace(/[&<>"]/g, (character) => escapes[character]!) : clean
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const needsEscape = /[&<>"]/
// oxlint-disable-next-line no-control-regex -- the very characters that XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
// oxlint-disable-next-line no-control-regex -- the same, and halves of characters
const hasForbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

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
