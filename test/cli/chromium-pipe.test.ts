import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { onMessages, startHeadlessChromium } from '../../cli/browser-shell/chromium-pipe'
import { findChromium, findPrinter } from '../../cli/find-chromium'
import { temporaryFolder } from '../builders/open-test-app'

/** A program that stands where Chromium would. */
function standIn(folder: string, name: string, script: string): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

test('messages come whole and in order, wherever the pieces that they come in end', () => {
  const messages = fc.array(fc.record({ id: fc.nat(), method: fc.string({ unit: 'grapheme' }) }), {
    minLength: 1,
  })
  fc.assert(
    fc.property(messages, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sent, lengths) => {
      const from = new PassThrough()
      const heard: unknown[] = []
      onMessages(from, (message) => heard.push(message))
      const bytes = Buffer.from(sent.map((each) => `${JSON.stringify(each)}\0`).join(''))
      for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
        const length = lengths[piece % lengths.length]!
        from.emit('data', bytes.subarray(at, at + length))
        at += length
      }
      expect(heard).toEqual(sent)
    }),
  )
})

test('what waits for Chromium hears of its end, and so does who asks later', async () => {
  const chromium = await startHeadlessChromium(standIn(temporaryFolder(), 'chromium', 'exit 7'))
  onTestFinished(() => chromium.stop())
  await expect(chromium.openTab()).rejects.toThrow('Chromium ended with 7.')
  await expect(chromium.openTab()).rejects.toThrow('Chromium is not running.')
})

test('a Chromium that cannot be started is told, not waited for', async () => {
  const chromium = await startHeadlessChromium(join(temporaryFolder(), 'missing'))
  onTestFinished(() => chromium.stop())
  await expect(chromium.openTab()).rejects.toThrow(/ENOENT|not running/)
})

test('what is asked of a page that crashes is given up, and another page answers', {
  timeout: 60_000,
}, async () => {
  const chromium = await startHeadlessChromium((await findPrinter())!)
  onTestFinished(() => chromium.stop())
  const [lost, other] = [await chromium.openTab(), await chromium.openTab()]
  const waiting = lost.send('Runtime.evaluate', { expression: 'new Promise(() => {})', awaitPromise: true })
  void lost.send('Page.crash').catch(() => {})
  await expect(waiting).rejects.toThrow('The page crashed.')
  expect(await other.send('Runtime.evaluate', { expression: '6 * 7' })).toMatchObject({
    result: { value: 42 },
  })
})

test('one without a window prints where it is installed, and never shows one', async () => {
  const folder = join(temporaryFolder(), 'bin')
  const elsewhere = join(temporaryFolder(), 'bin')
  const window = standIn(folder, 'chromium', '')
  const environment = { PATH: [folder, elsewhere].join(delimiter) }
  expect(await findPrinter(environment)).toBe(window)
  const printer = standIn(elsewhere, 'chromium-headless-shell', '')
  expect(await findPrinter(environment)).toBe(printer)
  expect(await findChromium(environment)).toBe(window)
  expect(await findPrinter({ ...environment, DEMARCHE_CHROMIUM: window })).toBe(window)
})

test('stopped, it leaves neither a process nor a profile, even where a script starts it', {
  timeout: 60_000,
}, async () => {
  const starter = standIn(temporaryFolder(), 'starter', `"${(await findPrinter())!}" "$@"`)
  const folder = temporaryFolder()
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  onTestFinished(() => void (process.env.TMPDIR = before))
  const chromium = await startHeadlessChromium(starter)
  const tab = await chromium.openTab()
  await tab.send('Page.enable')
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^demarche-chromium-/)])
  await chromium.stop()
  expect(readdirSync(folder)).toEqual([])
  const running = () =>
    readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commandOf(pid).includes(folder))
  // The system takes its time to take away what has been ended.
  await expect.poll(running, { timeout: 10_000 }).toEqual([])
})

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    // It ended meanwhile.
    return ''
  }
}
