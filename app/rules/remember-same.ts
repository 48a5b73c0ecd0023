/** What was made first for a key is there once for all that ask for the same; forgets now and then. */
export function rememberSame<T>(): (key: string, make: () => T) => T {
  const known = new Map<string, T>()
  return (key, make) => {
    let first = known.get(key)
    if (first === undefined) {
      if (known.size >= mostKnown) known.clear()
      known.set(key, (first = make()))
    }
    return first
  }
}

const mostKnown = 10_000
