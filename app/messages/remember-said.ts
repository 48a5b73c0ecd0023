import type { Say } from './say'

/** UTF-16 units of a message's name and its values; beyond, it is hardly said twice. */
const longestKey = 80
const mostSaid = 5_000

/** Sentences that many cells or notes say are made once, where their values are short; those without are anyway. */
export function rememberSaid(say: Say): Say {
  const known = new Map<string, string>()
  return (id, values) => {
    if (values === undefined) return say(id)
    let key: string = id
    for (const name in values) key += `\n${values[name]}`
    if (key.length > longestKey) return say(id, values)
    let words = known.get(key)
    if (words === undefined) {
      if (known.size >= mostSaid) known.delete(known.keys().next().value!)
      known.set(key, (words = say(id, values)))
    }
    return words
  }
}
