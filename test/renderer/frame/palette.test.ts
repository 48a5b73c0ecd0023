// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { createSay } from '../../../app/messages/say'
import { findActions } from '../../../renderer/actions/find-actions'
import { keyLabel, type ActionState } from '../../../renderer/actions/action'
import { actionOf, allActions } from '../../../renderer/actions/all-actions'
import { columnMenuGroups } from '../../../renderer/screens/compare/finding/column-menu'
import { selectionMenus } from '../../../renderer/screens/compare/entry/selection-line'
import { dossierMenuGroups } from '../../../renderer/frame/dossier-menu'
import { useColumns } from '../../../renderer/state/columns'

const say = createSay('en')
const column = { partyId: '0193a5f0-0000-7000-8000-000000000001', name: 'Norway' } as never
const state: ActionState = {
  opened: null,
  history: { canUndo: null, canRedo: null },
  screen: 'compare',
  column,
  baseline: null,
}
const found = (words: string) => findActions(allActions, words, { state, say }).map(({ action }) => action.id)

const offered = [...dossierMenuGroups, ...columnMenuGroups, ...selectionMenus].flat()

test('whatever a menu offers is found in the palette, by the words of the menu and by its whole name', () => {
  useColumns.setState({ columns: [column] })
  expect(offered.length).toBeGreaterThan(20)
  for (const id of offered) {
    const action = actionOf(id)
    expect(found(action.label(state, say)), id).toContain(id)
    if (action.menuLabel) expect(found(action.menuLabel(state, say)), id).toContain(id)
  }
})

test('what others call it finds it too', () => {
  const called = {
    pin: 'column.pin',
    hide: 'column.hide',
    'move column': 'column.earlier',
    resize: 'column.wider',
    'column width': 'column.usualWidth',
    transpose: 'layout.transpose',
    baseline: 'baseline.choose',
    collapse: 'layout.foldAll',
    'save this view': 'layout.open',
  }
  for (const [words, id] of Object.entries(called)) expect(found(words), words).toContain(id)
  expect(found('move column')).not.toContain('column.hide')
  expect(found('nothing is called that')).toEqual([])
})

test('what can be done now comes first', () => {
  const can = { ...state, opened: { isReadOnly: false } as never }
  const rows = findActions(allActions, 'rows', { state: can, say }).map(({ isEnabled }) => isEnabled)
  expect(rows).toContain(true)
  expect(rows).toEqual(rows.toSorted((a, b) => Number(b) - Number(a)))
})

test('no two actions have one id, and a key is written as it stands on the keyboard', () => {
  const ids = allActions.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(keyLabel('Alt+Shift+ArrowLeft')).toBe('Alt Shift ←')
  const keys = allActions.flatMap((action) => action.keys.map(keyLabel))
  expect(keys).toContain('↓')
  expect(keys.filter((key) => /Arrow|Mod/.test(key))).toEqual([])
})
