import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { menuTemplate, type MenuAction } from '../../electron/menu'
import { say } from './open-fake'

vi.mock('electron', () => import('./fake-electron'))

function menuOn(platform: NodeJS.Platform) {
  const chosen: MenuAction[] = []
  const menus = menuTemplate({ say, choose: (action) => chosen.push(action), platform })
  const items = menus.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []))
  const press = (item: MenuItemConstructorOptions) => item.click?.(null as never, undefined, null as never)
  return { menus, items, chosen, press }
}

test('every action of the window is on the menu, under its own words', () => {
  const { items, chosen, press } = menuOn('linux')
  const actions = items.flatMap((item) => {
    press(item)
    const action = chosen.pop()
    return action === undefined ? [] : [[item.label, action]]
  })
  expect(Object.fromEntries(actions)).toEqual({
    'New…': 'dossier.new',
    'Open…': 'dossier.open',
    'Open Sample': 'dossier.sample',
    'Save a Copy As…': 'dossier.saveAs',
    'Export PDF…': 'briefing.print',
    'Close Dossier': 'dossier.close',
    Undo: 'edit.undo',
    Redo: 'edit.redo',
    'Find…': 'search.open',
    Compare: 'view.compare',
    Briefing: 'view.briefing',
    Present: 'view.present',
    'Side Pane': 'view.pane',
    'All Commands…': 'palette.open',
  })
})

test('undo is never the native one, which would know nothing of the dossier', () => {
  const roles = menuOn('linux').items.map(({ role }) => role)
  expect(roles).not.toContain('undo')
  expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'togglefullscreen']))
})

test('nothing opens the developer’s tools or loads the page anew', () => {
  const roles = menuOn('linux').items.map(({ role }) => role)
  for (const role of ['toggleDevTools', 'reload', 'forceReload', 'viewMenu'])
    expect(roles).not.toContain(role)
})

test.each<NodeJS.Platform>(['linux', 'win32', 'darwin'])('no key stands for two things on %s', (platform) => {
  const keys = menuOn(platform).items.flatMap(({ accelerator }) => accelerator ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})

test('a Mac has its own menu first, with About and Quit in it', () => {
  const mac = menuOn('darwin')
  expect(mac.menus[0]).toEqual({ role: 'appMenu' })
  expect(mac.items.filter(({ role }) => role === 'quit' || role === 'about')).toEqual([])
  expect(menuOn('win32').items.filter(({ role }) => role === 'quit' || role === 'about')).toHaveLength(2)
})
