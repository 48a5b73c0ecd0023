import { rememberSame } from '../remember'
import type { Say } from './say'

/** UTF-16 units of a message's name and its values; beyond, it is hardly said twice. */
const longestKey = 80

/** Sentences that many cells or notes say are made once, where their values are short; those without are anyway. */
export function rememberSaid(say: Say): Say {
  const same = rememberSame<string>()
  return (id, values) => {
    if (values === undefined) return say(id)
    let key: string = id
    for (const name in values) key += `\n${values[name]}`
    if (key.length > longestKey) return say(id, values)
    return same(key, () => say(id, values))
  }
}
