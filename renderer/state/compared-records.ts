import { useEffect, useState } from 'react'
import type { IssueId } from '../../app/model/issue'
import type { ComparedRecords } from '../../app/rules/comparison'
import { unpackRecords, type PackedRecords } from '../../app/rules/packed-records'
import type { Api } from '../api'
import { useApi } from './application'
import { asAppError, type QueryState } from './use-query'

export type DossierRecords = ComparedRecords & { day: string }

/** The records, and where only some rows were read again, which these are and what they were before. */
export type ReadRecords = {
  records: DossierRecords
  since: { records: DossierRecords; touched: ReadonlySet<IssueId> } | null
}

/** What the comparison is made of; after a change only the rows that it touched are read again. */
export function useComparedRecords(): QueryState<ReadRecords> {
  const api = useApi()
  const [state, setState] = useState<QueryState<ReadRecords>>({ status: 'loading' })

  useEffect(() => {
    let isCurrent = true
    let isReading = false
    let records: DossierRecords | null = null
    /** What has changed since the last reading began; null where that is everything. */
    let stale: Set<IssueId> | null | undefined = null

    const read = async () => {
      if (isReading) return
      isReading = true
      while (isCurrent && stale !== undefined) {
        const issues: readonly IssueId[] | null = records === null || stale === null ? null : [...stale]
        stale = undefined
        try {
          const fresh = await readRecords(api, issues)
          const before: DossierRecords | null = records
          records = issues === null || before === null ? fresh : replaceRows(before, fresh, issues)
          const since =
            issues === null || before === null ? null : { records: before, touched: new Set(issues) }
          if (isCurrent) setState({ status: 'ready', value: { records, since } })
        } catch (error) {
          records = null
          if (isCurrent) {
            setState((last) => ({ status: 'failed', error: asAppError(error), value: last.value }))
          }
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
  }, [api])

  return state
}

async function readRecords(api: Api, issueIds: readonly IssueId[] | null): Promise<DossierRecords> {
  const bytes = await api.call('comparison.records', { issueIds: issueIds && [...issueIds] })
  // The engine wrote it as the contract says.
  return unpackRecords(JSON.parse(new TextDecoder().decode(bytes)) as PackedRecords)
}

/** The records with those of some issues in place of what was known of them. */
export function replaceRows(
  known: DossierRecords,
  fresh: DossierRecords,
  issues: readonly IssueId[],
): DossierRecords {
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
