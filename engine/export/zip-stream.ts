import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file inside the archive; its text is made only as it is packed. */
export type ZipEntry = { name: string; pieces: Iterable<string> }

type Packed = { name: Buffer; crc: number; size: number; packedSize: number; offset: number }

/** 1980-01-01, the earliest that the format knows: the same dossier gives the same bytes, and no clock leaves with it. */
const dosDate = 0x21
/** Sizes stand behind the content, because nobody knows them before; and names are UTF-8. */
const flags = 0x08 | 0x800

/** An archive in pieces. Nothing is held but what is being packed, so its size does not matter to memory. */
export async function* zipStream(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const packed: Packed[] = []
  let offset = 0
  for (const { name, pieces } of entries) {
    const entry: Packed = { name: Buffer.from(name), crc: 0, size: 0, packedSize: 0, offset }
    const head = localHeader(entry.name)
    yield head
    for await (const chunk of deflated(pieces, entry)) {
      entry.packedSize += chunk.length
      yield chunk
    }
    const tail = descriptor(entry)
    yield tail
    offset += head.length + entry.packedSize + tail.length
    packed.push(entry)
  }
  const directory = Buffer.concat(packed.map(directoryEntry))
  yield directory
  yield endOfDirectory(packed.length, directory.length, offset)
}

/** Packing runs on a thread of its own while the next pieces are made; the lightest is as fast as they are. */
async function* deflated(pieces: Iterable<string>, entry: Packed): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ level: 1, chunkSize: 65_536 })
  const ready: Buffer[] = []
  deflate.on('data', (chunk: Buffer) => ready.push(chunk))
  try {
    for (const batch of batches(pieces)) {
      const bytes = Buffer.from(batch)
      entry.crc = crc32(bytes, entry.crc)
      entry.size += bytes.length
      if (!deflate.write(bytes)) await once(deflate, 'drain')
      yield* ready.splice(0)
    }
    const ended = once(deflate, 'end')
    deflate.end()
    await ended
    yield* ready
  } finally {
    deflate.destroy()
  }
}

/** Small enough to stay cheap in memory, large enough that each is worth handing to another thread; characters. */
const batchLength = 65_536

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

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(8, 8)
  head.writeUInt16LE(dosDate, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function descriptor({ crc, size, packedSize }: Packed): Buffer {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  tail.writeUInt32LE(packedSize, 8)
  tail.writeUInt32LE(size, 12)
  return tail
}

function directoryEntry({ name, crc, size, packedSize, offset }: Packed): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(flags, 8)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt16LE(dosDate, 14)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(packedSize, 20)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(offset, 42)
  return Buffer.concat([entry, name])
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
