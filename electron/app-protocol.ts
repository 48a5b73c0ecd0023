import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import type { CustomScheme, Session } from 'electron'
import { isOurs } from './origin'

/** Has to be registered before the application is ready. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'; require-trusted-types-for 'script'"

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
}

/** A file of any other kind is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** Serves the built window from `folder`, and nothing else. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle('app', (request) => answerRequest(request, folder))
}

export async function answerRequest(
  { method, url }: Pick<Request, 'method' | 'url'>,
  folder: string,
): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') return refuse(405)
  const path = fileFor(url, folder)
  const type = path === null ? undefined : contentTypes[extname(path)]
  if (path === null || type === undefined) return refuse(404)
  try {
    const content = await readFile(path)
    return new Response(method === 'HEAD' ? null : content, { headers: { ...headers, 'content-type': type } })
  } catch {
    return refuse(404)
  }
}

const refuse = (status: number) => new Response(null, { status, headers })

/** The file that an address means; null for anything not plainly inside the folder. */
export function fileFor(address: string, folder: string): string | null {
  if (!isOurs(address)) return null
  const name = decodePath(new URL(address).pathname)
  // No built file has any of these; a second round of decoding, a drive or a stream of NTFS would need one.
  if (name === null || /[\0\\%:]/.test(name) || name.split('/').includes('..')) return null
  const root = resolve(folder)
  const path = join(root, name)
  return path.startsWith(root + sep) ? path : null
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
