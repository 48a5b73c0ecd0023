// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import type { Api } from '../../../renderer/api'
import {
  commitCell,
  draftChanges,
  draftProblem,
  editCell,
  forgetEditing,
  leaveCell,
  useCellEditing,
  written,
  type EditedPlace,
} from '../../../renderer/state/cell-editing'
import { dismissNotice, useNotice } from '../../../renderer/state/notice'

const cell = (party: string) => ({ kind: 'cell', issueId: 'i1', partyId: party }) as EditedPlace
const edited = () => useCellEditing.getState().edited

type Call = { name: string; input: Record<string, unknown>; answer: (error?: Error) => void }

/** An engine that answers when the test says so. */
function slowApi() {
  const calls: Call[] = []
  const call = (name: string, input: Record<string, unknown>) =>
    new Promise((resolve, reject) => {
      calls.push({ name, input, answer: (error) => (error ? reject(error) : resolve({})) })
    })
  return { api: { call } as unknown as Api, calls }
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

beforeEach(() => {
  forgetEditing()
  dismissNotice()
})

test('commits are written one after the other, in the order they were typed', async () => {
  const { api, calls } = slowApi()
  for (const party of ['p1', 'p2', 'p3']) {
    editCell(cell(party), { firstWords: `for ${party}` })
    commitCell(api)
  }
  expect(edited()).toBe(null)
  await turn()
  expect(calls.map(({ input }) => input.text)).toEqual(['for p1'])
  calls[0]!.answer()
  await turn()
  calls[1]!.answer()
  await turn()
  calls[2]!.answer()
  await written()
  expect(calls.map(({ name, input }) => `${name} ${String(input.text)}`)).toEqual([
    'position.record for p1',
    'position.record for p2',
    'position.record for p3',
  ])
})

test('what could not be written comes back, and what was typed meanwhile is finished first', async () => {
  const { api, calls } = slowApi()
  editCell(cell('p1'), { firstWords: 'refused' })
  commitCell(api)
  editCell(cell('p2'), { firstWords: 'being typed' })
  await turn()
  calls[0]!.answer(new Error('the disk is full'))
  await turn()
  expect(useNotice.getState().notice?.kind).toBe('failure')
  expect(edited()?.draft.text).toBe('being typed')
  commitCell(api)
  expect(edited()).toMatchObject({ place: cell('p1'), draft: { text: 'refused' } })
  await turn()
  calls[1]!.answer()
  await written()
  expect(calls).toHaveLength(2)
})

test('nothing typed writes nothing, and the next position has the kind of the last', async () => {
  const { api, calls } = slowApi()
  editCell(cell('p1'))
  draftChanges({ kind: 'refusal', text: '  ' })
  commitCell(api)
  await turn()
  expect(calls).toEqual([])
  editCell(cell('p1'), { firstWords: 'x' })
  draftChanges({ kind: 'refusal' })
  commitCell(api)
  editCell(cell('p2'))
  expect(edited()?.draft).toMatchObject({ kind: 'refusal', text: '', firmness: 'unstated' })
})

test('words that no text may hold are refused in the editor, before they are sent', async () => {
  const { api, calls } = slowApi()
  editCell(cell('p1'), { firstWords: 'a\u0007b' })
  expect(draftProblem(edited()!)).toMatchObject({ problem: 'control-character' })
  commitCell(api)
  expect(edited()).not.toBe(null)
  draftChanges({ text: 'x'.repeat(100_001) })
  expect(draftProblem(edited()!)).toEqual({ problem: 'too-long', limit: 100_000 })
  await turn()
  expect(calls).toEqual([])
})

test('leaving offers what was typed again; nothing typed is nothing to offer', () => {
  editCell(cell('p1'))
  leaveCell()
  expect(useNotice.getState().notice).toBe(null)
  editCell(cell('p1'), { firstWords: 'kept' })
  leaveCell()
  const { notice } = useNotice.getState()
  if (notice?.kind !== 'offer') throw new Error('Nothing was offered.')
  notice.perform()
  expect(edited()?.draft.text).toBe('kept')
})
