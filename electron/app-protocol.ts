import { readFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import type { CustomScheme, Session } from 'electron'
import { contentTypeOf, windowHeaders } from '../engine/window-files'
import { isOurs } from './origin'

/** Has to be registered before the application is ready. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

const headers = { ...windowHeaders, 'cache-control': 'no-cache' }

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
  const type = path === null ? undefined : contentTypeOf(path)
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
