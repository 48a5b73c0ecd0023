const usualMost = 5_000

/** The same function, which makes each of its values once while not too many others are asked for. */
export function remember<Value>(make: (key: string) => Value, most = usualMost): (key: string) => Value {
  const known = new Map<string, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = make(key)
    if (known.size >= most) known.delete(known.keys().next().value!)
    known.set(key, value)
    return value
  }
}
