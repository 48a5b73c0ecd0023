import type { Change } from '../app/model/change'
import { issueId, type IssueId } from '../app/model/issue'
import { prepare, type ReadDb } from '../db/connection'
import { changesOfStep } from '../db/journal'

/** Beyond, the whole comparison is read as quickly as its parts. */
const mostIssues = 100

/**
 * The issues in whose rows of the comparison a step changed anything that is said there; null where that may be any.
 * Parties, issues themselves, marks and tags are few, and read anew after every step.
 */
export function touchedIssues(db: ReadDb, step: number): IssueId[] | null {
  const found = new Set<string>()
  for (const change of changesOfStep(db, step)) {
    const issues = issuesOf(db, change)
    if (issues === null) return null
    for (const id of issues) found.add(id)
    if (found.size > mostIssues) return null
  }
  return [...found].map((id) => issueId.parse(id))
}

function issuesOf(db: ReadDb, { recordKind, recordId, before, after }: Change): readonly string[] | null {
  const told = (field: string) =>
    [before?.[field], after?.[field]].filter((value): value is string => typeof value === 'string')
  switch (recordKind) {
    case 'position':
    case 'gap':
      return [...told('issueId'), ...pluck(db, `SELECT issueId FROM ${recordKind} WHERE id = ?`, recordId)]
    case 'condition':
    case 'answer':
    case 'evidence':
      return [
        ...told('positionId').flatMap((id) => pluck(db, 'SELECT issueId FROM position WHERE id = ?', id)),
        ...pluck(
          db,
          `SELECT position.issueId FROM ${recordKind} JOIN position ON position.id = ${recordKind}.positionId
           WHERE ${recordKind}.id = ?`,
          recordId,
        ),
      ]
    case 'statement':
      return pluck(
        db,
        `SELECT DISTINCT position.issueId FROM evidence JOIN position ON position.id = evidence.positionId
         WHERE evidence.statementId = ?`,
        recordId,
      )
    case 'source':
    case 'speaker':
    case 'outlet':
      // What is new has nothing said through it yet.
      return before === null ? [] : null
    default:
      return []
  }
}

const pluck = (db: ReadDb, sql: string, id: string): string[] =>
  prepare<{ issueId: string }>(db, sql)
    .all(id)
    .map((row) => row.issueId)
