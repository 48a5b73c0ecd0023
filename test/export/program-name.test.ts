import { expect, test } from 'vitest'
import { nameProgram } from '../../engine/export/pdf/program-name'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const text = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')

test('a PDF names Démarche, not the browser and the system that printed it, and keeps its length', () => {
  const before = '1 0 obj\n<</Creator (Mozilla \\(X11; Linux\\) Headless)\n/Producer (Skia)>>\nendobj'
  const after = text(nameProgram(bytes(before)))
  expect(after).toHaveLength(before.length)
  expect(after).toBe(
    before.replace(/\(Mozilla.*Headless\)/, (all) => `(${'Démarche'.padEnd(all.length - 2)})`),
  )
})

test('a PDF without a name of a program, or with one that has no end, stays as it is', () => {
  for (const each of ['<</Producer (Skia)>>', '<</Creator (endless', '<</Creator (short)>>']) {
    expect(text(nameProgram(bytes(each)))).toBe(each)
  }
})
