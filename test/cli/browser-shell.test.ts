import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { request, type IncomingMessage, type RequestOptions } from 'node:http'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startBrowserShell } from '../../cli/browser-shell/browser-shell'
import type { Announce } from '../../engine/channel'
import type { Desktop } from '../../engine/desktop'
import { temporaryFolder } from '../builders/open-test-app'

type Answer = { status: number; headers: IncomingMessage['headers']; body: string }

/** The shell over a window of three files, and an engine that only notes what it is asked. */
async function openShell() {
  const folder = temporaryFolder()
  const rendererFolder = join(folder, 'renderer')
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true })
  writeFileSync(join(rendererFolder, 'index.html'), '<title>window</title>')
  writeFileSync(join(rendererFolder, 'assets', 'window.js'), 'window')
  writeFileSync(join(rendererFolder, 'assets', '.hidden.js'), 'secret')
  writeFileSync(join(folder, 'secret.js'), 'secret')

  const asked: unknown[] = []
  // Filled in by the shell as it starts.
  const ports = {} as { desktop: Desktop; announce: Announce }
  const shell = await startBrowserShell({
    rendererFolder,
    startEngine(given) {
      Object.assign(ports, given)
      return {
        async dispatch(name, input) {
          asked.push({ name, input })
          if (name === 'desktop.answer')
            await ports.desktop.answer?.(input as { askId: number; path: string })
          return { ok: true, value: 'answered' }
        },
        stop: async () => {},
      }
    },
  })
  onTestFinished(() => shell.stop())
  const { hostname, port, origin, pathname } = new URL(shell.address)

  const send = (options: RequestOptions, body?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const sent = request({ hostname, port, path: pathname, ...options }, (response) => {
        let text = ''
        response.on('data', (part: Buffer) => (text += part.toString()))
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: text }),
        )
      })
      sent.on('error', reject)
      sent.end(body)
    })
  const get = (path: string, headers: Record<string, string> = {}) => send({ path: pathname + path, headers })
  const post = (body: string, headers: Record<string, string> = {}) =>
    send(
      {
        path: `${pathname}call`,
        method: 'POST',
        headers: { origin, 'content-type': 'application/json', ...headers },
      },
      body,
    )
  return { shell, ...ports, asked, send, get, post, port: Number(port), origin, pathname }
}

const call = JSON.stringify({ name: 'dossier.opened', input: {} })

test('the window’s own files are served, under a policy that lets nothing else in', async () => {
  const { get } = await openShell()
  expect(await get('')).toMatchObject({
    status: 200,
    body: '<title>window</title>',
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    },
  })
  expect(await get('assets/window.js')).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  })
})

test('calls reach the engine and its replies come back', async () => {
  const { post, asked } = await openShell()
  expect(await post(call)).toMatchObject({ status: 200, body: '{"ok":true,"value":"answered"}' })
  expect(asked).toEqual([{ name: 'dossier.opened', input: {} }])
})

test('who does not know the token finds nothing', async () => {
  const { send, pathname, asked } = await openShell()
  const other = `${pathname.slice(0, -2)}${pathname.at(-2) === 'A' ? 'B' : 'A'}/`
  expect(pathname).toMatch(/^\/[\w-]{43}\/$/)
  for (const path of [
    '/',
    '/index.html',
    '/call',
    '/events',
    other,
    `${other}call`,
    pathname.slice(0, -1),
    `/x${pathname}`,
  ]) {
    expect(await send({ path }), path).toMatchObject({ status: 404, body: '' })
    expect(await send({ path, method: 'POST' }), path).toMatchObject({ status: 404, body: '' })
  }
  expect(asked).toEqual([])
})

test('a host name that only points at this machine is refused', async () => {
  const { get, post, port, asked } = await openShell()
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port + 1}`,
    `localhost.evil:${port}`,
  ]) {
    expect(await get('', { host }), host).toMatchObject({ status: 403, body: '' })
    expect(await post(call, { host }), host).toMatchObject({ status: 403 })
  }
  expect(await get('', { host: `localhost:${port}` })).toMatchObject({ status: 200 })
  expect(asked).toEqual([])
})

test('pages of other origins are refused, and nothing is changed by a request that does not say its own', async () => {
  const { get, post, send, pathname, port, asked } = await openShell()
  for (const origin of [
    'https://evil.example',
    'null',
    `http://127.0.0.1:${port + 1}`,
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1:${port}.evil.example`,
  ]) {
    expect(await get('', { origin }), origin).toMatchObject({ status: 403 })
    expect(await get('events', { origin }), origin).toMatchObject({ status: 403 })
    expect(await post(call, { origin }), origin).toMatchObject({ status: 403 })
  }
  for (const site of ['cross-site', 'same-site']) {
    expect(await get('', { 'sec-fetch-site': site }), site).toMatchObject({ status: 403 })
    expect(await post(call, { 'sec-fetch-site': site }), site).toMatchObject({ status: 403 })
  }
  const withoutOrigin = {
    path: `${pathname}call`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  }
  expect(await send(withoutOrigin, call)).toMatchObject({ status: 403 })
  expect(await get('', { 'sec-fetch-site': 'none' })).toMatchObject({ status: 200 })
  expect(await post(call, { 'sec-fetch-site': 'none' })).toMatchObject({ status: 403 })
  expect(asked).toEqual([])
})

test('a call is a POST of JSON of our shape, and nothing else', async () => {
  const { get, post, send, pathname, origin, asked } = await openShell()
  expect(await get('call')).toMatchObject({ status: 405 })
  expect(await send({ path: `${pathname}call`, method: 'PUT', headers: { origin } })).toMatchObject({
    status: 405,
  })
  expect(await send({ path: `${pathname}index.html`, method: 'DELETE', headers: { origin } })).toMatchObject({
    status: 405,
  })
  expect(await post(call, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 })
  expect(await post(call, { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({
    status: 415,
  })
  for (const body of ['', '{', 'null', '[]', '{"name":1}', '{"name":"a","input":{},"more":1}']) {
    expect(await post(body), body).toMatchObject({ status: 400 })
  }
  expect(asked).toEqual([])
})

test('a body beyond 140 MB is refused, announced or not', async () => {
  const { send, pathname, origin, asked } = await openShell()
  const headers = { origin, 'content-type': 'application/json' }
  const options = { path: `${pathname}call`, method: 'POST' }
  const announced = { ...headers, 'content-length': String(140 * 1024 * 1024 + 1) }
  const answer = await new Promise<number | undefined>((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const sent = request({ hostname, port, ...options, headers: announced }, (response) => {
      resolve(response.statusCode)
      sent.destroy()
    })
    sent.on('error', reject)
    sent.flushHeaders()
  })
  expect(answer).toBe(413)

  // Without a length the server finds out while reading, and may close before we have finished writing.
  const body = `{"name":"${'x'.repeat(140 * 1024 * 1024)}"}`
  const outcome = await send(
    { ...options, headers: { ...headers, 'transfer-encoding': 'chunked' } },
    body,
  ).then(
    ({ status }) => status,
    (error: NodeJS.ErrnoException) => error.code,
  )
  expect([413, 'ECONNRESET', 'EPIPE']).toContain(outcome)
  expect(asked).toEqual([])
})

test('no path leads out of the window’s folder, nor to hidden files', async () => {
  const { get } = await openShell()
  const paths = [
    '../secret.js',
    '..%2fsecret.js',
    '%2e%2e/secret.js',
    '%2e%2e%2fsecret.js',
    'assets/../../secret.js',
    'assets/..%2f..%2fsecret.js',
    '..\\secret.js',
    '..%5csecret.js',
    '/etc/passwd',
    '%2fetc%2fpasswd',
    'assets/.hidden.js',
    'assets',
    'assets/',
    'window.js%00.html',
    '%',
    'missing.js',
  ]
  for (const path of paths) expect(await get(path), path).toMatchObject({ status: 404, body: '' })
})

test('it listens to this machine alone', async () => {
  const { port } = await openShell()
  const ours = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  const others = ours.filter(({ address }) => address !== '127.0.0.1').map(({ address }) => address)
  const outcome = (host: string) =>
    new Promise<string>((resolve) => {
      const socket = connect({ host, port }, () => {
        socket.destroy()
        resolve('connected')
      })
      socket.on('error', () => resolve('refused'))
    })
  expect(await outcome('127.0.0.1')).toBe('connected')
  for (const host of ['127.0.0.2', ...others]) expect(await outcome(host), host).toBe('refused')
})

test('a ticket leads to the window once', async () => {
  const { shell, send, pathname } = await openShell()
  const { pathname: path } = new URL(shell.ticketAddress())
  expect(path).not.toContain(pathname)
  expect(await send({ path })).toMatchObject({ status: 302, headers: { location: pathname } })
  expect(await send({ path })).toMatchObject({ status: 404 })
})

/** A window that listens; `next` waits for its next announcement. */
async function listen({ origin, pathname }: { origin: string; pathname: string }) {
  const abort = new AbortController()
  const response = await fetch(`${origin}${pathname}events`, { signal: abort.signal })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let unread = ''
  return {
    close: () => abort.abort(),
    async next(): Promise<unknown> {
      for (;;) {
        const found = /data: (.*)\n\n/.exec(unread)
        if (found) {
          unread = unread.slice(found.index + found[0].length)
          return JSON.parse(found[1]!)
        }
        const { value, done } = await reader.read()
        if (done) throw new Error('The announcements ended.')
        unread += value
      }
    },
  }
}

test('announcements reach every window', async () => {
  const opened = await openShell()
  const windows = [await listen(opened), await listen(opened)]
  opened.announce('dossier.changed', { canUndo: 'party.add', canRedo: null, touchedIssues: null })
  for (const window of windows) {
    expect(await window.next()).toEqual({
      name: 'dossier.changed',
      payload: { canUndo: 'party.add', canRedo: null, touchedIssues: null },
    })
  }
})

test('the engine’s question about a file goes to the window, and the next one begins in that folder', async () => {
  const opened = await openShell()
  const window = await listen(opened)
  const chosen = opened.desktop.chooseFileToSave({ extension: 'pdf', suggestedName: 'briefing.pdf' })
  const { payload } = (await window.next()) as { payload: { askId: number } }
  expect(payload).toMatchObject({ purpose: 'save', extension: 'pdf', suggestedName: 'briefing.pdf' })
  const answer = { askId: payload.askId, path: '/some/where/b.pdf' }
  await opened.post(JSON.stringify({ name: 'desktop.answer', input: answer }))
  expect(await chosen).toBe('/some/where/b.pdf')

  const next = opened.desktop.chooseFileToOpen({ extension: 'demarche' })
  expect(await window.next()).toMatchObject({ payload: { purpose: 'open', folder: '/some/where' } })
  window.close()
  expect(await next, 'the window has gone without an answer').toBeNull()
})

test('without a window, nobody is asked', async () => {
  const { desktop } = await openShell()
  expect(await desktop.chooseFileToOpen({ extension: 'demarche' })).toBeNull()
})
