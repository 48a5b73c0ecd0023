import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MessageId } from '../app/messages/en'
import type { Say } from '../app/messages/say'

/** What the window does when asked; the same names as its own actions. */
export type MenuAction =
  | 'dossier.new'
  | 'dossier.open'
  | 'dossier.sample'
  | 'dossier.saveAs'
  | 'dossier.close'
  | 'edit.undo'
  | 'edit.redo'
  | 'view.compare'
  | 'view.briefing'
  | 'view.present'
  | 'view.pane'
  | 'briefing.print'
  | 'search.open'
  | 'palette.open'

type Role = NonNullable<MenuItemConstructorOptions['role']>
type MenuEntry =
  | { action: MenuAction; label: MessageId; accelerator?: string }
  | { role: Role; label: MessageId; notOn?: NodeJS.Platform }
  | 'line'
type MenuTable = readonly { label: MessageId; role?: Role; entries: readonly MenuEntry[] }[]

const menus: MenuTable = [
  {
    label: 'desktop.menu.file',
    entries: [
      { action: 'dossier.new', label: 'desktop.menu.new', accelerator: 'CmdOrCtrl+N' },
      { action: 'dossier.open', label: 'desktop.menu.open', accelerator: 'CmdOrCtrl+O' },
      { action: 'dossier.sample', label: 'desktop.menu.openSample' },
      'line',
      { action: 'dossier.saveAs', label: 'desktop.menu.saveAs', accelerator: 'CmdOrCtrl+Shift+S' },
      { action: 'briefing.print', label: 'desktop.menu.exportPdf', accelerator: 'CmdOrCtrl+P' },
      'line',
      { action: 'dossier.close', label: 'desktop.menu.closeDossier', accelerator: 'CmdOrCtrl+Shift+W' },
      { role: 'quit', label: 'desktop.menu.quit', notOn: 'darwin' },
    ],
  },
  {
    label: 'desktop.menu.edit',
    entries: [
      // Not the native roles: the window decides whether a text field or the dossier is meant.
      { action: 'edit.undo', label: 'desktop.menu.undo', accelerator: 'CmdOrCtrl+Z' },
      { action: 'edit.redo', label: 'desktop.menu.redo', accelerator: 'CmdOrCtrl+Shift+Z' },
      'line',
      { role: 'cut', label: 'desktop.menu.cut' },
      { role: 'copy', label: 'desktop.menu.copy' },
      { role: 'paste', label: 'desktop.menu.paste' },
      { role: 'selectAll', label: 'desktop.menu.selectAll' },
      'line',
      { action: 'search.open', label: 'desktop.menu.find', accelerator: 'CmdOrCtrl+F' },
    ],
  },
  {
    label: 'desktop.menu.view',
    entries: [
      { action: 'view.compare', label: 'desktop.menu.compare', accelerator: 'CmdOrCtrl+1' },
      { action: 'view.briefing', label: 'desktop.menu.briefing', accelerator: 'CmdOrCtrl+2' },
      { action: 'view.present', label: 'desktop.menu.present' },
      { action: 'view.pane', label: 'desktop.menu.pane' },
      'line',
      { role: 'resetZoom', label: 'desktop.menu.actualSize' },
      { role: 'zoomIn', label: 'desktop.menu.zoomIn' },
      { role: 'zoomOut', label: 'desktop.menu.zoomOut' },
      'line',
      { role: 'togglefullscreen', label: 'desktop.menu.fullScreen' },
    ],
  },
  {
    label: 'desktop.menu.window',
    role: 'window',
    entries: [
      { role: 'minimize', label: 'desktop.menu.minimize' },
      { role: 'close', label: 'desktop.menu.closeWindow' },
    ],
  },
  {
    label: 'desktop.menu.help',
    role: 'help',
    entries: [
      { action: 'palette.open', label: 'desktop.menu.commands', accelerator: 'CmdOrCtrl+K' },
      { role: 'about', label: 'desktop.menu.about', notOn: 'darwin' },
    ],
  },
]

export type MenuChoice = { say: Say; choose: (action: MenuAction) => void; platform: NodeJS.Platform }

export function installMenu(choice: MenuChoice): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(choice)))
}

export function menuTemplate({ say, choose, platform }: MenuChoice): MenuItemConstructorOptions[] {
  const item = (entry: MenuEntry): MenuItemConstructorOptions[] => {
    if (entry === 'line') return [{ type: 'separator' }]
    if ('role' in entry) {
      return entry.notOn === platform ? [] : [{ role: entry.role, label: say(entry.label) }]
    }
    const { action, label, accelerator } = entry
    return [{ label: say(label), click: () => choose(action), ...(accelerator && { accelerator }) }]
  }
  const own = menus.map(({ label, role, entries }) => ({
    label: say(label),
    ...(role && { role }),
    submenu: entries.flatMap(item),
  }))
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...own] : own
}
