/**
 * What makes the parts that are recorded equal to the form's list: what is new, what is another now, what is gone.
 * A part that somebody else removed in the meantime is recorded anew, since the form still shows it.
 */
export function partChanges<
  Part extends { id: string },
  Item extends { id: Part['id'] | null; key?: number },
>(recorded: readonly Part[], wanted: readonly Item[]) {
  const added: Omit<Item, 'id' | 'key'>[] = []
  const changed: (Omit<Item, 'id' | 'key'> & { id: Part['id'] })[] = []
  for (const { id, key: _key, ...fields } of wanted) {
    const before = recorded.find((part) => part.id === id)
    if (before === undefined) added.push(fields)
    else if (differs(before, fields)) changed.push({ ...fields, id: before.id })
  }
  const removed = recorded
    .map(({ id }): Part['id'] => id)
    .filter((id) => !wanted.some((item) => item.id === id))
  return { added, changed, removed }
}

function differs(before: object, fields: object): boolean {
  const known: { [field: string]: unknown } = { ...before }
  return Object.entries(fields).some(([field, value]) => known[field] !== value)
}
