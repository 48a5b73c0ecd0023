/** How many pages a PDF from Chromium has: the root of its page tree counts them all. Null when it does not say. */
export function countPages(pdf: Uint8Array): number | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const counts = [...text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/g)].map(([, count]) =>
    Number(count),
  )
  return counts.length === 0 ? null : Math.max(...counts)
}
