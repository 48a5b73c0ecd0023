import type { Finding, FindingKind } from '../contract/check-contract'
import type { AllRecords } from '../model/records'
import { findAnchor } from './anchor'

export type CheckedRecords = Pick<
  AllRecords,
  'position' | 'statement' | 'span' | 'evidence' | 'source' | 'outlet'
>

/** Evidence that is wanted or broken, in the order of `findingKind`. The grades F and 6 are absent grades. */
export function findWanting(records: CheckedRecords): Finding[] {
  const { position: positions, statement: statements, outlet: outlets } = records
  const backed = new Set(
    records.evidence.filter(({ relation }) => relation !== 'contradicts').map(({ positionId }) => positionId),
  )
  const sources = new Map(records.source.map((source) => [source.id, source]))
  const spans = Map.groupBy(records.span, (span) => span.statementId)

  const finding = (kind: FindingKind, recordKind: string) => (record: { id: string; text: string }) => ({
    kind,
    recordKind,
    recordId: record.id,
    about: record.text,
  })
  const isOrphaned = (statement: AllRecords['statement'][number]) => {
    const text = sources.get(statement.sourceId)?.text
    return (
      text !== undefined &&
      (spans.get(statement.id) ?? []).some((span) => findAnchor(text, span).state === 'orphaned')
    )
  }

  return [
    ...positions.filter(({ id }) => !backed.has(id)).map(finding('position-without-statement', 'position')),
    ...statements.filter(({ id }) => !spans.has(id)).map(finding('statement-without-passage', 'statement')),
    ...statements
      .filter(({ sourceId }) => !sources.has(sourceId))
      .map(finding('statement-without-source', 'statement')),
    ...statements.filter(isOrphaned).map(finding('orphaned-quote', 'statement')),
    ...outlets
      .filter(({ reliability }) => reliability === 'F')
      .map(({ id, name }) => finding('outlet-without-grade', 'outlet')({ id, text: name })),
    ...statements
      .filter(({ credibility }) => credibility === 6)
      .map(finding('statement-without-grade', 'statement')),
  ]
}

const brokenKinds: readonly FindingKind[] = ['orphaned-quote', 'statement-without-source']

/** Whether evidence is broken, and not merely still to be found or graded. */
export const isBroken = ({ kind }: Finding): boolean => brokenKinds.includes(kind)
