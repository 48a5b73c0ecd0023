import type { MessageId } from '../../app/messages/en'
import type { WallMove } from '../../app/contract/presenting-contract'
import { attempt } from '../state/notice'
import {
  endPresenting,
  isPresenting,
  move,
  openWall,
  show,
  usePresenterView,
  usePresenting,
} from '../state/presenting'
import { goTo } from '../state/route'
import type { Application } from '../state/application'
import { hasDossier, named, type Action, type ActionState } from './action'

const isLeading = ({ screen }: ActionState) => screen === 'present' && isPresenting()

const moveAction = (to: WallMove, label: MessageId, keys: readonly string[]): Action => ({
  id: `presenting.${to}`,
  label: named(label),
  keys,
  isEnabled: isLeading,
  perform: ({ api }) => move(api, to),
})

const whileLeading = (
  id: string,
  label: MessageId,
  keys: readonly string[],
  perform: (application: Application) => void | Promise<unknown>,
): Action => ({ id: `presenting.${id}`, label: named(label), keys, isEnabled: isLeading, perform })

/** What a key, a clicker or the palette can do while a room is led. The sheet of keys is made from these. */
export const presentingActions: readonly Action[] = [
  {
    id: 'view.present',
    label: named('action.view.present'),
    keys: ['Mod+5'],
    isEnabled: hasDossier,
    perform: () => goTo('present'),
  },
  moveAction('next', 'present.key.next', ['ArrowRight', 'PageDown', ' ']),
  moveAction('back', 'present.key.back', ['ArrowLeft', 'PageUp']),
  moveAction('next issue', 'present.key.nextIssue', ['ArrowDown']),
  moveAction('previous issue', 'present.key.previousIssue', ['ArrowUp']),
  moveAction('first', 'present.key.first', ['Home']),
  moveAction('last', 'present.key.last', ['End']),
  moveAction('black', 'present.key.black', ['B', '.']),
  whileLeading('escape', 'present.key.escape', ['Escape'], ({ api }) => {
    const { isWallHere, sheet } = usePresenterView.getState()
    const { state } = usePresenting.getState()
    const hasSomething = state && (state.isBlack || state.spot !== null || state.sideBySide.length > 0)
    if (sheet !== null) usePresenterView.setState({ sheet: null })
    else if (hasSomething) move(api, 'escape')
    else if (isWallHere) usePresenterView.setState({ isWallHere: false })
  }),
  whileLeading('light', 'present.key.light', ['S'], ({ api }) => show(api, { light: 'next' })),
  whileLeading('lightBack', 'present.key.lightBack', ['Shift+S'], ({ api }) =>
    show(api, { light: 'previous' }),
  ),
  whileLeading('quotation', 'present.key.quotation', ['E'], ({ api }) => show(api, { quotation: 'next' })),
  whileLeading('zone', 'present.key.zone', ['L'], ({ api }) => {
    const { state } = usePresenting.getState()
    if (!state?.here) return
    const isShown = !state.isZoneShown
    const step = state.here.steps.findIndex((each) => each.step === 'landing zone')
    show(api, { isZoneShown: isShown })
    if (isShown && step !== -1 && step !== state.here.step) move(api, { issue: state.here.issue, step })
  }),
  whileLeading('timer', 'present.key.timer', ['T'], ({ api }) =>
    show(api, { isTimerShown: !usePresenting.getState().state?.isTimerShown }),
  ),
  whileLeading('park', 'present.key.park', ['P'], () => focusOn('park')),
  whileLeading('zoneWords', 'present.key.zoneWords', ['Z'], () => focusOn('zone')),
  whileLeading('groundWords', 'present.key.groundWords', ['G'], () => focusOn('ground')),
  whileLeading('hands', 'present.key.hands', ['H'], () => focusOn('hands')),
  whileLeading('wallHere', 'present.key.wallHere', ['W'], () =>
    usePresenterView.setState(({ isWallHere }) => ({ isWallHere: !isWallHere })),
  ),
  whileLeading('openWall', 'present.key.openWall', ['O'], ({ api }) => attempt(() => openWall(api))),
  whileLeading('keys', 'present.key.sheet', ['?'], () =>
    usePresenterView.setState(({ sheet }) => ({ sheet: sheet === 'keys' ? null : 'keys' })),
  ),
  whileLeading('end', 'present.key.end', [], ({ api }) => endPresenting(api)),
]

/** Fields that a key leads to say so themselves. */
function focusOn(field: string): void {
  document.querySelector<HTMLElement>(`[data-presenter-field="${field}"]`)?.focus()
}
