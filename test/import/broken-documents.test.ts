import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError, type ErrorCode } from '../../app/errors'
import { createSay } from '../../app/messages/say'
import { readDocument } from '../../engine/import/read-document'
import { openTestApp } from '../builders/open-test-app'
import { refused } from './make-documents'

const say = createSay('en')

test.each(refused)('%s is refused, in one sentence that names it', async (_what, fileName, code, make) => {
  const error = await readDocument(make(), { fileName }).then(
    (document) => `read as ${document.format}: ${document.text.slice(0, 100)}`,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(AppError)
  expect(error).toMatchObject({ code, details: { file: fileName } })
  const { details } = error as AppError
  const sentence = say(`error.${code}`, details)
  expect(sentence).toContain(`“${fileName}”`)
  expect(sentence).toMatch(/^“.*; .*[a-z]\.$/)
})

test('the dossier stays as it was, byte for byte, whatever was refused', async () => {
  const { api, path, folder } = await openTestApp()
  const fingerprint = () => createHash('sha256').update(readFileSync(path)).digest('hex')
  const before = fingerprint()
  const small = refused.filter(([what]) => !/MB|bomb|many|beyond/.test(what))
  for (const [, fileName, , make] of small) writeFileSync(join(folder, fileName), make())

  const codes: Record<string, ErrorCode> = {}
  for (const [, fileName, code] of small) {
    codes[fileName] = code
    await expect(
      api.call('source.import', { input: { path: join(folder, fileName) } }),
    ).rejects.toMatchObject({ code })
  }
  writeFileSync(join(folder, 'good.txt'), 'A text that could be read.')
  const inputs = [{ path: join(folder, 'good.txt') }, { path: join(folder, 'half.pdf') }]
  await expect(api.call('source.importAll', { inputs })).rejects.toMatchObject({ code: codes['half.pdf'] })

  expect(fingerprint()).toBe(before)
  expect(await api.call('source.list', {})).toEqual([])
  expect(await api.call('history.state', {})).toEqual({ canUndo: null, canRedo: null })
})

test('what is not there, a folder and a pipe are refused without waiting', async () => {
  const { api, folder } = await openTestApp()
  const importing = (path: string) => api.call('source.import', { input: { path } })
  await expect(importing(join(folder, 'gone.pdf'))).rejects.toMatchObject({
    code: 'document-missing',
    details: { file: 'gone.pdf' },
  })
  await expect(importing(folder)).rejects.toMatchObject({ code: 'document-is-folder' })
  await expect(importing('/dev/zero')).rejects.toMatchObject({ code: 'document-unreadable' })
})
