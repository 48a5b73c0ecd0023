import { webcrypto } from 'node:crypto'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { largestDocumentBytes, type DocumentInput } from '../../app/contract/import-contract'
import { AppError } from '../../app/errors'

/** A document's bytes, with the name that a person knows it by and its fingerprint. */
export type TakenIn = { fileName: string; bytes: Uint8Array; sha256: string }

/** `document-missing`, `document-is-folder`, `document-unreadable` or `document-too-large` where it cannot be had. */
export async function takeIn(input: DocumentInput): Promise<TakenIn> {
  const given = await bytesOf(input)
  if (given.bytes.length > largestDocumentBytes) throw tooLarge(given.fileName)
  return { ...given, sha256: await fingerprintOf(given.bytes) }
}

async function bytesOf(input: DocumentInput): Promise<{ fileName: string; bytes: Uint8Array }> {
  if ('path' in input) return { fileName: basename(resolve(input.path)), bytes: await readWhole(input.path) }
  if ('bytesBase64' in input) {
    return { fileName: basename(input.name), bytes: Buffer.from(input.bytesBase64, 'base64') }
  }
  return {
    fileName: input.name ?? firstLine(input.text),
    bytes: Buffer.from(input.text.toWellFormed(), 'utf8'),
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  const file = basename(resolve(path))
  try {
    // Without waiting: a pipe that nobody writes to would be waited for until the end of time.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const found = await handle.stat()
      if (found.isDirectory()) throw new AppError('document-is-folder', { file })
      if (!found.isFile()) throw new AppError('document-unreadable', { file })
      if (found.size > largestDocumentBytes) throw tooLarge(file)
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EISDIR') throw new AppError('document-is-folder', { file })
    throw new AppError(code === 'ENOENT' || code === 'ENOTDIR' ? 'document-missing' : 'document-unreadable', {
      file,
    })
  }
}

const firstLine = (text: string): string => text.trimStart().split('\n', 1)[0]!.slice(0, 60).toWellFormed()

const tooLarge = (file: string) =>
  new AppError('document-too-large', { file, limit: largestDocumentBytes / 1024 / 1024 })

/** Off this thread, which has other questions to answer. */
async function fingerprintOf(bytes: Uint8Array): Promise<string> {
  // Its type allows for memory shared between threads, which these bytes are not.
  const digest = await webcrypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Buffer.from(digest).toString('hex')
}
