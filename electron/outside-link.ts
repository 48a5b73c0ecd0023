import { BrowserWindow, dialog, shell, type WebContents } from 'electron'
import type { Say } from '../app/messages/say'

/** A dialog cannot show more of an address, and nobody may open one unseen. */
const longestAddress = 2_000
const asking = new Set<number>()

/** Shows the whole address and opens it only when told to; http and https only. */
export async function askOutside(address: string, contents: WebContents, say: Say): Promise<void> {
  const shown = outsideAddress(address)
  const window = BrowserWindow.fromWebContents(contents)
  if (shown === null || window === null || asking.has(contents.id)) return
  asking.add(contents.id)
  try {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: say('desktop.outside.question'),
      detail: shown,
      buttons: [say('desktop.outside.open'), say('desktop.cancel')],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    })
    if (response === 0) await shell.openExternal(shown)
  } finally {
    asking.delete(contents.id)
  }
}

/** As the browser will understand it, host in its ASCII form; null where it is not to be opened at all. */
function outsideAddress(address: string): string | null {
  const url = URL.parse(address)
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null
  // What stands before the @ is there to be taken for the host.
  if (url.username !== '' || url.password !== '' || url.href.length > longestAddress) return null
  return url.href
}
