import { expect, test } from 'vitest'
import { makeRecord } from '../builders/make-records'
import { openTestApp } from '../builders/open-test-app'

const limits = { name: 200, shortName: 60, note: 20_000 } as const

test.each(Object.entries(limits))(
  '%s: as long as it may be, and not a character more',
  async (field, limit) => {
    const { api } = await openTestApp()
    const { id } = await makeRecord(api, 'party')
    const longest = 'x'.repeat(limit)
    expect(await api.call('party.change', { id, [field]: longest })).toMatchObject({ [field]: longest })
    await expect(api.call('party.change', { id, [field]: `${longest}x` })).rejects.toMatchObject({
      code: 'invalid-input',
      details: { field, problem: 'too-long', limit },
    })
    expect(await api.call('party.get', { id })).toMatchObject({ [field]: longest })
  },
)

const refused = [
  ['nothing', '', 'empty'],
  ['only spaces', ' \t ', 'empty'],
  ['a null character', 'a\0b', 'control-character'],
  ['an escape character', 'a\u001bb', 'control-character'],
  ['a delete character', 'a\u007fb', 'control-character'],
  ['a C1 control character', 'a\u0085b', 'control-character'],
  ['a lone high surrogate', 'a\ud83d', 'broken-character'],
  ['a lone low surrogate', '\ude00b', 'broken-character'],
] as const

test.each(refused)('words that are %s are refused', async (_name, text, problem) => {
  const { api } = await openTestApp()
  const { id, text: before } = await makeRecord(api, 'position')
  await expect(api.call('position.change', { id, text })).rejects.toMatchObject({
    code: 'invalid-input',
    details: { field: 'text', problem },
  })
  expect((await api.call('position.get', { id })).text).toBe(before)
})

test('a line break is refused in a line and kept in words', async () => {
  const { api } = await openTestApp()
  const text = 'one\ntwo\r\n\tthree'
  const party = await makeRecord(api, 'party')
  await expect(api.call('party.change', { id: party.id, name: text })).rejects.toMatchObject({
    details: { field: 'name', problem: 'control-character' },
  })
  expect((await makeRecord(api, 'position', { text })).text).toBe(text)
})

const kept = [
  ['emoji with modifiers and joiners', '👩🏽‍⚖️🇺🇦 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['right to left with marks of direction', '\u202bالاعتراف\u202c \u200fשלום\u200e 1991'],
  ['combining marks, not normalised', 'e\u0301 \u00e9 a\u0323\u0307 \u1e69 s\u0323\u0307'],
  ['a byte order mark and a no-break space', '\ufeffx\u00a0y\u2028z'],
  ['markup', '<script>alert(1)</script> &amp; <b onclick="x">'],
  ['SQL', `'; DROP TABLE position; -- " \\ %_`],
  ['a JSON path', '$.text {"a": null} \\u0000'],
  ['outer spaces', '  not trimmed  '],
  ['Chinese and characters beyond the first plane', '承认 𠮷野家 𝒜'],
  ['100 kB', 'ä€😀x'.repeat(20_000)],
] as const

test.each(kept)(
  'words with %s are kept exactly, through undo, redo and another opening',
  async (_name, text) => {
    const { api, path } = await openTestApp()
    const position = await makeRecord(api, 'position', { text })
    expect(position.text).toBe(text)
    await api.call('position.remove', { id: position.id })
    await api.call('history.undo', {})
    expect(await api.call('position.get', { id: position.id })).toEqual(position)

    await api.call('dossier.close', {})
    await api.call('dossier.open', { path })
    expect(await api.call('position.get', { id: position.id })).toEqual(position)
    const [added] = (await api.call('history.list', { recordId: position.id })).toReversed()
    expect(added!.after).toMatchObject({ text })
  },
)

const notDates = ['', 'soon', '2025-13', '2025-02-30', '13.11.2025', '2025-11-13T25:00:00Z', '2025\0']

test.each(notDates)('"%s" is no date and is refused', async (from) => {
  const { api } = await openTestApp()
  const { id } = await makeRecord(api, 'position')
  await expect(api.call('position.change', { id, from })).rejects.toMatchObject({
    code: 'invalid-input',
    details: { field: 'from' },
  })
})

test('what the contract does not know is refused, and says where', async () => {
  const { api, bridge } = await openTestApp()
  const { id } = await makeRecord(api, 'position')
  const problem = async (name: string, input: unknown) => {
    const reply = await bridge.call(name, input)
    return reply.ok ? null : reply.error
  }
  expect(await problem('party.lst', {})).toMatchObject({ code: 'unknown-operation' })
  expect(await problem('constructor', {})).toMatchObject({ code: 'unknown-operation' })
  expect(await problem('__proto__', {})).toMatchObject({ code: 'unknown-operation' })
  expect(await problem('position.change', null)).toMatchObject({ code: 'invalid-input' })
  expect(await problem('position.change', { id, firmness: 'soft' })).toMatchObject({
    details: { field: 'firmness', problem: 'not-allowed' },
  })
  expect(await problem('position.change', { id, salience: 101 })).toMatchObject({
    details: { field: 'salience', problem: 'too-large', limit: 100 },
  })
  expect(await problem('position.change', { id: 'Norway', text: 'x' })).toMatchObject({
    details: { field: 'id' },
  })
})
