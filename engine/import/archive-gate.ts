import { crc32, createInflateRaw } from 'node:zlib'
import type { Readable, Transform } from 'node:stream'
import { AppError } from '../../app/errors'
import { refusal } from './reader'

/** What an archive may hold, counted while it is unpacked: what it says of itself is not believed. */
const archiveLimits = {
  entries: 10_000,
  entryBytes: 256 * 1024 * 1024,
  wholeBytes: 512 * 1024 * 1024,
  /** Unpacked to packed bytes, for entries above `ratioFrom`. */
  ratio: 200,
  ratioFrom: 1024 * 1024,
} as const

type Entry = {
  name: string
  method: number
  flags: number
  packedBytes: number
  checksum: number
  at: number
  isLink: boolean
}

/**
 * Opens a ZIP archive after looking at every entry: names, links, encryption, archives inside, and the size that
 * each comes to. Answers with the entries that `keep` asks for. Names are names here and never paths.
 */
export async function openArchive(
  bytes: Uint8Array,
  { fileName, keep }: { fileName: string; keep: (name: string) => boolean },
): Promise<Map<string, Uint8Array>> {
  const entries = listEntries(bytes, fileName)
  refuseUnsafe(entries, bytes, fileName)
  const kept = new Map<string, Uint8Array>()
  let whole = 0
  for (const entry of entries) {
    const packed = packedBytes(bytes, entry, fileName)
    const unpacked = await unpack(entry, packed, { fileName, isKept: keep(entry.name), wholeBefore: whole })
    whole += unpacked.bytes
    if (unpacked.content !== null) kept.set(entry.name, unpacked.content)
  }
  return kept
}

export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50

/** The central directory (APPNOTE 4.3.12); `document-broken` where it cannot be followed. */
function listEntries(bytes: Uint8Array, fileName: string): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === -1) throw refusal('document-broken', fileName)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  // No document needs ZIP64: it begins at 65,535 entries or 4 GB.
  if (count === 0xffff || at === 0xffffffff) throw unsafe(fileName, 'entries')
  if (count > archiveLimits.entries) throw unsafe(fileName, 'entries')
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) throw refusal('document-broken', fileName)
    const nameLength = view.getUint16(at + 28, true)
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8')
    const isUnix = view.getUint16(at + 4, true) >> 8 === 3
    const mode = view.getUint32(at + 38, true) >>> 16
    entries.push({
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
      isLink: isUnix && (mode & 0o170000) === 0o120000,
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function findEnd(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) === endMark) return at
  }
  return -1
}

function refuseUnsafe(entries: readonly Entry[], bytes: Uint8Array, fileName: string): void {
  const names = new Set<string>()
  for (const { name, flags, isLink } of entries) {
    if ((flags & 1) !== 0) throw refusal('document-encrypted', fileName)
    if (isLink) throw unsafe(fileName, 'link')
    if (leadsElsewhere(name)) throw unsafe(fileName, 'name')
    const folded = name.toLowerCase()
    if (names.has(folded)) throw unsafe(fileName, 'doubled')
    names.add(folded)
  }
  // Entries that share bytes are how a small archive comes to hold far more than it is long.
  const ordered = entries.toSorted((a, b) => a.at - b.at)
  ordered.forEach((entry, index) => {
    const next = ordered[index + 1]?.at ?? bytes.length
    if (entry.at + 30 + entry.packedBytes > next) throw unsafe(fileName, 'contradicts')
  })
}

function leadsElsewhere(name: string): boolean {
  if (name.includes('\0') || name.startsWith('/') || name.startsWith('\\') || /^[a-z]:/i.test(name))
    return true
  return name.split(/[/\\]/).includes('..')
}

function packedBytes(bytes: Uint8Array, { at, packedBytes, name }: Entry, fileName: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > bytes.length || view.getUint32(at, true) !== localMark)
    throw refusal('document-broken', fileName)
  const nameLength = view.getUint16(at + 26, true)
  const ownName = Buffer.from(bytes.subarray(at + 30, at + 30 + nameLength)).toString('utf8')
  if (ownName !== name) throw unsafe(fileName, 'contradicts')
  const from = at + 30 + nameLength + view.getUint16(at + 28, true)
  if (from + packedBytes > bytes.length) throw refusal('document-broken', fileName)
  return bytes.subarray(from, from + packedBytes)
}

const stored = 0
const deflated = 8

async function unpack(
  { name, method, checksum }: Entry,
  packed: Uint8Array,
  { fileName, isKept, wholeBefore }: { fileName: string; isKept: boolean; wholeBefore: number },
): Promise<{ bytes: number; content: Uint8Array | null }> {
  if (method !== stored && method !== deflated) throw refusal('document-broken', fileName)
  const pieces: Uint8Array[] = []
  let count = 0
  let sum = 0
  for await (const piece of piecesOf(packed, method)) {
    if (count === 0 && isArchive(piece) && !isEmbeddedDocument(name)) throw unsafe(fileName, 'archive')
    count += piece.length
    sum = crc32(piece, sum)
    const isTooFar = count > archiveLimits.ratioFrom && count > packed.length * archiveLimits.ratio
    if (isTooFar || count > archiveLimits.entryBytes || wholeBefore + count > archiveLimits.wholeBytes) {
      throw refusal('document-bomb', fileName)
    }
    if (isKept) pieces.push(piece)
  }
  // Damaged bytes may unpack without complaint, to other words.
  if (sum !== checksum) throw refusal('document-broken', fileName)
  return { bytes: count, content: isKept ? Buffer.concat(pieces) : null }

  async function* piecesOf(content: Uint8Array, how: number): AsyncGenerator<Uint8Array> {
    if (how === stored) return yield content
    const inflate: Transform = createInflateRaw({ chunkSize: 65_536 })
    inflate.end(content)
    try {
      // Without an encoding set, a stream of zlib gives buffers.
      for await (const piece of inflate as Readable as AsyncIterable<Buffer>) yield piece
    } catch (error) {
      if (error instanceof AppError) throw error
      throw refusal('document-broken', fileName)
    } finally {
      inflate.destroy()
    }
  }
}

/** The sheet behind a chart is a document in a document: common, never opened here, and counted as it is. */
const isEmbeddedDocument = (name: string): boolean => /^(?:word|xl|ppt)\/embeddings\/[^/]+$/.test(name)

const unsafe = (fileName: string, reason: string) => refusal('document-archive-unsafe', fileName, { reason })
