import { readBriefingOptions } from '../screens/briefing/briefing-options'
import { useCompareView } from '../state/compare-view'
import { attempt, tell } from '../state/notice'
import { useRoute } from '../state/route'
import { hasDossier, named, type Action } from './action'

export const briefingActions: readonly Action[] = [
  {
    id: 'briefing.print',
    label: named('action.briefing.print'),
    keys: ['Mod+P'],
    isEnabled: hasDossier,
    async perform({ api, say, locale }) {
      const { asOf } = useCompareView.getState()
      const options = readBriefingOptions(useRoute.getState().search, locale)
      const saved = await attempt(() =>
        api.call('briefing.print', { ...options, asOf: asOf ?? options.asOf }),
      )
      if (saved) tell(say('briefing.bar.saved', { pages: saved.pages ?? 0, path: saved.savedTo }))
    },
  },
]
