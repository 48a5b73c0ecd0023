/** A title as a file name: letters and digits of any script, words joined by hyphens, 80 characters at most. */
export function fileNameFrom(title: string): string {
  const name = title
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  return name === '' ? 'dossier' : name
}
