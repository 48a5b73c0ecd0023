import { closePane, openPane, openSheet, useCompareView } from '../state/compare-view'
import { openOverlay } from '../state/overlay'
import { chooseTheme } from '../state/preferences'
import { goTo } from '../state/route'
import { always, canWrite, hasDossier, named, type Action } from './action'

export const viewActions: readonly Action[] = [
  {
    id: 'view.compare',
    label: named('action.view.compare'),
    keys: ['Mod+1'],
    isEnabled: hasDossier,
    perform: () => goTo('compare'),
  },
  {
    id: 'view.briefing',
    label: named('action.view.briefing'),
    keys: ['Mod+3'],
    isEnabled: hasDossier,
    perform: () => goTo('briefing'),
  },
  {
    id: 'view.pane',
    label: named('action.view.pane'),
    keys: ['Mod+Shift+E'],
    isEnabled: ({ opened, screen }) => opened !== null && screen === 'compare',
    perform: () => (useCompareView.getState().isPaneOpen ? closePane() : openPane()),
  },
  {
    id: 'issue.new',
    label: named('action.issue.new'),
    keys: [],
    isEnabled: canWrite,
    perform() {
      goTo('compare')
      openSheet({ kind: 'issue', id: null, parentId: null })
    },
  },
  {
    id: 'party.new',
    label: named('action.party.new'),
    keys: [],
    isEnabled: canWrite,
    perform() {
      goTo('compare')
      openSheet({ kind: 'party', id: null })
    },
  },
  {
    id: 'search.open',
    label: named('action.search'),
    keys: ['/', 'Mod+F'],
    isEnabled: hasDossier,
    perform: () => openOverlay('search'),
  },
  {
    id: 'palette.open',
    label: named('action.palette'),
    keys: ['Mod+K'],
    isEnabled: always,
    perform: () => openOverlay('palette'),
  },
  {
    id: 'theme.system',
    label: named('action.theme.system'),
    keys: [],
    isEnabled: always,
    perform: () => chooseTheme('system'),
  },
  {
    id: 'theme.light',
    label: named('action.theme.light'),
    keys: [],
    isEnabled: always,
    perform: () => chooseTheme('light'),
  },
  {
    id: 'theme.dark',
    label: named('action.theme.dark'),
    keys: [],
    isEnabled: always,
    perform: () => chooseTheme('dark'),
  },
]
