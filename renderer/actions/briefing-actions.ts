import type { BriefingOptions } from '../../app/contract/briefing-contract'
import { readBriefingOptions } from '../screens/briefing/briefing-options'
import type { Application } from '../state/application'
import { useCompareView } from '../state/compare-view'
import { notePrinted } from '../state/briefing-desk'
import { attempt, tell } from '../state/notice'
import { useRoute } from '../state/route'
import { hasDossier, named, type Action } from './action'

/** Prints what was chosen, and says where it went. */
export async function printBriefing({ api, say }: Application, options: BriefingOptions): Promise<void> {
  const saved = await attempt(() => api.call('briefing.print', options))
  if (!saved) return
  if (saved.pages !== null) notePrinted({ choices: JSON.stringify(options), pages: saved.pages })
  tell(say('briefing.bar.saved', { pages: saved.pages ?? 0, path: saved.savedTo }))
}

/** Writes what was chosen for a word processor or a projector, and says where it went. */
export async function writeBriefing(
  { api, say }: Application,
  options: BriefingOptions,
  format: 'docx' | 'pptx',
): Promise<void> {
  const saved = await attempt(() => api.call('dossier.export', { ...options, format }))
  if (saved) tell(say('briefing.bar.saved', { pages: 0, path: saved.savedTo }))
}

export const briefingActions: readonly Action[] = [
  {
    id: 'briefing.print',
    label: named('action.briefing.print'),
    keys: ['Mod+P'],
    isEnabled: hasDossier,
    perform(application) {
      const { asOf, since } = useCompareView.getState()
      const options = readBriefingOptions(useRoute.getState().search, application.locale)
      return printBriefing(application, {
        ...options,
        asOf: asOf ?? options.asOf,
        since: since ?? options.since,
      })
    },
  },
]
