import type { Readable, Writable } from 'node:stream'
import { scriptFlags } from '../../engine/script-memory'
import { chromiumFlags } from '../chromium-flags'
import { startChromium } from '../chromium-process'

/** A tab of Chromium's, by the protocol that its developer tools speak. */
export type Tab = {
  /** The protocol's own commands, as in `Page.printToPDF`; rejects with what Chromium says, or when it is gone. */
  send<Answer = unknown>(method: string, params?: object): Promise<Answer>
  listen(method: string, listener: (params: never) => void): void
  close(): Promise<void>
}

export type HeadlessChromium = { openTab(): Promise<Tab>; stop(): Promise<void> }

type Message = {
  id?: number
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
  sessionId?: string
}
type Pending = { sessionId: string; resolve: (answer: never) => void; reject: (error: Error) => void }

/**
 * A Chromium without a window, with a profile that is gone when it stops. We speak to it over two pipes, so that
 * nothing else on the machine can, and it ends when our end of them closes.
 * Protocol: chromedevtools.github.io/devtools-protocol, as of Chromium 156.
 */
export async function startHeadlessChromium(executable: string): Promise<HeadlessChromium> {
  const { child, ended, stop } = await startChromium(
    executable,
    [
      '--headless',
      '--remote-debugging-pipe',
      '--disable-gpu',
      '--disable-extensions',
      '--force-color-profile=srgb',
      // Letters stand where they would at any resolution, not where a screen's pixels are.
      '--font-render-hinting=none',
      '--hide-scrollbars',
      '--mute-audio',
      '--no-startup-window',
      // Wider than any sheet: a page may tell by its width that it is not being printed yet.
      '--window-size=1440,900',
      // A page that prints may ask for its garbage to be collected.
      ...chromiumFlags({ scripts: `${scriptFlags},--expose-gc` }),
    ],
    // A console of its own is what it would get on Windows.
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  )
  // What is asked for above: a pipe to write to and one to read from.
  const [, , , toChromium, fromChromium] = child.stdio as unknown as [null, null, null, Writable, Readable]
  const pending = new Map<number, Pending>()
  const listeners = new Map<string, Map<string, (params: never) => void>>()
  let last = 0

  /** Of one tab, or of all. */
  const giveUp = (reason: string, lost?: string) => {
    for (const [id, { sessionId, reject }] of pending) {
      if (lost !== undefined && sessionId !== lost) continue
      pending.delete(id)
      reject(new Error(reason))
    }
  }
  void ended.then((end) => giveUp(end instanceof Error ? end.message : `Chromium ended with ${end}.`))
  // It hears of the end by itself.
  toChromium.on('error', () => {})
  onMessages(fromChromium, ({ id, method, params, result, error, sessionId = '' }) => {
    if (method === 'Inspector.targetCrashed') return giveUp('The page crashed.', sessionId)
    if (id === undefined) return listeners.get(sessionId)?.get(method ?? '')?.(params as never)
    const asked = pending.get(id)
    pending.delete(id)
    if (error === undefined) asked?.resolve(result as never)
    else asked?.reject(new Error(error.message))
  })

  function send<Answer>(method: string, params: object = {}, sessionId = ''): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
        return reject(new Error('Chromium is not running.'))
      const id = ++last
      pending.set(id, { sessionId, resolve, reject })
      toChromium.write(
        `${JSON.stringify({ id, method, params, ...(sessionId === '' ? {} : { sessionId }) })}\0`,
      )
    })
  }

  return {
    async openTab() {
      const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
      const attached = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
      const { sessionId } = attached
      const heard = new Map<string, (params: never) => void>()
      listeners.set(sessionId, heard)
      await send('Inspector.enable', {}, sessionId)
      return {
        send: (method, params) => send(method, params, sessionId),
        listen: (method, listener) => void heard.set(method, listener),
        async close() {
          listeners.delete(sessionId)
          await send('Target.closeTarget', { targetId })
        },
      }
    },
    async stop() {
      await stop()
      // A process that it started may outlive it a little, and holds the other ends.
      toChromium.destroy()
      fromChromium.destroy()
    },
  }
}

/** Messages end with a zero byte, wherever the pieces that they come in end. */
export function onMessages(from: Readable, listener: (message: Message) => void): void {
  let parts: Buffer[] = []
  from.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const whole = Buffer.concat([...parts, chunk.subarray(start, end)])
      parts = []
      start = end + 1
      // Chromium writes what its protocol says.
      listener(JSON.parse(whole.toString('utf8')) as Message)
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
  })
}
