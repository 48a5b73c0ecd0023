import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runCommandLine } from '../../cli/command-line'
import { findPlaces } from '../../cli/places'

const folder = mkdtempSync(join(tmpdir(), 'demarche-suggest-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function run(...args: string[]) {
  const printed: string[] = []
  const warned: string[] = []
  const exit = await runCommandLine(['suggest', ...args], {
    places: findPlaces(join(folder, 'out', 'main'), { DEMARCHE_HOME: folder }),
    print: (text) => printed.push(text),
    warn: (text) => warned.push(text),
    now: () => new Date('2031-03-14T12:00:00Z'),
  })
  return { exit, printed: printed.join('\n'), warned: warned.join('\n') }
}

describe('demarche suggest', () => {
  test('--json has form, cue, speaker and spans, at places of the text as given', async () => {
    const text = '“We stay,” said Ann Kerr.\r\nShe added: “Let them leave.” 😀 Kesh wants a list.'
    const { exit, printed } = await run(write('a.txt', text), '--json')
    expect(exit).toBe(0)
    const { suggestions } = JSON.parse(printed)
    expect(suggestions[0]).toEqual({
      form: 'verbatim',
      cue: 'said',
      speaker: { text: 'Ann Kerr', start: 16, end: 24 },
      spans: [{ text: 'We stay', start: 1, end: 8 }],
    })
    // The pronoun gives way to the name it stands for.
    expect(suggestions[1].speaker).toEqual({ text: 'Ann Kerr', start: 16, end: 24 })
    for (const { spans } of suggestions) {
      for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text)
    }
    expect(suggestions[2].speaker.text).toBe('Kesh')
  })

  test('prints them to be read, with the date worked out', async () => {
    const path = write('b.txt', 'Ann Kerr said on Thursday that the boats would leave.')
    const { exit, printed } = await run(path, '--issued', '2031-03-14')
    expect(exit).toBe(0)
    expect(printed).toBe('Ann Kerr · paraphrase · 2031-03-13\n    the boats would leave')
    expect((await run(write('c.txt', 'Rain is expected.'))).printed).toBe(
      'Nothing here looks like a statement.',
    )
  })

  test('reads the language it is told', async () => {
    const path = write('d.txt', '«Да», — сказал Исаев.')
    expect(JSON.parse((await run(path, '--json', '--lang', 'ru')).printed).suggestions).toHaveLength(1)
    expect(JSON.parse((await run(path, '--json')).printed).suggestions).toHaveLength(1)
  })

  test('refuses what is no text, with the file and the cure', async () => {
    expect(await run(join(folder, 'none.txt'))).toMatchObject({ exit: 3, printed: '' })
    expect(await run(folder)).toMatchObject({ exit: 3, printed: '' })
    const { exit, warned } = await run(write('e.bin', new Uint8Array([0xff, 0xfe, 0x41, 0x00])))
    expect(exit).toBe(3)
    expect(warned).toContain('e.bin')
    expect(warned).toContain('UTF-8')
    expect(await run()).toMatchObject({ exit: 2 })
    expect(await run(write('f.txt', 'x'), '--issued', 'soon')).toMatchObject({ exit: 2 })
  })

  test('an empty text has none', async () => {
    expect(await run(write('g.txt', ''), '--json')).toMatchObject({
      exit: 0,
      printed: '{\n  "suggestions": []\n}',
    })
  })
})
