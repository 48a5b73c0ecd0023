import { once } from 'node:events'
import { promisify } from 'node:util'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'

/** A file inside the archive; its text is made only as it is packed. */
export type ZipEntry = { name: string; pieces: Iterable<string> }

type Packed = { name: string; crc: number; size: number; packedSize: number; offset: number }

/** 1980-01-01, the earliest that the format knows: the same dossier gives the same bytes, and no clock leaves with it. */
const dosDate = 0x21
/** Sizes stand behind the content, because nobody knows them before; and names are UTF-8. */
const flags = 0x08 | 0x800

/** An archive in pieces. Nothing is held but what is being packed, so its size does not matter to memory. */
export async function* zipStream(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const packed: Packed[] = []
  const room: Room = [Buffer.allocUnsafe(roomLength), Buffer.allocUnsafe(roomLength)]
  let offset = 0
  for (const { name, pieces } of entries) {
    const entry: Packed = { name, crc: 0, size: 0, packedSize: 0, offset }
    const head = localHeader(Buffer.from(name))
    let begun: Uint8Array[] = [head]
    for await (const chunk of deflated(pieces, entry, room)) {
      entry.packedSize += chunk.length
      begun.push(chunk)
      // What is small goes in one piece with its header: each is a call to the disk.
      if (entry.size < roomLength) continue
      yield* begun
      begun = []
    }
    const tail = descriptor(entry)
    yield Buffer.concat([...begun, tail])
    offset += head.length + entry.packedSize + tail.length
    packed.push(entry)
  }
  const directory = Buffer.concat(packed.map(directoryEntry))
  yield directory
  yield endOfDirectory(packed.length, directory.length, offset)
}

type Room = [Buffer, Buffer]

/** Bytes: enough that handing them to another thread costs little beside packing them. */
const roomLength = 262_144
const smallLength = 16_384
/** The lightest is as fast as the text is made. */
const level = 1
/** A whole window would cost more than packing a few kilobytes. */
const small = { level, memLevel: 5, windowBits: 13, chunkSize: 4_096 }

/**
 * One room is packed on a thread of its own while the other is filled; what is small is packed at once. A piece for each
 * room, even where it is empty because all of it is alike: whoever writes may want to end there.
 */
async function* deflated(pieces: Iterable<string>, entry: Packed, room: Room): AsyncGenerator<Uint8Array> {
  const fill = createFiller(pieces)
  const filled = (place: 0 | 1): Buffer => {
    const bytes = room[place].subarray(0, fill(room[place]))
    entry.crc = crc32(bytes, entry.crc)
    entry.size += bytes.length
    return bytes
  }
  const first = filled(0)
  if (first.length < smallLength) return yield deflateRawSync(first, small)

  const deflate = createDeflateRaw({ level, chunkSize: 65_536 })
  const ready: Buffer[] = []
  deflate.on('data', (chunk: Buffer) => ready.push(chunk))
  const pack = promisify<Buffer, void>((bytes, done) => deflate.write(bytes, done))
  try {
    let packing = pack(first)
    for (let place: 0 | 1 = 1; ; place = place === 0 ? 1 : 0) {
      const bytes = filled(place)
      await packing
      yield Buffer.concat(ready.splice(0))
      if (bytes.length === 0) break
      packing = pack(bytes)
    }
    const ended = once(deflate, 'end')
    deflate.end()
    await ended
    yield* ready
  } finally {
    deflate.destroy()
  }
}

const encoder = new TextEncoder()

/** Characters: turning small pieces into bytes one by one costs more than making them. */
const joinedLength = 65_536

/** Writes the next of the text into a room and says how many bytes it took; none when there is no more. */
function createFiller(pieces: Iterable<string>): (room: Buffer) => number {
  const all = pieces[Symbol.iterator]()
  let rest = ''
  const joined = (): string => {
    let text = ''
    while (text.length < joinedLength) {
      const next = all.next()
      if (next.done === true) break
      text += next.value
    }
    return text
  }
  return (room) => {
    for (let at = 0; ; ) {
      if (rest === '') rest = joined()
      if (rest === '') return at
      const { read, written } = encoder.encodeInto(rest, room.subarray(at))
      at += written
      if (read < rest.length) {
        rest = rest.slice(read)
        return at
      }
      rest = ''
    }
  }
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

function directoryEntry({ name: text, crc, size, packedSize, offset }: Packed): Buffer {
  const name = Buffer.from(text)
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
