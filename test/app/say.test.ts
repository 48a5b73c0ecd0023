import { expect, test } from 'vitest'
import { english, type MessageId } from '../../app/messages/en'
import { createSay } from '../../app/messages/say'

const say = createSay('en')

test('every sentence can be said', () => {
  const values = new Proxy({}, { get: () => 1, has: () => true, ownKeys: () => [] })
  const refused = (Object.keys(english) as MessageId[]).filter((id) => {
    try {
      say(id, values)
      return false
    } catch (error) {
      return !String(error).includes('was not provided')
    }
  })
  expect(refused).toEqual([])
})

test('a code with hyphens chooses its own sentence', () => {
  expect(say('error.invalid-input', { field: 'Title', problem: 'too-long', limit: 300 })).toBe(
    '“Title” is too long; the limit is 300.',
  )
  expect(say('error.invalid-input', { field: 'too-long', problem: 'empty' })).toBe(
    '“too-long” is empty; write something there.',
  )
  expect(say('error.rule-broken', { rule: 'speaker-has-no-name' })).toBe(
    'A speaker needs a name or a description.',
  )
  expect(say('error.rule-broken', { rule: 'of-tomorrow' })).toBe(
    'That would make the record contradict itself.',
  )
})
