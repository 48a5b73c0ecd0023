import type { IncomingMessage } from 'node:http'

/** A name that some other site points at 127.0.0.1 is not ours, so a page of that site cannot reach us. */
export function isOwnHost({ headers }: IncomingMessage, port: number): boolean {
  return headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`
}

/**
 * Whether our own page asks, or a person by typing the address. Browsers say where a request comes from and
 * pages cannot forge it; whatever changes the dossier must say so.
 */
export function isOwnRequest({ headers, method }: IncomingMessage, port: number): boolean {
  const { origin } = headers
  const isOwnOrigin = origin === `http://127.0.0.1:${port}` || origin === `http://localhost:${port}`
  if (origin !== undefined && !isOwnOrigin) return false
  if (method === 'POST' && !isOwnOrigin) return false

  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || (site === 'none' && method === 'GET')
}
