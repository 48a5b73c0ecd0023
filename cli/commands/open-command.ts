import { resolve } from 'node:path'
import { AppError, unwrap } from '../../app/errors'
import { createSay } from '../../app/messages/say'
import { openAppWindow } from '../app-window'
import { startBrowserShell, type BrowserShell } from '../browser-shell/browser-shell'
import { exitCodes, type Command, type CommandContext } from '../command'
import { findElectron, runElectron } from '../find-electron'
import { userName } from '../../engine/places'
import { startEngine } from '../start-engine'

const say = createSay('en')

export const openCommand: Command = {
  name: 'open',
  usage: { words: ['[FILE]'], options: '[--sample]' },
  help: 'cli.help.open',
  options: { sample: { type: 'boolean' } },

  async run({ words: [file], values: { sample } }, context) {
    if (file !== undefined && sample) throw new AppError('usage', { problem: say('cli.file-or-sample') })
    const hasDisplay =
      process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

    const electron = findElectron(context.places.root)
    if (electron !== null && hasDisplay) {
      return runElectron(electron, [
        context.places.root,
        ...(sample ? ['--sample'] : []),
        ...(file === undefined ? [] : [resolve(file)]),
      ])
    }
    if (electron === null) context.warn(say('cli.no-electron'))

    const shell = await startShell(context)
    try {
      // A file that is refused is refused here, before there is a window.
      if (sample) unwrap(await shell.dispatch('dossier.openSample', {}))
      if (file !== undefined) unwrap(await shell.dispatch('dossier.open', { path: resolve(file) }))
      await showUntilEnded(shell, { hasDisplay, context })
    } finally {
      await shell.stop()
    }
    return exitCodes.done
  },
}

function startShell({ places }: CommandContext): Promise<BrowserShell> {
  return startBrowserShell({
    rendererFolder: places.renderer,
    startEngine: ({ desktop, announce }) =>
      startEngine(places.engineWorker, {
        desktop,
        announce,
        start: { user: userName(), homeFolder: places.home, samplePath: places.sample },
      }),
  })
}

/** Until the window is closed or the process is told to end. */
async function showUntilEnded(
  shell: BrowserShell,
  { hasDisplay, context }: { hasDisplay: boolean; context: CommandContext },
): Promise<void> {
  const told = new Promise<'told'>((resolve) => {
    // A terminal tells the whole group, and a starter may tell us again: the second must not cut the ending short.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('told'))
  })
  const appWindow = hasDisplay ? await openAppWindow(shell.ticketAddress()) : null
  const ended = appWindow === null ? 'failed' : await Promise.race([told, appWindow.ended])
  await appWindow?.close()
  if (ended !== 'failed') return
  context.print(say('cli.open-at', { address: shell.address }))
  await told
}
