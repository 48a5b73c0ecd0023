import { AppError } from '../app/errors'
import { createSay } from '../app/messages/say'
import { edtfDate } from '../app/model/edtf-date'
import type { Values } from './command'

const say = createSay('en')

/** The value of an option that takes one. */
export function textOf(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** The values of an option that may be given several times. */
export function textsOf(values: Values, name: string): string[] {
  const value = values[name]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** A date, or `usage`. */
export function dateOf(values: Values, name: string): string | undefined {
  const text = textOf(values, name)
  if (text === undefined || edtfDate.safeParse(text).success) return text
  throw new AppError('usage', { problem: say('error.date-not-understood', { text }) })
}

/** One of `choices`, or `usage`. */
export function choiceOf<Choice extends string>(
  values: Values,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = textOf(values, name)
  if (text === undefined) return undefined
  const choice = choices.find((each) => each === text)
  if (choice !== undefined) return choice
  throw new AppError('usage', {
    problem: say('cli.not-a-choice', { option: name, text, choices: choices.join(', ') }),
  })
}
