import { chmodSync, existsSync, readFileSync, readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openDossierFile } from '../../db/open'
import { searchRecords } from '../../db/search'
import { listRecords } from '../../db/tables/records'
import {
  alter,
  badFiles,
  cutShort,
  makeDossier,
  noFiles,
  otherProgram,
  spoiltCopy,
} from '../builders/bad-files'
import { temporaryFolder } from '../builders/open-test-app'

let good: string
beforeAll(async () => {
  good = await makeDossier()
})

function freshCopy(): { path: string; folder: string } {
  return spoiltCopy(good, { spoil: () => {} })
}

function titlesIn(path: string, options = { toRead: true }): string[] {
  const { db } = openDossierFile(path, options)
  try {
    return listRecords(db, 'issue').map(({ title }) => title)
  } finally {
    db.close()
  }
}

for (const [name, { code, spoil }] of Object.entries(badFiles)) {
  for (const toRead of [true, false]) {
    test(`${name}: ${code}, untouched, opened to ${toRead ? 'read' : 'edit'}`, () => {
      const { path, folder } = spoiltCopy(good, { spoil })
      const before = readFileSync(path)

      expect(() => openDossierFile(path, { toRead })).toThrow(
        expect.objectContaining({ code, details: expect.objectContaining({ file: 'bad.demarche' }) }),
      )
      expect(readFileSync(path).equals(before)).toBe(true)
      expect(readdirSync(folder)).toEqual(['bad.demarche'])
    })
  }
}

for (const [name, { code, make }] of Object.entries(noFiles)) {
  test(`${name}: ${code}`, () => {
    const path = join(temporaryFolder(), 'x.demarche')
    make(path)
    const wasThere = existsSync(path)
    for (const toRead of [true, false]) {
      expect(() => openDossierFile(path, { toRead })).toThrow(expect.objectContaining({ code }))
    }
    expect(existsSync(path)).toBe(wasThere)
  })
}

test('every length that a dossier can be cut to is refused, and none is changed', () => {
  const whole = readFileSync(good)
  for (let length = 0; length < whole.length; length += 1_999) {
    const { path } = spoiltCopy(good, { spoil: (copy) => truncateSync(copy, length) })
    expect(() => openDossierFile(path), `${length} bytes`).toThrow(
      expect.objectContaining({ code: length < 100 ? 'file-not-sqlite' : 'file-damaged' }),
    )
    expect(readFileSync(path).equals(whole.subarray(0, length)), `${length} bytes`).toBe(true)
  }
})

test('a dossier that another program has locked is in use, to read and to edit', async () => {
  const { path } = freshCopy()
  const before = readFileSync(path)
  await otherProgram(path, "db.exec('BEGIN EXCLUSIVE')")
  for (const toRead of [true, false]) {
    expect(() => openDossierFile(path, { toRead })).toThrow(expect.objectContaining({ code: 'file-in-use' }))
  }
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a dossier marked read-only opens to read, and is left as it is', () => {
  const { path, folder } = freshCopy()
  chmodSync(path, 0o444)
  const before = readFileSync(path)
  const { db, isReadOnly } = openDossierFile(path)
  expect(isReadOnly).toBe(true)
  expect(() => db.prepare("UPDATE issue SET title = 'x'").run()).toThrow(/readonly/)
  db.close()
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['bad.demarche'])
})

test('a dossier with a write-ahead log is read with nothing laid beside it, and edited without the log', () => {
  const { path, folder } = freshCopy()
  alter(path, (db) => db.pragma('journal_mode = WAL'))
  const before = readFileSync(path)

  expect(titlesIn(path)).toHaveLength(20)
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['bad.demarche'])

  const { db } = openDossierFile(path)
  expect(db.pragma('journal_mode', { simple: true })).toBe('delete')
  db.close()
  expect(readdirSync(folder)).toEqual(['bad.demarche'])
})

test('words that are only in another program’s write-ahead log are not passed over in silence', async () => {
  const { path } = freshCopy()
  await otherProgram(path, `db.pragma('journal_mode = WAL'); db.exec("UPDATE issue SET title = 'newer'")`)
  expect(() => openDossierFile(path, { toRead: true })).toThrow(
    expect.objectContaining({ code: 'file-in-use' }),
  )
})

test.each([{ toRead: true }, { toRead: false }])(
  'a write that was cut short is taken back: %o',
  (options) => {
    const { path, folder } = freshCopy()
    cutShort(path)
    expect(readdirSync(folder)).toContain('bad.demarche-journal')
    expect(readFileSync(path).equals(readFileSync(good))).toBe(false)

    expect(titlesIn(path, options)).toEqual(titlesIn(good))
    expect(readdirSync(folder)).toEqual(['bad.demarche'])
  },
)

test('a damaged search index is no damage to the dossier: it opens, and is made anew for editing', () => {
  const { path } = freshCopy()
  alter(path, (db) => db.exec("UPDATE searchIndex_data SET block = x'00112233445566' WHERE id > 10"))
  expect(titlesIn(path)).toHaveLength(20)

  const { db } = openDossierFile(path)
  const find = (words: string) => searchRecords(db, { words, kinds: ['issue', 'position'], limit: 50 })
  expect(find('fish')).toHaveLength(20)
  db.exec("UPDATE issue SET title = 'Whale' WHERE title = 'Fish 7'")
  expect(find('whale')).toHaveLength(1)
  expect(find('fish')).toHaveLength(19)
  db.close()
})
