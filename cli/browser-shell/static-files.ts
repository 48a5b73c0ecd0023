import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { contentTypeOf } from '../../engine/window-files'

/** A file of the built window. What is not a plain path to a file of a known kind in it is not there. */
export async function sendStaticFile(
  response: ServerResponse,
  folder: string,
  requested: string,
): Promise<void> {
  const file = locate(folder, requested)
  const mediaType = file === null ? undefined : contentTypeOf(file)
  const found = file === null ? null : await stat(file).catch(() => null)
  if (file === null || mediaType === undefined || !found?.isFile()) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'content-type': mediaType, 'content-length': found.size })
  // A window that goes away in the middle is no failure.
  await pipeline(createReadStream(file), response).catch(() => response.destroy())
}

function locate(folder: string, requested: string): string | null {
  let path: string
  try {
    path = decodeURIComponent(requested === '' ? 'index.html' : requested)
  } catch {
    return null
  }
  // Names that begin with a dot bar `..`, and a backslash would be a separator on Windows.
  const isPlain = path.split('/').every((part) => part !== '' && !part.startsWith('.'))
  if (!isPlain || /[\\:\0]/.test(path)) return null
  const file = join(folder, path)
  return file.startsWith(folder + sep) ? file : null
}
