import type { Gap } from '../model/position'
import { foldText } from './fold-text'
import type { HeldRecords } from './whole-dossier'

/** Shorter ones stand in other words by chance. */
const shortestName = 3

/** Tells of a gap whether where it was searched is said by the name of what is left out: a source, who made it, a party. */
export function gapsThatName(
  { source, outlet, origin, speaker, party }: HeldRecords,
  gone: ReadonlySet<string>,
): (gap: Pick<Gap, 'searchedWhere'>) => boolean {
  const left = <Item extends { id: string }>(items: readonly Item[]) => items.filter(({ id }) => gone.has(id))
  const names = [
    ...left(source).flatMap(({ title, URL }) => [title, URL]),
    ...left(outlet).map(({ name }) => name),
    ...left(origin).map(({ title }) => title),
    ...left(speaker).map(({ name }) => name ?? ''),
    ...left(party).flatMap(({ name, shortName }) => [name, shortName]),
  ]
  const folded = [...new Set(names.map((name) => foldText(name.trim())))].filter(
    (name) => name.length >= shortestName,
  )
  // Many gaps come of one search.
  const known = new Map<string, boolean>()
  return ({ searchedWhere }) => {
    if (searchedWhere === '' || folded.length === 0) return false
    let isNamed = known.get(searchedWhere)
    if (isNamed === undefined) {
      const words = foldText(searchedWhere)
      known.set(searchedWhere, (isNamed = folded.some((name) => words.includes(name))))
    }
    return isNamed
  }
}
