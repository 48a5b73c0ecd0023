import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { answerRequest, fileFor } from '../../electron/app-protocol'
import { contentSecurityPolicy } from '../../engine/window-files'
import { temporaryFolder } from '../builders/open-test-app'

let folder = ''
beforeEach(() => {
  const root = temporaryFolder()
  folder = join(root, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  mkdirSync(join(root, 'renderer-secret'))
  writeFileSync(join(root, 'package.json'), '{"secret":true}')
  writeFileSync(join(root, 'renderer-secret', 'a.json'), '{"secret":true}')
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'notes.demarche'), 'secret')
  for (const name of ['a.js', 'a.css', 'a.woff2', 'a.svg']) writeFileSync(join(folder, 'assets', name), 'x')
})

const get = (url: string, method = 'GET') => answerRequest({ method, url }, folder)

test('serves the page with exactly the policy that was decided', async () => {
  const answer = await get('app://demarche/index.html?x=1#/compare')

  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe('<!doctype html>')
  expect(answer.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  )
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
})

test.each([
  ['index.html', 'text/html; charset=utf-8'],
  ['assets/a.js', 'text/javascript; charset=utf-8'],
  ['assets/a.css', 'text/css; charset=utf-8'],
  ['assets/a.woff2', 'font/woff2'],
  ['assets/a.svg', 'image/svg+xml'],
])('%s is %s', async (name, type) => {
  expect((await get(`app://demarche/${name}`)).headers.get('content-type')).toBe(type)
})

const refused = [
  'app://demarche/../../package.json',
  'app://demarche/../package.json',
  'app://demarche/%2e%2e/package.json',
  'app://demarche/%2e%2e%2fpackage.json',
  'app://demarche/..%2fpackage.json',
  'app://demarche/assets/..%2f..%2fpackage.json',
  'app://demarche/assets%2f..%2findex.html',
  'app://demarche/%252e%252e%252fpackage.json',
  'app://demarche/..%5cpackage.json',
  'app://demarche/..\\package.json',
  'app://demarche/..%2frenderer-secret%2fa.json',
  'app://demarche/index.html%00.js',
  'app://demarche/%00',
  'app://demarche/%ff',
  'app://demarche//etc/passwd.json',
  'app://demarche/C:/Windows/win.json',
  'app://demarche/index.html::$DATA.js',
  'app://demarche/notes.demarche',
  'app://demarche/assets',
  'app://demarche/',
  'app://demarche/absent.html',
  'app://demarche.evil/index.html',
  'app://demarche@evil/index.html',
  'https://demarche/index.html',
]
test.each(refused)('%s is refused, under the same policy', async (url) => {
  const answer = await get(url)

  expect(answer.status).toBe(404)
  expect(await answer.text()).toBe('')
  expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
})

test('whatever the spelling, no file outside the folder is ever meant', () => {
  const parts = ['..', '%2e%2e', '%2E.', '.', '', 'assets', '%2f', '%5c', '\\', '%00', 'package.json']
  for (const a of parts) {
    for (const b of parts) {
      for (const c of parts) {
        for (const between of ['/', '%2f', '']) {
          const path = fileFor(`app://demarche/${[a, b, c].join(between)}`, folder)
          expect(path === null || path.startsWith(`${folder}/`)).toBe(true)
        }
      }
    }
  }
})

test('writes nothing and runs nothing', async () => {
  expect((await get('app://demarche/index.html', 'POST')).status).toBe(405)
})
