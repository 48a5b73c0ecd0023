import type { CellFlag, ComparisonFilters } from '../model/comparison-view'
import { edtfBounds } from '../model/edtf-date'
import type { Reliability } from '../model/source'
import { isInForce, type HeldPosition } from './comparison-index'
import type { ComparisonReading } from './comparison-reading'
import { branchesOf, tagsOf, wordsOf } from './filter-index'
import { foldText } from './fold-text'
import { hasGap, positionsInForce } from './in-force'

export type FilterPart =
  | 'words'
  | 'branches'
  | 'statuses'
  | 'parties'
  | 'kinds'
  | 'firmness'
  | 'bases'
  | 'statements'
  | 'grades'
  | 'tags'
  | 'flags'

/** What is looked for, ready to be asked of every cell of one reading. */
export type Filter = {
  parts: readonly Asked[]
  /** What a cell may answer with: what is in force, or where changes are asked for also what no longer is. */
  candidates: (row: number, column: number) => readonly HeldPosition[]
  matches: (row: number, column: number) => boolean
  /** Whether the issue answers by itself, whatever anybody says of it. */
  holdsOfIssue: (row: number) => boolean
}

/** One thing asked. */
export type Asked = {
  part: FilterPart
  ofPosition: (entry: HeldPosition, row: number, column: number) => boolean
  /** Of a cell without positions; absent where a silence cannot answer. */
  ofSilence?: (row: number, column: number) => boolean
  /** Of the issue itself; absent where only a cell can answer. */
  ofIssue?: (row: number) => boolean
}

/** Whether anything at all is looked for. */
export function isLookingFor(filters: ComparisonFilters): boolean {
  return Object.values(filters).some((asked) =>
    Array.isArray(asked) ? asked.length > 0 : asked !== null && asked.trim() !== '',
  )
}

/**
 * Everything asked for must hold of one position, and the outlet and the dates of one statement behind it. A cell
 * without positions answers only where its kind of silence is among the flags asked for, or where all that is asked
 * holds of the issue itself. `since` is the date from which on something counts as changed; with null nothing does.
 */
export function compileFilter(
  reading: ComparisonReading,
  filters: ComparisonFilters,
  { since }: { since: string | null },
): Filter {
  const inForce = positionsInForce(reading)
  const width = reading.parties.length
  const sinceDay = since === null ? null : (edtfBounds(since).last ?? since)
  const parts = [
    askBranches(reading, filters),
    askStatuses(reading, filters),
    askParties(reading, filters),
    askField('kinds', filters.kinds, (entry) => entry.position.kind),
    askField('firmness', filters.firmness, (entry) => entry.position.firmness),
    askField('bases', filters.bases, (entry) => entry.position.basis),
    askFlags(reading, filters, sinceDay),
    askTags(reading, filters),
    askGrades(reading, filters),
    askStatements(reading, filters),
    askWords(reading, filters),
  ].filter((asked) => asked !== null)
  const asksOfSilence = parts.some(({ part }) => part === 'flags')
  const holdsOfIssue = (row: number) => parts.every((asked) => asked.ofIssue?.(row))
  const wantsLost = sinceDay !== null && filters.flags.includes('changed')

  const candidates: Filter['candidates'] = (row, column) => {
    const at = row * width + column
    const current = inForce[at]!
    return wantsLost ? [...current, ...noLonger(reading, at, sinceDay)] : current
  }
  return {
    parts,
    candidates,
    matches(row, column) {
      for (const entry of candidates(row, column)) if (answers(parts, entry, row, column)) return true
      if (inForce[row * width + column]!.length > 0) return false
      return asksOfSilence ? parts.every((asked) => asked.ofSilence?.(row, column)) : holdsOfIssue(row)
    },
    holdsOfIssue,
  }
}

/** A loop without a function made for each position: it is asked 50,000 times at once. */
function answers(parts: readonly Asked[], entry: HeldPosition, row: number, column: number): boolean {
  for (const asked of parts) if (!asked.ofPosition(entry, row, column)) return false
  return true
}

function askBranches(reading: ComparisonReading, { branches }: ComparisonFilters): Asked | null {
  const known = branches.filter((id) => reading.index.rowOf.has(id))
  // An issue that was deleted since asks nothing.
  if (known.length === 0) return null
  const inBranch = branchesOf(reading.index, known)
  const ofIssue = (row: number) => inBranch[row]!
  return { part: 'branches', ofPosition: (_entry, row) => inBranch[row]!, ofSilence: ofIssue, ofIssue }
}

function askStatuses({ issues }: ComparisonReading, { statuses }: ComparisonFilters): Asked | null {
  if (statuses.length === 0) return null
  const ofIssue = (row: number) => statuses.includes(issues[row]!.status)
  return { part: 'statuses', ofPosition: (_entry, row) => ofIssue(row), ofSilence: ofIssue, ofIssue }
}

function askParties(reading: ComparisonReading, { parties }: ComparisonFilters): Asked | null {
  const wanted = new Set(parties)
  const isAsked = reading.parties.map(({ id }) => wanted.has(id))
  // A party that was deleted since asks nothing.
  if (!isAsked.includes(true)) return null
  return {
    part: 'parties',
    ofPosition: (_entry, _row, column) => isAsked[column]!,
    ofSilence: (_row, column) => isAsked[column]!,
  }
}

function askField<Value>(
  part: FilterPart,
  wanted: readonly Value[],
  valueOf: (entry: HeldPosition) => Value,
): Asked | null {
  return wanted.length === 0 ? null : { part, ofPosition: (entry) => wanted.includes(valueOf(entry)) }
}

function askTags({ index }: ComparisonReading, { tags }: ComparisonFilters): Asked | null {
  if (tags.length === 0) return null
  const known = tagsOf(index)
  const ofIssue = (row: number) => tags.some((tag) => known.ofIssue(row).has(tag))
  return {
    part: 'tags',
    ofPosition: (entry, row, column) =>
      ofIssue(row) || tags.some((tag) => known.ofParty(column).has(tag) || known.ofPosition(entry).has(tag)),
    ofSilence: ofIssue,
    ofIssue,
  }
}

function askWords({ index }: ComparisonReading, { words }: ComparisonFilters): Asked | null {
  const terms = foldText(words).split(/\s+/).filter(Boolean)
  if (terms.length === 0) return null
  const held = wordsOf(index)
  const missing = index.issues.map((_issue, row) => {
    const ofIssue = held.ofIssue(row)
    return terms.filter((term) => !ofIssue.includes(term))
  })
  const ofIssue = (row: number) => missing[row]!.length === 0
  return {
    part: 'words',
    ofPosition(entry, row) {
      const left = missing[row]!
      if (left.length === 0) return true
      const text = held.ofPosition(entry)
      return left.every((term) => text.includes(term))
    },
    ofSilence: ofIssue,
    ofIssue,
  }
}

type Fact = HeldPosition['facts'][number]

/** Said in support up to the day of the reading. */
export const isBehind = (fact: Fact, asOf: string): boolean =>
  fact.relation !== 'contradicts' && (fact.day === null || fact.day <= asOf)

/** The best reliability behind a position; null where nothing is. F, the absence of a grade, comes last. */
export function gradeBehind(entry: HeldPosition, asOf: string): Reliability | null {
  let best: Reliability | null = null
  for (const fact of entry.facts) {
    if (isBehind(fact, asOf) && (best === null || fact.reliability < best)) best = fact.reliability
  }
  return best
}

function askGrades({ asOf }: ComparisonReading, { grades }: ComparisonFilters): Asked | null {
  if (grades.length === 0) return null
  return {
    part: 'grades',
    ofPosition(entry) {
      const best = gradeBehind(entry, asOf)
      return best !== null && grades.includes(best)
    },
  }
}

/** One statement from one of the outlets and within the dates; a vague date is, when any of its days is. */
function askStatements(
  { asOf }: ComparisonReading,
  { outlets, saidFrom, saidUntil }: ComparisonFilters,
): Asked | null {
  if (outlets.length === 0 && saidFrom === null && saidUntil === null) return null
  const isWithin = withinDates(saidFrom, saidUntil)
  const isSought = (fact: Fact) =>
    isBehind(fact, asOf) &&
    (outlets.length === 0 || (fact.outletId !== null && outlets.includes(fact.outletId))) &&
    isWithin(fact.saidOn ?? fact.issued)
  return { part: 'statements', ofPosition: (entry) => entry.facts.some(isSought) }
}

export function withinDates(from: string | null, until: string | null): (date: string | null) => boolean {
  if (from === null && until === null) return () => true
  const first = from === null ? null : edtfBounds(from).first
  const last = until === null ? null : edtfBounds(until).last
  const known = new Map<string, boolean>()
  return (date) => {
    if (date === null) return false
    let isWithin = known.get(date)
    if (isWithin === undefined) {
      const said = edtfBounds(date)
      isWithin =
        (first === null || said.last === null || said.last >= first) &&
        (last === null || said.first === null || said.first <= last)
      known.set(date, isWithin)
    }
    return isWithin
  }
}

function askFlags(
  reading: ComparisonReading,
  { flags }: ComparisonFilters,
  sinceDay: string | null,
): Asked | null {
  if (flags.length === 0) return null
  const width = reading.parties.length
  return {
    part: 'flags',
    ofPosition: (entry) => flags.some((flag) => hasFlag(entry, flag, { asOf: reading.asOf, sinceDay })),
    ofSilence: (row, column) => flags.includes(hasGap(reading, row * width + column) ? 'gap' : 'unseen'),
  }
}

export function hasFlag(
  entry: HeldPosition,
  flag: CellFlag,
  { asOf, sinceDay }: { asOf: string; sinceDay: string | null },
): boolean {
  // One that is over or superseded is here for having changed, and for nothing else.
  if (flag !== 'changed' && sinceDay !== null && !isInForce(entry, asOf)) return false
  switch (flag) {
    case 'unsourced':
      return !entry.facts.some((fact) => isBehind(fact, asOf))
    case 'needs research':
      return entry.position.needsResearch
    case 'contradicted':
      return entry.facts.some(
        ({ relation, day }) => relation === 'contradicts' && (day === null || day <= asOf),
      )
    case 'changed':
      return sinceDay !== null && isChanged(entry, sinceDay, asOf)
    case 'gap':
    case 'unseen':
      return false
  }
}

/** Begun, over, superseded or answered between the two days. */
function isChanged(entry: HeldPosition, sinceDay: string, asOf: string): boolean {
  if (isInForce(entry, sinceDay) !== isInForce(entry, asOf)) return true
  return entry.answers.some(({ onDate }) => {
    const day = onDate === null ? null : edtfBounds(onDate).first
    return day !== null && day > sinceDay && day <= asOf
  })
}

function noLonger({ index, asOf }: ComparisonReading, at: number, sinceDay: string): readonly HeldPosition[] {
  const held = index.held[at]?.positions ?? []
  return held.filter((entry) => isInForce(entry, sinceDay) && !isInForce(entry, asOf))
}
