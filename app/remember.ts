const usualMost = 5_000

/** What was made first for a key, for all who ask for the same, while not too many other keys are asked for. */
export function rememberSame<Value>(most = usualMost): (key: string, make: (key: string) => Value) => Value {
  const known = new Map<string, Value>()
  return (key, make) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = make(key)
    if (known.size >= most) known.delete(known.keys().next().value!)
    known.set(key, value)
    return value
  }
}

/** The same function, which makes each of its values once while not too many others are asked for. */
export function remember<Value>(make: (key: string) => Value, most = usualMost): (key: string) => Value {
  const same = rememberSame<Value>(most)
  return (key) => same(key, make)
}
