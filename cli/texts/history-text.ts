import { english, type MessageId } from '../../app/messages/en'
import { createSay } from '../../app/messages/say'
import type { Change } from '../../app/model/change'
import { plainText, shortened } from '../terminal-text'

const say = createSay('en')
const valueLength = 60

/** Step by step, newest first: when, who, what, and each record's words before and after. */
export function historyText(changes: readonly Change[]): string {
  const steps = Map.groupBy(changes, ({ step }) => step)
  return [...steps.values()].map(stepText).join('\n\n')
}

function stepText(changes: readonly Change[]): string {
  const [first] = changes
  const { at, by, kind, label } = first!
  const what = wordFor(`operation.${label}`, label)
  const when = `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
  const done = kind === 'edit' ? what : say(`cli.history.${kind}`, { what })
  return [`${when}  ${plainText(by)}  ${done}`, ...changes.toReversed().map(changeText)].join('\n')
}

function changeText({ recordKind, before, after }: Change): string {
  const kind = wordFor(`record.${recordKind}`, recordKind)
  if (before === null) return `  + ${kind}: ${wordsOf(after ?? {})}`
  if (after === null) return `  - ${kind}: ${wordsOf(before)}`
  const fields = Object.keys(after).filter((field) => field !== 'textHash')
  const changes = fields.map((field) => `${field}: ${valueText(before[field])} → ${valueText(after[field])}`)
  return `  ~ ${kind}: ${changes.join('; ')}`
}

const wordFields = [
  'title',
  'name',
  'text',
  'exact',
  'wording',
  'description',
  'searchedWhere',
  'relation',
  'outcome',
  'office',
  'note',
]

/** What a record is called by, or what it says. */
function wordsOf(record: Readonly<Record<string, unknown>>): string {
  const found = wordFields
    .map((field) => record[field])
    .find((words) => typeof words === 'string' && words !== '')
  return found === undefined ? say('cli.history.no-words') : valueText(found)
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return say('cli.history.empty')
  return typeof value === 'string'
    ? `“${shortened(value, valueLength)}”`
    : shortened(JSON.stringify(value), valueLength)
}

/** A label or kind that a later version wrote has no word here and is shown as it is. */
function wordFor(id: string, otherwise: string): string {
  return Object.hasOwn(english, id) ? say(id as MessageId) : plainText(otherwise)
}
