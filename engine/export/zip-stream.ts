import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib'

export type ZipEntry = { name: string; pieces: Iterable<string> }

/** Small enough to stay cheap in memory, large enough that each is worth handing to another thread; characters. */
const batchLength = 256 * 1024

/**
 * An archive, piece by piece, whose entries are compressed while they are still being written: its memory does
 * not grow with what is in it. No entry may reach 4 GiB.
 */
export async function* zipStream(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, pieces } of entries) {
    const fileName = Buffer.from(name, 'utf8')
    const head = Buffer.concat([localHeader(fileName), fileName])
    const begin = offset
    yield head
    offset += head.length

    let crc = 0
    let size = 0
    let compressed = 0
    const deflating = createDeflateRaw({ level: 1, chunkSize: 128 * 1024 })
    for await (const chunk of deflated(deflating, pieces, (bytes) => {
      crc = crc32(bytes, crc)
      size += bytes.length
    })) {
      compressed += chunk.length
      yield chunk
    }
    const sums = { crc, size, compressed }
    const tail = descriptor(sums)
    yield tail
    offset += compressed + tail.length
    directory.push(Buffer.concat([directoryHeader(fileName, sums, begin), fileName]))
  }
  yield* directory
  yield endOfDirectory(directory, offset)
}

async function* deflated(
  deflating: DeflateRaw,
  pieces: Iterable<string>,
  onBytes: (bytes: Buffer) => void,
): AsyncGenerator<Buffer> {
  for (const batch of batches(pieces)) {
    const bytes = Buffer.from(batch, 'utf8')
    onBytes(bytes)
    await new Promise<void>((resolve, reject) =>
      deflating.write(bytes, (error) => (error ? reject(error) : resolve())),
    )
    for (let chunk = deflating.read(); chunk !== null; chunk = deflating.read()) yield chunk as Buffer
  }
  deflating.end()
  for await (const chunk of deflating) yield chunk as Buffer
}

function* batches(pieces: Iterable<string>): Generator<string> {
  let batch = ''
  for (const piece of pieces) {
    batch += piece
    if (batch.length < batchLength) continue
    yield batch
    batch = ''
  }
  if (batch !== '') yield batch
}

type Sums = { crc: number; size: number; compressed: number }

/** Sizes follow the entry, and names are UTF-8: general purpose bits 3 and 11. */
const flags = 0x0808
const deflate = 8
/** The first day that the format knows, so that the same document is the same file. */
const dosDate = 0x0021

function localHeader({ length }: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(deflate, 8)
  header.writeUInt16LE(dosDate, 12)
  header.writeUInt16LE(length, 26)
  return header
}

function descriptor({ crc, size, compressed }: Sums): Buffer {
  const record = Buffer.alloc(16)
  record.writeUInt32LE(0x08074b50, 0)
  record.writeUInt32LE(crc, 4)
  record.writeUInt32LE(compressed, 8)
  record.writeUInt32LE(size, 12)
  return record
}

function directoryHeader({ length }: Buffer, { crc, size, compressed }: Sums, offset: number): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(flags, 8)
  header.writeUInt16LE(deflate, 10)
  header.writeUInt16LE(dosDate, 14)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(compressed, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(length, 28)
  header.writeUInt32LE(offset, 42)
  return header
}

function endOfDirectory(directory: readonly Buffer[], offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(
    directory.reduce((total, header) => total + header.length, 0),
    12,
  )
  end.writeUInt32LE(offset, 16)
  return end
}
