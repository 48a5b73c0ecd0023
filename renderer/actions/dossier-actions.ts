import type { OpenedDossier } from '../../app/contract/dossier-contract'
import type { Api } from '../api'
import { openSheet } from '../state/compare-view'
import { attempt, tell } from '../state/notice'
import { goTo } from '../state/route'
import { always, canWrite, hasDossier, named, type Action } from './action'

export async function openDossier(api: Api, path?: string): Promise<void> {
  show(await attempt(() => api.call('dossier.open', path === undefined ? {} : { path })))
}

export async function openSample(api: Api): Promise<void> {
  show(await attempt(() => api.call('dossier.openSample', {})))
}

export async function createDossier(api: Api, given: { title: string; question: string }): Promise<void> {
  show(await attempt(() => api.call('dossier.create', given)))
}

/** A new dossier from one that was exported. */
export async function createFromJson(api: Api): Promise<void> {
  show(await attempt(() => api.call('dossier.createFromJson', {})))
}

function show(opened: OpenedDossier | null | undefined): void {
  if (opened) goTo('compare')
}

export const dossierActions: readonly Action[] = [
  {
    id: 'dossier.new',
    label: named('action.dossier.new'),
    keys: [],
    isEnabled: always,
    perform: () => goTo('home', { new: 'yes' }),
  },
  {
    id: 'dossier.open',
    label: named('action.dossier.open'),
    keys: ['Mod+O'],
    isEnabled: always,
    perform: ({ api }) => openDossier(api),
  },
  {
    id: 'dossier.fromJson',
    label: named('action.dossier.fromJson'),
    keys: [],
    isEnabled: always,
    perform: ({ api }) => createFromJson(api),
  },
  {
    id: 'dossier.sample',
    label: named('action.dossier.sample'),
    keys: [],
    isEnabled: always,
    perform: ({ api }) => openSample(api),
  },
  {
    id: 'dossier.saveAs',
    label: named('action.dossier.saveAs'),
    keys: ['Mod+Shift+S'],
    isEnabled: hasDossier,
    async perform({ api, say }) {
      const opened = await attempt(() => api.call('dossier.saveAs', {}))
      if (opened) tell(say('notice.savedAs', { path: opened.path }))
    },
  },
  {
    id: 'dossier.details',
    label: named('action.dossier.details'),
    keys: [],
    isEnabled: canWrite,
    perform() {
      goTo('compare')
      openSheet({ kind: 'dossier' })
    },
  },
  {
    id: 'dossier.records',
    label: named('action.dossier.records'),
    keys: [],
    isEnabled: hasDossier,
    perform() {
      goTo('compare')
      openSheet({ kind: 'records' })
    },
  },
  {
    id: 'dossier.history',
    label: named('action.dossier.history'),
    keys: [],
    isEnabled: hasDossier,
    perform() {
      goTo('compare')
      openSheet({ kind: 'history', recordId: null })
    },
  },
  {
    id: 'dossier.close',
    label: named('action.dossier.close'),
    keys: [],
    isEnabled: hasDossier,
    async perform({ api }) {
      await attempt(() => api.call('dossier.close', {}))
      goTo('home')
    },
  },
]
