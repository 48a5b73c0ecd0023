import { describe, expect, test } from 'vitest'
import { contract, type OperationName } from '../../app/contract'
import { addInput, engineFields, recordContract } from '../../app/contract/record-contract'
import { recordDefaults } from '../../app/model/record-defaults'
import { recordKinds, recordModels } from '../../app/model/records'

test('the areas of the contract share no name', () => {
  const parts = Object.keys(recordContract)
  expect(new Set(parts).size).toBe(parts.length)
  expect(Object.keys(contract).length).toBeGreaterThan(parts.length)
})

test.each(Object.entries(contract))('%s refuses what it does not know', (_name, { input }) => {
  expect(input.safeParse({ nobodyKnowsThis: 1 }).success).toBe(false)
  expect(input.safeParse(null).success).toBe(false)
  expect(input.safeParse([]).success).toBe(false)
})

describe.each(recordKinds)('%s', (kind) => {
  const operations = recordContract as Record<string, { kind: string } | undefined>
  const shape = recordModels[kind].shape
  const isWhole = kind === 'position' || kind === 'statement'
  const isIssued = kind === 'frozenBriefing'

  test('has its operations, each of its kind', () => {
    expect(operations[`${kind}.list`]!.kind).toBe('query')
    expect(operations[`${kind}.get`]!.kind).toBe('query')
    expect(operations[`${kind}.change`]!.kind).toBe('command')
    expect(operations[`${kind}.remove`]!.kind).toBe('command')
    expect(operations[`${kind}.add`]?.kind).toBe(isWhole || isIssued ? undefined : 'command')
    expect(operations[`${kind}.reorder`]?.kind).toBe('sortOrder' in shape ? 'command' : undefined)
    if (isWhole) expect(contract[`${kind}.record`].kind).toBe('command')
  })

  test('takes every field of the model but those that the engine sets', () => {
    const given = Object.keys(addInput(kind).shape)
    expect(given.toSorted()).toEqual(
      Object.keys(shape)
        .filter((field) => !(engineFields as readonly string[]).includes(field))
        .toSorted(),
    )
  })

  test('has defaults that its model allows', () => {
    const fields = shape as Record<string, { parse(value: unknown): unknown }>
    for (const [field, value] of Object.entries(recordDefaults[kind])) {
      expect(fields[field]!.parse(value)).toEqual(value)
    }
  })

  test('fills in nothing when it is changed', () => {
    const id = '0193a5f0-0000-7000-8000-000000000001'
    expect(contract[`${kind}.change` as OperationName].input.parse({ id })).toEqual({ id })
  })
})
