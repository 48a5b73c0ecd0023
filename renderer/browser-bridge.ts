import type { Bridge } from '../app/contract/bridge'
import type { Reply } from '../app/errors'

/** The same two doors as Electron's preload opens, over the local server that served this page. */
export function createBrowserBridge(): Bridge {
  // Opened by the first who listens: a page that only prints does not.
  let opened: EventSource | null = null
  return {
    async call(name, input) {
      const response = await fetch('./call', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, input }),
      })
      if (response.headers.get('content-type') === 'application/octet-stream') {
        return { ok: true, value: new Uint8Array(await response.arrayBuffer()) }
      }
      // The server passes on what the dispatcher replied.
      return (await response.json()) as Reply<unknown>
    },
    listen(wanted, listener) {
      const relay = (message: MessageEvent<string>) => {
        const { name, payload } = JSON.parse(message.data) as { name: string; payload: unknown }
        if (name === wanted) listener(payload)
      }
      opened ??= new EventSource('./events')
      const announcements = opened
      announcements.addEventListener('message', relay)
      return () => announcements.removeEventListener('message', relay)
    },
  }
}
