import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { userName } from '../../engine/places'
import { askEngine } from './ask-engine'
import { expect, test } from './application'

const hasPoppler = ['pdftotext', 'pdfinfo'].every((tool) => spawnSync(tool, ['-v']).error === undefined)
const withoutPoppler = 'pdftotext and pdfinfo are not installed (on Debian: apt-get install poppler-utils)'

const scripts = {
  Latin: 'La délégation exige le retrait',
  Cyrillic: 'Делегация требует вывода войск',
  Arabic: 'الوفد المفاوض يطلب الانسحاب',
  Chinese: '谈判代表团要求立即撤军。',
}
const mixed = Object.values(scripts).join(' ')
const filler = (index: number) =>
  `begin${index} ${'on what terms the forces withdraw '.repeat(60)}end${index}`

/** More than one piece holds, all four scripts in the first and the last, each on what was said. */
async function recordLongDemands(window: Page, count: number): Promise<void> {
  const [party] = await askEngine(window, 'party.list', {})
  const { id: sourceId } = await askEngine(window, 'source.add', { title: 'Speech' })
  for (let index = 0; index < count; index += 1) {
    const { id: issueId } = await askEngine(window, 'issue.add', { title: `Point ${index}` })
    const words = index === 0 || index === count - 1 ? `${mixed} ${filler(index)}` : filler(index)
    const { id: positionId } = await askEngine(window, 'position.record', {
      issueId,
      partyId: party!.id,
      kind: 'demand',
      text: words,
    })
    await askEngine(window, 'statement.record', {
      sourceId,
      form: 'verbatim',
      text: `said of point ${index}`,
      evidence: [{ positionId }],
    })
  }
}

/** Without what only steers how letters are set, and without the ends of lines. */
const letters = (text: string) => text.replace(/[\s\p{Cf}]/gu, '')

test('a long briefing is joined of pieces: all text in four scripts, every page numbered, no user in it; cancelled, it leaves what was there', async ({
  shell,
  page: window,
}) => {
  test.skip(!hasPoppler, withoutPoppler)
  // Where nothing is drawn anew for each demand.
  await window.goto(`${shell.address}#/home`)
  await recordLongDemands(window, 30)
  const path = join(shell.folder, 'long.pdf')
  const printed = await askEngine(window, 'briefing.print', { edition: 'sourced', path })
  const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const pages = text.split('\f').slice(0, -1)
  expect(pages).toHaveLength(printed!.pages!)
  pages.forEach((page, index) => {
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
    expect(page).toContain('INTERNAL')
  })
  for (const words of Object.values(scripts)) expect(letters(text).split(letters(words))).toHaveLength(3)
  for (let index = 0; index < 30; index += 1) {
    expect(text).toContain(`begin${index} `)
    expect(text).toContain(`end${index}`)
  }

  const bytes = readFileSync(path, 'latin1')
  expect(bytes).toMatch(/\/Lang \(en\)/)
  expect(bytes).toContain('/Outlines')
  expect(bytes).toContain('(b0001node')
  // Each figure leads to its statement, which another piece holds, and back.
  const places = new Set([...bytes.matchAll(/\/(\S+) \[\d+ 0 R \/XYZ/g)].map(([, place]) => place))
  const links = [...bytes.matchAll(/\/Subtype \/Link\n[^>]*?\/Dest \/(\S+)/g)].map(([, place]) => place)
  for (let number = 1; number <= 30; number += 1) {
    expect(links).toEqual(expect.arrayContaining([`statement-${number}`, `cite-${number}`]))
  }
  expect(links.filter((place) => !places.has(place))).toEqual([])
  const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8' })
  for (const face of ['NotoSans', 'NotoSansArabic', 'NotoSansSC'])
    expect(fonts).toMatch(new RegExp(`\\+${face}\\w*-Regular +CID TrueType`))
  const properties = execFileSync('pdfinfo', [path], { encoding: 'utf8' })
  expect(properties).toMatch(/Tagged: +yes/)
  expect(properties).not.toMatch(/^Author/m)
  expect(properties).toMatch(/^Creator: +Démarche *$/m)
  expect(properties).not.toContain(userName())

  // The same once more, cancelled on its way: the target keeps what it held.
  writeFileSync(path, 'older')
  const going = askEngine(window, 'briefing.print', { edition: 'sourced', path, taskId: 'long' })
  const ended = expect(going).rejects.toMatchObject({ code: 'cancelled' })
  await expect.poll(() => askEngine(window, 'task.cancel', { id: 'long' })).toBe(true)
  await ended
  expect(readFileSync(path, 'utf8')).toBe('older')
})
