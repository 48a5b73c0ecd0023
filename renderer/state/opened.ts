import { create } from 'zustand'
import type { HistoryState } from '../../app/contract/history-contract'
import type { OpenedDossier } from '../../app/contract/dossier-contract'
import type { Api } from '../api'
import { forgetView } from './compare-view'
import { forgetExport } from './exporting'
import { forgetArrangement } from './comparison-view'
import { forgetFinding } from './finding'
import { showFailure } from './notice'

type Opened = {
  /** Undefined until the engine has said what is open. */
  opened: OpenedDossier | null | undefined
  history: HistoryState
}

const nothingToUndo: HistoryState = { canUndo: null, canRedo: null }

/** The dossier of this window, and what can be undone in it. */
export const useOpened = create<Opened>(() => ({ opened: undefined, history: nothingToUndo }))

export function followDossier(api: Api): () => void {
  const readOpened = () =>
    api.call('dossier.opened', {}).then((opened) => useOpened.setState({ opened }), showFailure)
  const stops = [
    api.listen('dossier.changed', ({ canUndo, canRedo }) => {
      useOpened.setState({ history: { canUndo, canRedo } })
      void readOpened()
    }),
    api.listen('dossier.switched', (opened) => {
      forgetView()
      forgetExport()
      forgetArrangement()
      forgetFinding()
      useOpened.setState({ opened, history: nothingToUndo })
    }),
  ]
  void readOpened()
  return () => {
    for (const stop of stops) stop()
  }
}
