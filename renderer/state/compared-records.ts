import { useEffect, useState } from 'react'
import type { IssueId } from '../../app/model/issue'
import type { ComparedRecords } from '../../app/rules/comparison'
import { beginIndex, indexComparison, type ComparisonIndex } from '../../app/rules/comparison-index'
import {
  unpackFrame,
  unpackSaid,
  type PackedFrame,
  type PackedSaid,
  type SaidRecords,
} from '../../app/rules/packed-records'
import type { Api } from '../api'
import { readJsonBytes } from '../json-bytes'
import { useApi } from './application'
import { tellArrived, wantedRows } from './arriving-rows'
import { asAppError, type QueryState } from './use-query'

/** What the comparison is made of, in order; `day` is the ISO day that the dossier itself is read at. */
export type ReadRecords = { index: ComparisonIndex; day: string }

/** While a first reading is under way, `coming` is what has come of it. */
export type ComparedState = QueryState<ReadRecords> & { coming?: ReadRecords }

/**
 * Cells that are read at once: first about a screen of them, so that it can be drawn, then as many as the window takes
 * in without letting a frame wait.
 */
const portionCells = { first: 500, next: 2_500 }

/** What the comparison is made of; after a change only the rows that it touched are read again. */
export function useComparedRecords(): ComparedState {
  const api = useApi()
  const [state, setState] = useState<ComparedState>({ status: 'loading' })
  useEffect(() => followRecords(api, setState), [api])
  return state
}

/** Reads now and after every change, until the function that it gives back is called. */
export function followRecords(
  api: Api,
  tell: (next: (last: ComparedState) => ComparedState) => void,
): () => void {
  let isCurrent = true
  let isReading = false
  let known: ReadRecords | null = null
  /** What has changed since the last reading began; null where that is everything, undefined where nothing has. */
  let stale: Set<IssueId> | null | undefined = null

  const isOvertaken = () => !isCurrent || stale === null
  const read = async () => {
    if (isReading) return
    isReading = true
    while (isCurrent && stale !== undefined) {
      const issueIds: readonly IssueId[] | null = stale && [...stale]
      stale = undefined
      try {
        known =
          known === null || issueIds === null
            ? await readAll(api, {
                isOvertaken,
                onFirst: (coming) => tell((last) => (last.value ? last : { status: 'loading', coming })),
              })
            : await readAgain(api, known, issueIds)
        const value = known
        if (isCurrent && value !== null) tell(() => ({ status: 'ready', value }))
      } catch (error) {
        known = null
        if (isCurrent) tell((last) => ({ status: 'failed', error: asAppError(error), value: last.value }))
      }
    }
    isReading = false
  }
  const touch = (issues: readonly IssueId[] | null) => {
    if (issues === null || stale === null) stale = null
    else stale = new Set([...(stale ?? []), ...issues])
    void read()
  }
  const stops = [
    api.listen('dossier.changed', ({ touchedIssues }) => touch(touchedIssues)),
    api.listen('dossier.switched', () => touch(null)),
  ]
  void read()
  return () => {
    isCurrent = false
    for (const stop of stops) stop()
  }
}

/** Null where it was overtaken by a change of everything. */
async function readAll(
  api: Api,
  { isOvertaken, onFirst }: { isOvertaken: () => boolean; onFirst: (coming: ReadRecords) => void },
): Promise<ReadRecords | null> {
  const { frame, day, first } = await readFrame(api, portionCells.first)
  const { index, add } = beginIndex(frame)
  const width = Math.max(1, frame.parties.length)
  /** Asked for, and perhaps still on their way. */
  const asked = new Set<number>()
  const ask = (cells: number) => {
    const issueIds = nextRows(index, asked, Math.ceil(cells / width)).map((row) => {
      asked.add(row)
      return index.issues[row]!.id
    })
    return issueIds.length === 0 ? null : { issueIds, said: readSaid(api, issueIds) }
  }
  if (first !== null) add(first.said, first.issueIds)
  if (index.awaited.size === 0) return { index, day }
  onFirst({ index, day })
  let portion = ask(portionCells.next)
  while (portion !== null) {
    const { issueIds, said } = portion
    // The engine reads the next ones while the window takes in these.
    const next = ask(portionCells.next)
    // Where these fail, nobody waits for the next.
    next?.said.catch(() => {})
    const changed = add(await said, issueIds)
    if (isOvertaken()) return null
    tellArrived(index, changed)
    portion = next
  }
  return { index, day }
}

/** Rows that somebody looks at and waits for, then the others from the first. */
function nextRows(index: ComparisonIndex, asked: ReadonlySet<number>, count: number): number[] {
  const rows: number[] = []
  const isNew = (row: number) => index.awaited.has(row) && !asked.has(row)
  for (const row of wantedRows(index)) if (isNew(row) && rows.length < count) rows.push(row)
  for (const row of index.awaited) {
    if (rows.length >= count) break
    if (isNew(row) && !rows.includes(row)) rows.push(row)
  }
  return rows
}

async function readAgain(
  api: Api,
  { index }: ReadRecords,
  issueIds: readonly IssueId[],
): Promise<ReadRecords> {
  const [{ frame, day }, said] = await Promise.all([readFrame(api, 0), readSaid(api, issueIds)])
  const records = replaceRows(index.records, { ...frame, ...said }, issueIds)
  return { index: indexComparison(records, { index, touched: new Set(issueIds) }), day }
}

/** The engine wrote it as the contract says. */
async function readFrame(api: Api, firstCells: number) {
  const packed = readJsonBytes(await api.call('comparison.frame', { firstCells })) as PackedFrame
  const { day, saidOn, said } = packed
  const first = said && { issueIds: saidOn, said: unpackSaid(said) }
  return { frame: unpackFrame(packed), day, first }
}

async function readSaid(api: Api, issueIds: readonly IssueId[]): Promise<SaidRecords> {
  return unpackSaid(
    readJsonBytes(await api.call('comparison.said', { issueIds: [...issueIds] })) as PackedSaid,
  )
}

/** The records with those of some issues in place of what was known of them. */
function replaceRows(
  known: ComparedRecords,
  fresh: ComparedRecords,
  issues: readonly IssueId[],
): ComparedRecords {
  const replaced = new Set(issues)
  const there = new Set(fresh.issues.map(({ id }) => id))
  const whose = new Set(fresh.parties.map(({ id }) => id))
  // A deleted issue or party takes what is said of it along, and the step names only what is left.
  const stays = ({
    issueId,
    partyId,
  }: ComparedRecords['gaps'][number] | ComparedRecords['positions'][number]) =>
    !replaced.has(issueId) && there.has(issueId) && whose.has(partyId)
  const positions = known.positions.filter(stays)
  const gone = new Set<unknown>()
  if (positions.length < known.positions.length) {
    for (const position of known.positions) if (!stays(position)) gone.add(position.id)
  }
  const isKept = ({ positionId }: { positionId: unknown }) => !gone.has(positionId)
  return {
    ...fresh,
    positions: [...positions, ...fresh.positions],
    gaps: [...known.gaps.filter(stays), ...fresh.gaps],
    conditions: [...known.conditions.filter(isKept), ...fresh.conditions],
    answers: [...known.answers.filter(isKept), ...fresh.answers],
    facts: [...known.facts.filter(isKept), ...fresh.facts],
  }
}
