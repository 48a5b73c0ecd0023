import { randomBytes } from 'node:crypto'

let lastMs = 0
let counter = 0

/** UUIDv7 (RFC 9562 §5.7): milliseconds, a 12-bit counter within one millisecond, then 62 random bits. */
export function newId(now: number = Date.now()): string {
  if (now > lastMs) {
    lastMs = now
    counter = 0
  } else if (++counter > 0xfff) {
    lastMs += 1
    counter = 0
  }
  const random = randomBytes(8)
  random[0] = (random[0]! & 0x3f) | 0x80
  const hex = lastMs.toString(16).padStart(12, '0') + (0x7000 | counter).toString(16) + random.toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
