import type { ServerResponse } from 'node:http'
import type { Announce } from '../../engine/channel'

export type Announcements = ReturnType<typeof createAnnouncements>

/** Server-sent events to every window that listens; each is `{ name, payload }`. */
export function createAnnouncements() {
  const listening = new Set<ServerResponse>()
  const deserted = new Set<() => void>()
  let onCount = (_count: number) => {}

  const announce: Announce = (name, payload) => {
    const event = `data: ${JSON.stringify({ name, payload })}\n\n`
    for (const response of listening) response.write(event)
  }

  return {
    announce,
    hasListeners: () => listening.size > 0,
    /** Calls back with how many listen, whenever that changes. */
    onCount: (callback: (count: number) => void) => void (onCount = callback),
    /** Calls back whenever the last window has gone. */
    onDeserted: (callback: () => void) => void deserted.add(callback),
    subscribe(response: ServerResponse) {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
      // Headers alone wait for the first words; the window has to know that it is heard.
      response.write(':\n\n')
      listening.add(response)
      onCount(listening.size)
      response.on('close', () => {
        listening.delete(response)
        onCount(listening.size)
        if (listening.size === 0) for (const callback of deserted) callback()
      })
    },
  }
}
