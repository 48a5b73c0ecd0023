import { inflateRawSync } from 'node:zlib'

/** The entries of an archive as its directory at the end has them. */
export function readZip(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const entries = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, offset, packed] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
      bytes.readUInt32LE(at + 20),
    ]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    const content = inflateRawSync(bytes.subarray(from, from + packed))
    if (content.length !== bytes.readUInt32LE(at + 24)) throw new Error(`${name} is not as long as it says.`)
    entries.set(name, content.toString('utf8'))
    at += 46 + nameLength
  }
  return entries
}

export async function wholeOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}
