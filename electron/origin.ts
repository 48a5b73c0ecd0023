/** The window's one page. Everything else about it stands in its fragment. */
export const pageAddress = 'app://demarche/index.html'
/** What prints briefings, piece by piece. */
export const printAddress = 'app://demarche/print.html'

/** Whether an address or origin is ours, by its parsed parts: a text that merely contains our name is not. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  return url.protocol === 'app:' && url.host === 'demarche' && url.username === '' && url.password === ''
}
