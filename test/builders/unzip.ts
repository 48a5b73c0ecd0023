import { inflateRawSync } from 'node:zlib'

/** The parts of an archive as text, by name; the directory at its end says where they are. */
export function unzip(bytes: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  let at = bytes.readUInt32LE(bytes.length - 6)
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const nameLength = bytes.readUInt16LE(at + 28)
    const offset = bytes.readUInt32LE(at + 42)
    const start = offset + 30 + bytes.readUInt16LE(offset + 26)
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    parts.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), inflateRawSync(packed).toString())
    at += 46 + nameLength
  }
  return parts
}
