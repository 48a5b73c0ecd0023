import type { IssueId } from '../model/issue'
import type { PartyId } from '../model/party'
import { position, type Basis, type PositionKind } from '../model/position'
import {
  readLines,
  widthOf,
  type BlockLine,
  type BlockLines,
  type HeaderChoices,
  type LineProblem,
  type LineTarget,
  type ShownGrid,
} from './block-lines'
import { foldText } from './fold-text'
import { unguardFormula, type Block } from './tab-separated'

/** More than any comparison holds; a block beyond it is a mistake. */
export const mostBlockRows = 2_000
const mostBlockColumns = 400
export const mostBlockCells = 50_000

/** What is chosen once for the whole block. */
export type BlockChoices = HeaderChoices & {
  kind: PositionKind
  basis: Basis
  from: string | null
  /** What cells become that say in words that nothing was found. */
  silence: 'gap' | 'skip' | 'words'
  searchedWhere: string
  asOf: string
  /** Cells that cannot be written are left out; without, the block is refused whole. */
  leavesOut: boolean
}

/** The words of the reader's language that mean something at the beginning of a cell, or as all of it. */
export type BlockWords = {
  kinds: readonly { word: string; kind: PositionKind }[]
  /** As in “no statement found”. */
  silences: readonly string[]
}

/** What the comparison holds already: the texts of the positions, and whether a gap is noted. */
export type Held = (issueId: IssueId, partyId: PartyId) => { texts: readonly string[]; hasGap: boolean }

export type CellProblem =
  | LineProblem
  | 'too-long'
  | 'control-character'
  | 'broken-character'
  | 'only-a-kind'
  | 'spreadsheet-error'

type BlockCell = {
  /** Its place in the block, headers counted. */
  row: number
  column: number
  text: string
}

/** Where in the comparison a cell belongs. */
type CellTarget = { issue: LineTarget<IssueId>; party: LineTarget<PartyId> }

export type PlannedCell = BlockCell &
  (
    | ({ becomes: 'position'; kind: PositionKind; words: string; hasOwnKind: boolean } & CellTarget)
    | ({ becomes: 'gap' } & CellTarget)
    /** Nothing: it is there already, its words mean silence, or its row or column is left out or not decided on. */
    | { becomes: 'same' | 'silence' | 'skipped' | 'undecided' }
    | { becomes: 'refused'; problem: CellProblem }
  )

export type BlockPlan = {
  lines: BlockLines
  width: number
  height: number
  /** Every cell that says something, row by row, headers left out. */
  cells: readonly PlannedCell[]
  empty: number
  /** Cells that say in words that nothing was found, whatever becomes of them. */
  silences: number
  undecided: { issues: readonly BlockLine<IssueId>[]; parties: readonly BlockLine<PartyId>[] }
  refused: readonly (PlannedCell & { becomes: 'refused' })[]
  /** Whether it can be written as it now stands, and would change anything. */
  isReady: boolean
}

export type RefusedCell = BlockPlan['refused'][number]

/** Cells that the same is said of, in the order of the first of each. */
export function alikeRefused(refused: readonly RefusedCell[]): RefusedCell[][] {
  const sayingOf = ({ problem, text }: RefusedCell) =>
    problem === 'spreadsheet-error' ? `${problem} ${text.trim()}` : problem
  return [...Map.groupBy(refused, sayingOf).values()]
}

/** A block may be refused before any of its cells is looked at. */
export type BlockRefusal = { problem: 'empty' } | { problem: 'too-large'; rows: number; columns: number }

export function refuseBlock(block: Block): BlockRefusal | null {
  const columns = widthOf(block)
  const isTooLarge =
    block.length > mostBlockRows || columns > mostBlockColumns || block.length * columns > mostBlockCells
  if (isTooLarge) return { problem: 'too-large', rows: block.length, columns }
  return block.every((row) => row.every(isBlank)) ? { problem: 'empty' } : null
}

/** What a block becomes, cell by cell, before anything is written. Nothing that is there is replaced. */
export function planBlock(
  block: Block,
  grid: ShownGrid,
  { choices, words, held }: { choices: BlockChoices; words: BlockWords; held: Held },
): BlockPlan {
  const lines = readLines(block, grid, choices)
  const read = cellReader({ choices, words, held })
  const cells: PlannedCell[] = []
  let empty = 0
  for (const { row, column, issue, party } of placesIn(lines)) {
    const text = unguardFormula(block[row]?.[column] ?? '')
    if (isBlank(text)) empty += 1
    else cells.push(read({ row, column, text }, issue, party))
  }
  return summed({ lines, cells, empty, words, block, leavesOut: choices.leavesOut })
}

/** Row by row, with the issue and the party that each cell is about. */
function placesIn({ areRowsIssues, issues, parties }: BlockLines) {
  return areRowsIssues
    ? issues.flatMap((issue) => parties.map((party) => ({ row: issue.at, column: party.at, issue, party })))
    : parties.flatMap((party) => issues.map((issue) => ({ row: party.at, column: issue.at, issue, party })))
}

function summed({
  lines,
  cells,
  empty,
  words,
  block,
  leavesOut,
}: Pick<BlockPlan, 'lines' | 'cells' | 'empty'> & {
  words: BlockWords
  block: Block
  leavesOut: boolean
}): BlockPlan {
  const saysSilence = silenceReader(words)
  const refused = cells.filter((cell) => cell.becomes === 'refused')
  const undecided = {
    issues: lines.issues.filter(({ state }) => state === 'undecided'),
    parties: lines.parties.filter(({ state }) => state === 'undecided'),
  }
  const isNew = [...lines.issues, ...lines.parties].some(({ state }) => state === 'new')
  const isWritten = cells.some(({ becomes }) => becomes === 'position' || becomes === 'gap')
  const isDecided = undecided.issues.length + undecided.parties.length === 0
  return {
    lines,
    width: widthOf(block),
    height: block.length,
    cells,
    empty,
    silences: cells.filter(({ text }) => saysSilence(text) === 'silence').length,
    undecided,
    refused,
    isReady: isDecided && (leavesOut || refused.length === 0) && (isWritten || isNew),
  }
}

function cellReader({ choices, words, held }: { choices: BlockChoices; words: BlockWords; held: Held }) {
  const saysSilence = silenceReader(words)
  const kindOf = kindReader(words)
  const read = (cell: BlockCell, target: CellTarget): PlannedCell => {
    const { text } = cell
    const there = heldAt(held, target)
    const silence = choices.silence === 'words' ? null : saysSilence(text)
    if (silence === 'absent' || (silence === 'silence' && choices.silence === 'skip')) {
      return { ...cell, becomes: 'silence' }
    }
    if (silence === 'silence') {
      // Whoever found nothing looked elsewhere: a position that is there was found.
      if (there.texts.length > 0) return { ...cell, becomes: 'silence' }
      return there.hasGap ? { ...cell, becomes: 'same' } : { ...cell, ...target, becomes: 'gap' }
    }
    if (spreadsheetError.test(text.trim()))
      return { ...cell, becomes: 'refused', problem: 'spreadsheet-error' }

    const { kind, rest } = kindOf(text)
    if (kind !== null && isBlank(rest)) return { ...cell, becomes: 'refused', problem: 'only-a-kind' }
    if (isThere(there.texts, text) || isThere(there.texts, rest)) return { ...cell, becomes: 'same' }
    const problem = textProblem(rest)
    if (problem !== null) return { ...cell, becomes: 'refused', problem }
    const own = { kind: kind ?? choices.kind, words: rest, hasOwnKind: kind !== null }
    return { ...cell, ...target, becomes: 'position', ...own }
  }
  return (cell: BlockCell, issue: BlockLine<IssueId>, party: BlockLine<PartyId>): PlannedCell => {
    const states = [issue.state, party.state]
    if (states.includes('skipped')) return { ...cell, becomes: 'skipped' }
    if (issue.state === 'refused') return { ...cell, becomes: 'refused', problem: issue.problem }
    if (party.state === 'refused') return { ...cell, becomes: 'refused', problem: party.problem }
    if (!('target' in issue) || !('target' in party)) return { ...cell, becomes: 'undecided' }
    return read(cell, { issue: issue.target, party: party.target })
  }
}

/** One of the positions, or all of them as they are copied. */
const isThere = (texts: readonly string[], text: string): boolean =>
  texts.includes(text) || (texts.length > 1 && cellAsText(texts) === text)

function heldAt(held: Held, { issue, party }: CellTarget): ReturnType<Held> {
  return 'id' in issue && 'id' in party ? held(issue.id, party.id) : nothing
}

const nothing: ReturnType<Held> = { texts: [], hasGap: false }

const isBlank = (text: string): boolean => text.trim() === ''

/** What spreadsheets write where a formula failed. `#N/A` says that there is no value, and is one of the silences. */
const spreadsheetError = /^(#REF!|#VALUE!|#NAME\?|#DIV\/0!|#NUM!|#NULL!|#SPILL!|#CALC!|#ERROR!|Err:\d{3})$/i

/** What files and spreadsheets write for a cell without anything in it. */
const absent = new Set(['empty', 'n/a', '#n/a', 'n.a.', 'na', 'null', 'nil', '-', '--', '---', '?', '.', '…'])

function silenceReader({ silences }: BlockWords): (text: string) => 'silence' | 'absent' | null {
  const known = new Set(silences.map(foldText))
  return (text) => {
    // No word for silence is longer, and a long text need not be folded to know that.
    if (text.length > 200) return null
    const folded = foldText(text.trim()).replace(/[.!]$/, '')
    if (known.has(folded)) return 'silence'
    return absent.has(folded) || absent.has(foldText(text.trim())) ? 'absent' : null
  }
}

/** `Demand: …`, `[demand] …` or `(demand) …`; a word that merely begins the sentence is a word of it. */
function kindReader({ kinds }: BlockWords): (text: string) => { kind: PositionKind | null; rest: string } {
  const known = new Map(kinds.map(({ word, kind }) => [foldText(word), kind]))
  return (text) => {
    const [prefix, bracketed, plain] = kindPrefix.exec(text.slice(0, 100)) ?? []
    const kind = known.get(foldText((bracketed ?? plain ?? '').trim())) ?? null
    return { kind, rest: kind === null ? text : text.slice(prefix!.length) }
  }
}

const kindPrefix = /^\s*(?:[[(]([^\])]{1,40})[\])]\s*[:：]?\s*|([^:：\n]{1,40})[:：]\s*)/u

function textProblem(text: string): CellProblem | null {
  const read = position.shape.text.safeParse(text)
  if (read.success) return null
  const [issue] = read.error.issues
  if (issue!.code === 'too_big') return 'too-long'
  return issue!.message === 'broken-character' ? 'broken-character' : 'control-character'
}

/** The plan as it is written: what comes into the dossier by name, and each cell by what the person calls it. */
export function fillOf(
  plan: BlockPlan,
  { choices, nameOf }: { choices: BlockChoices; nameOf: (cell: BlockCell) => string },
) {
  const placed = (cell: BlockCell & CellTarget) => ({
    at: nameOf(cell),
    issue: cell.issue,
    party: cell.party,
  })
  return {
    newIssues: newNames(plan.lines.issues),
    newParties: newNames(plan.lines.parties),
    basis: choices.basis,
    from: choices.from,
    positions: plan.cells.flatMap((cell) =>
      cell.becomes === 'position' ? [{ ...placed(cell), kind: cell.kind, text: cell.words }] : [],
    ),
    gaps: plan.cells.flatMap((cell) => (cell.becomes === 'gap' ? [placed(cell)] : [])),
    gap: { asOf: choices.asOf, searchedWhere: choices.searchedWhere },
  }
}

function newNames<Id>(lines: readonly BlockLine<Id>[]): string[] {
  const names = lines.flatMap((line) => (line.state === 'new' ? [line.target.name] : []))
  return [...new Map(names.map((name) => [foldText(name), name])).values()]
}

/** A cell of the comparison as one text, for a spreadsheet: its positions, a blank line between two. */
export const cellAsText = (texts: readonly string[]): string => texts.join('\n\n')
