import { issue, type IssueId } from '../model/issue'
import { party, type PartyId } from '../model/party'
import { foldText } from './fold-text'
import { unguardFormula, type Block } from './tab-separated'

/** The comparison as it is shown where a block is pasted into it. */
export type ShownGrid = {
  issues: readonly { id: IssueId; number: string; title: string }[]
  parties: readonly { id: PartyId; name: string; shortName: string }[]
  /** Parties down, issues across. */
  isTransposed: boolean
  /** The cell that the block begins at; null begins at the first one. */
  start: { issueId: IssueId; partyId: PartyId } | null
  /** What stands in the corner of a table with names on both sides, as in “Issue”: what its rows are called. */
  cornerWords: { issue: readonly string[]; party: readonly string[] }
}

/** What a row or column of the block is about: what is in the dossier, or comes into it by this name. */
export type LineTarget<Id> = { id: Id } | { name: string }

/** What a person says of a name that the dossier does not have. */
export type NameChoice = { kind: 'skip' } | { kind: 'new' } | { kind: 'is'; id: string }

export type LineProblem =
  | 'no-issue-there'
  | 'no-party-there'
  | 'no-name'
  | 'name-too-long'
  | 'name-not-allowed'

/** A row or column of the block and what becomes of it. */
export type BlockLine<Id> = {
  /** Its place in the block, headers counted. */
  at: number
  /** What its header says, in one line; null where there is none. */
  header: string | null
} & (
  | { state: 'known'; target: { id: Id } }
  | { state: 'new'; target: { name: string } }
  | { state: 'skipped' | 'undecided' }
  | { state: 'refused'; problem: LineProblem }
)

export type BlockLines = {
  /** Whether the block's rows are issues, as they are in the comparison unless it is turned. */
  areRowsIssues: boolean
  hasHeaderRow: boolean
  hasHeaderColumn: boolean
  issues: readonly BlockLine<IssueId>[]
  parties: readonly BlockLine<PartyId>[]
}

export type HeaderChoices = {
  /** Null lets the block speak for itself. */
  hasHeaderRow: boolean | null
  hasHeaderColumn: boolean | null
  /** By `issue` or `party` and the folded name. */
  names: Readonly<Record<string, NameChoice>>
}

export const nameKey = (kind: 'issue' | 'party', header: string): string => `${kind} ${foldText(header)}`

/** Which issue and which party each row and column of a block is about: by its headers' names, else by its place. */
export function readLines(block: Block, grid: ShownGrid, choices: HeaderChoices): BlockLines {
  const issueOf = issueFinder(grid)
  const partyOf = partyFinder(grid)
  const width = widthOf(block)
  const firstRow = headersOf(block[0] ?? [])
  const firstColumn = headersOf(block.map((row) => row[0] ?? ''))
  const found = {
    partiesAcross: matches(firstRow, partyOf),
    issuesAcross: matches(firstRow, issueOf),
    partiesDown: matches(firstColumn, partyOf),
    issuesDown: matches(firstColumn, issueOf),
  }
  const down = found.partiesAcross.count + found.issuesDown.count
  const across = found.issuesAcross.count + found.partiesDown.count
  const corner = firstRow[0] ?? ''
  const isCorner = (words: readonly string[]) => words.some((word) => foldText(word) === foldText(corner))
  const saysIssues = isCorner(grid.cornerWords.issue)
  const saysSo = saysIssues || isCorner(grid.cornerWords.party)
  const asShown = saysSo ? saysIssues : !grid.isTransposed
  const areRowsIssues = down === across ? asShown : down > across

  const named = areRowsIssues
    ? { across: found.partiesAcross, down: found.issuesDown }
    : { across: found.issuesAcross, down: found.partiesDown }
  // Beside names on one side, a corner without a name of its own makes names of the other, known or not; a word that
  // belongs in a corner makes names of both.
  const isBeside = (one: Matches, other: Matches) =>
    saysSo || one.isMost || (other.isMost && !other.hasCorner && (corner === '' || one.count > 0))
  const hasHeaderRow = block.length > 1 && (choices.hasHeaderRow ?? isBeside(named.across, named.down))
  const hasHeaderColumn = width > 1 && (choices.hasHeaderColumn ?? isBeside(named.down, named.across))

  const rows = placesOf(block.length, hasHeaderRow)
  const columns = placesOf(width, hasHeaderColumn)
  const rowHeader = (at: number) => (hasHeaderColumn ? (firstColumn[at] ?? '') : null)
  const columnHeader = (at: number) => (hasHeaderRow ? (firstRow[at] ?? '') : null)
  const issueAt = lineReader('issue', grid.issues, { find: issueOf, start: grid.start?.issueId, choices })
  const partyAt = lineReader('party', grid.parties, { find: partyOf, start: grid.start?.partyId, choices })
  return {
    areRowsIssues,
    hasHeaderRow,
    hasHeaderColumn,
    issues: (areRowsIssues ? rows : columns).map((at, place) =>
      issueAt({ at, place, header: areRowsIssues ? rowHeader(at) : columnHeader(at) }),
    ),
    parties: (areRowsIssues ? columns : rows).map((at, place) =>
      partyAt({ at, place, header: areRowsIssues ? columnHeader(at) : rowHeader(at) }),
    ),
  }
}

export const widthOf = (block: Block): number =>
  block.reduce((widest, row) => Math.max(widest, row.length), 0)

const placesOf = (length: number, hasHeader: boolean): number[] =>
  Array.from({ length: Math.max(0, length - Number(hasHeader)) }, (_, at) => at + Number(hasHeader))

/** Names stand on one line, however a spreadsheet broke them. */
const headersOf = (cells: readonly string[]): string[] =>
  cells.map((cell) => unguardFormula(cell).replace(/\s+/gu, ' ').trim())

type Matches = { count: number; isMost: boolean; hasCorner: boolean }

/** A header is one where at least half of what stands in it, the corner aside, is known by name. */
function matches(headers: readonly string[], find: (name: string) => unknown): Matches {
  const hasCorner = find(headers[0] ?? '') !== null
  const given = (hasCorner ? headers : headers.slice(1)).filter((header) => header !== '')
  const count = given.filter((header) => find(header) !== null).length
  return { count, isMost: count > 0 && count * 2 >= given.length, hasCorner }
}

type Find<Id> = (name: string) => Id | null
type LineAt = { at: number; place: number; header: string | null }

function lineReader<Id extends string>(
  kind: 'issue' | 'party',
  shown: readonly { id: Id }[],
  { find, start, choices }: { find: Find<Id>; start: Id | undefined; choices: HeaderChoices },
): (line: LineAt) => BlockLine<Id> {
  const first = start === undefined ? 0 : shown.findIndex(({ id }) => id === start)
  const known = new Map<string, Id>(shown.map(({ id }) => [id, id]))
  return ({ at, place, header }) => {
    if (header === null) {
      const target = shown[first + place]
      if (target !== undefined) return { at, header, state: 'known', target: { id: target.id } }
      const problem = kind === 'issue' ? 'no-issue-there' : 'no-party-there'
      return { at, header, state: 'refused', problem }
    }
    if (header === '') return { at, header, state: 'refused', problem: 'no-name' }
    const choice = choices.names[nameKey(kind, header)]
    const id = choice?.kind === 'is' ? (known.get(choice.id) ?? null) : choice ? null : find(header)
    if (id !== null) return { at, header, state: 'known', target: { id } }
    if (choice?.kind === 'skip') return { at, header, state: 'skipped' }
    if (choice?.kind !== 'new') return { at, header, state: 'undecided' }
    const problem = nameProblem(kind, header)
    if (problem !== null) return { at, header, state: 'refused', problem }
    return { at, header, state: 'new', target: { name: header } }
  }
}

function nameProblem(kind: 'issue' | 'party', header: string): LineProblem | null {
  const read = (kind === 'issue' ? issue.shape.title : party.shape.name).safeParse(header)
  if (read.success) return null
  return read.error.issues[0]!.code === 'too_big' ? 'name-too-long' : 'name-not-allowed'
}

/** By its title, its number and title, or its number; a name that two issues share is nobody's. */
function issueFinder({ issues }: ShownGrid): Find<IssueId> {
  const byTitle = onlyOnes(issues.map(({ id, title }) => [title, id]))
  const byBoth = onlyOnes(issues.map(({ id, number, title }) => [`${number} ${title}`, id]))
  const byNumber = onlyOnes(issues.map(({ id, number }) => [number, id]))
  return (name) => {
    const folded = foldText(name)
    return byTitle.get(folded) ?? byBoth.get(folded) ?? byNumber.get(folded) ?? null
  }
}

function partyFinder({ parties }: ShownGrid): Find<PartyId> {
  const byName = onlyOnes(parties.map(({ id, name }) => [name, id]))
  const byShortName = onlyOnes(parties.map(({ id, shortName }) => [shortName, id]))
  return (name) => byShortName.get(foldText(name)) ?? byName.get(foldText(name)) ?? null
}

function onlyOnes<Id>(named: readonly (readonly [string, Id])[]): Map<string, Id | null> {
  const found = new Map<string, Id | null>()
  for (const [name, id] of named) {
    const folded = foldText(name.replace(/\s+/gu, ' ').trim())
    found.set(folded, found.has(folded) ? null : id)
  }
  return found
}
