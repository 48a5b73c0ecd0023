import { chooseFiles } from '../screens/sources/file-chooser'
import { find } from '../state/reader'
import { goTo, useRoute } from '../state/route'
import { canWrite, hasDossier, named, type Action } from './action'

export const sourceActions: readonly Action[] = [
  {
    id: 'view.sources',
    label: named('action.view.sources'),
    keys: ['Mod+2'],
    isEnabled: hasDossier,
    perform: () => goTo('sources'),
  },
  {
    id: 'source.add',
    label: named('action.source.add'),
    keys: [],
    isEnabled: canWrite,
    perform() {
      if (useRoute.getState().screen !== 'sources') goTo('sources')
      // The chooser is on the screen once it is drawn.
      requestAnimationFrame(chooseFiles)
    },
  },
  {
    id: 'reader.find',
    label: named('action.reader.find'),
    keys: ['F'],
    isEnabled: ({ opened, screen }) =>
      opened !== null && screen === 'sources' && useRoute.getState().search.has('id'),
    perform: () => find(''),
  },
]
