const key = '/Creator ('
const name = Buffer.from('Démarche', 'latin1')
const [backslash, closing] = [...Buffer.from('\\)')]

/**
 * The browser that prints writes its own name and the system's into the file; ours stands there instead, in the same
 * bytes and as many, since the table of objects counts them.
 */
export function nameProgram(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const from = bytes.indexOf(key) + key.length
  let end = from
  while (end < bytes.length && bytes[end] !== closing) end += bytes[end] === backslash ? 2 : 1
  if (from < key.length || end >= bytes.length || end - from < name.length) return pdf
  bytes.fill(' ', from, end)
  name.copy(bytes, from)
  return pdf
}
