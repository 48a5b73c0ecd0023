/**
 * Finds the items of a key, in their order. Most keys have one item, and of fifty thousand a list for each would take
 * more than the items do.
 */
export function itemsBy<Item extends object, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): (key: Key) => readonly Item[] {
  const found = new Map<Key, Item | Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = found.get(key)
    if (known === undefined) found.set(key, item)
    else if (Array.isArray(known)) known.push(item)
    else found.set(key, [known, item])
  }
  return (key) => {
    const known = found.get(key)
    if (known === undefined) return none
    return Array.isArray(known) ? known : [known]
  }
}

const none: readonly never[] = []
