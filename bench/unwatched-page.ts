import type { Browser, CDPSession } from 'playwright-core'
import { kilobytesOf, kilobytesOfFiles } from './watched'

export type UnwatchedPage = Awaited<ReturnType<typeof openUnwatchedPage>>

/**
 * A page as a person has it. One that Playwright opens keeps, for its inspector, every answer that was fetched: 24 MB
 * of a comparison that came in portions, which nobody's window holds.
 */
export async function openUnwatchedPage(browser: Browser, address: string) {
  const inspector = await browser.newBrowserCDPSession()
  const before = new Set(await renderers(inspector))
  const { browserContextId } = await inspector.send('Target.createBrowserContext')
  const { targetId } = await inspector.send('Target.createTarget', { url: address, browserContextId })
  const { sessionId } = await inspector.send('Target.attachToTarget', { targetId, flatten: false })
  const waiting = new Map<number, (result: unknown) => void>()
  let last = 0
  inspector.on('Target.receivedMessageFromTarget', ({ message, sessionId: from }) => {
    const { id, result, error } = JSON.parse(message) as { id?: number; result?: unknown; error?: unknown }
    if (from === sessionId && id !== undefined) waiting.get(id)?.(result ?? { error })
  })
  const send = (method: string, params: object = {}) =>
    new Promise<unknown>((answered) => {
      last += 1
      waiting.set(last, answered)
      const message = JSON.stringify({ id: last, method, params })
      void inspector.send('Target.sendMessageToTarget', { sessionId, message })
    })
  const evaluate = async <T>(expression: string): Promise<T> => {
    const answer = await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })
    // As the inspector's protocol has it.
    return (answer as { result: { value: T } }).result.value
  }
  await send('Emulation.setDeviceMetricsOverride', {
    width: 1600,
    height: 900,
    deviceScaleFactor: 0,
    mobile: false,
  })
  return {
    evaluate,
    async until(condition: string) {
      while (!(await evaluate<boolean>(condition))) await passed(100)
    },
    async scrollThrough(scroller: string) {
      const at = { type: 'mouseWheel', x: 900, y: 500, deltaX: 0 }
      for (const [turns, deltaY] of [
        [90, 120],
        [45, 1_500],
      ] as const) {
        for (let turn = 0; turn < turns; turn += 1) {
          await Promise.all([send('Input.dispatchMouseEvent', { ...at, deltaY }), passed(frameMs)])
        }
      }
      for (const share of [0.5, 0.1, 0.9, 0.3, 0.7, 0.2, 0.95, 0]) {
        await evaluate(`{
          const scroller = document.querySelector('${scroller}')
          scroller.scrollTop = ${share} * (scroller.scrollHeight - scroller.clientHeight)
        }`)
        await passed(100)
      }
    },
    /** Of the process that draws it, once what is no longer needed has been let go of. */
    async megabytes(): Promise<{ process: number; files: number; heap: number }> {
      await send('HeapProfiler.collectGarbage')
      await passed(300)
      // Chromium starts one of its own for a page of its own with every context; the page that was asked for comes last.
      const own = (await renderers(inspector)).filter((id) => !before.has(id)).toSorted((a, b) => a - b)
      const pid = own.at(-1) ?? 0
      const { usedSize } = (await send('Runtime.getHeapUsage')) as { usedSize: number }
      return {
        process: kilobytesOf(pid) / 1_000,
        files: kilobytesOfFiles(pid) / 1_000,
        heap: usedSize / 1e6,
      }
    },
    async close() {
      await inspector.send('Target.closeTarget', { targetId })
      await inspector.send('Target.disposeBrowserContext', { browserContextId })
      await inspector.detach()
    },
  }
}

const frameMs = 1_000 / 60

const passed = (ms: number) => new Promise((over) => setTimeout(over, ms))

async function renderers(inspector: CDPSession): Promise<number[]> {
  const { processInfo } = await inspector.send('SystemInfo.getProcessInfo')
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}
