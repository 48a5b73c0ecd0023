import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import type { Events } from '../app/contract'
import type { Dispatch } from '../engine/dispatch'
import { isOurs } from './origin'

/** Who may ask which engine, and the only way in. */
export type Border = {
  /** Lets this page's main frame ask that engine, in place of any it asked before. */
  admit(contents: WebContents, dispatch: Dispatch): void
}

export function openBorder(): Border {
  const dispatchFor = new Map<number, Dispatch>()

  ipcMain.handle('call', (event, name: unknown, input: unknown) => {
    const dispatch = dispatchFor.get(event.sender.id)
    if (dispatch === undefined || !isFromOurPage(event)) throw new Error('This page may not ask anything.')
    if (typeof name !== 'string') throw new Error('An operation is asked for by its name.')
    return dispatch(name, input)
  })

  return {
    admit(contents, dispatch) {
      const { id } = contents
      if (!dispatchFor.has(id)) contents.once('destroyed', () => dispatchFor.delete(id))
      dispatchFor.set(id, dispatch)
    },
  }
}

/** The main frame as it is now: a frame inside it, or a page that was left, has another token or a parent. */
function isFromOurPage({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false
  const { mainFrame } = sender
  if (senderFrame.processId !== mainFrame.processId) return false
  if (senderFrame.frameToken !== mainFrame.frameToken) return false
  return isOurs(senderFrame.origin)
}

/** Tells this window alone. */
export function announce<Name extends keyof Events>(
  contents: WebContents,
  name: Name,
  payload: Events[Name],
): void {
  if (!contents.isDestroyed()) contents.send('announce', name, payload)
}
