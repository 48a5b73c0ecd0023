import { openSheet, useCompareView } from '../state/compare-view'
import { goTo } from '../state/route'
import { hasDossier, named, type Action } from './action'

export const exportActions: readonly Action[] = [
  {
    id: 'dossier.export',
    label: named('action.dossier.export'),
    keys: ['Mod+E'],
    isEnabled: hasDossier,
    perform() {
      goTo('compare')
      // Asked for twice, it is there once.
      if (useCompareView.getState().sheets.at(-1)?.kind !== 'export') openSheet({ kind: 'export' })
    },
  },
]
