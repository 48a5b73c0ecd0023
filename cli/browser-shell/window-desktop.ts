import { homedir } from 'node:os'
import { dirname } from 'node:path'
import type { Events } from '../../app/contract'
import type { DesktopAsk } from '../../app/contract/desktop-contract'
import type { Desktop } from '../../engine/desktop'
import type { Announcements } from './announcements'

/** A browser has no file dialogs that give paths, so the window itself asks the person, and answers here. */
export function createWindowDesktop(announcements: Announcements) {
  const waiting = new Map<number, (path: string | null) => void>()
  let lastAsk = 0
  let folder = homedir()

  announcements.onDeserted(() => {
    for (const settle of waiting.values()) settle(null)
    waiting.clear()
  })

  function ask(
    question: Pick<DesktopAsk, 'purpose' | 'extension' | 'suggestedName'>,
  ): Promise<string | null> {
    // Without a window there is nobody to ask, and waiting would be for good.
    if (!announcements.hasListeners()) return Promise.resolve(null)
    return new Promise((resolve) => {
      const askId = ++lastAsk
      waiting.set(askId, resolve)
      announcements.announce('desktop.asked', { askId, folder, ...question })
    })
  }

  const desktop = {
    chooseFileToOpen: ({ extension }) => ask({ purpose: 'open', extension, suggestedName: '' }),
    chooseFileToSave: ({ extension, suggestedName }) => ask({ purpose: 'save', extension, suggestedName }),
    async answer({ askId, path }) {
      if (path !== null) folder = dirname(path)
      waiting.get(askId)?.(path)
      waiting.delete(askId)
    },
  } satisfies Partial<Desktop>

  /** The folder of the dossier that was opened last is where the next question begins. */
  function notice<Name extends keyof Events>(name: Name, payload: Events[Name]): void {
    if (name !== 'dossier.switched') return
    const opened = payload as Events['dossier.switched']
    if (opened !== null && !opened.isSample) folder = dirname(opened.path)
  }

  return { desktop, notice }
}
