import type { z } from 'zod'
import { contract, type OperationName } from '../app/contract'
import { AppError, toReplyError, type ErrorDetails, type Reply } from '../app/errors'
import { refusal } from '../db/open'
import type { Handlers } from './handlers'
import { anchorOperations } from './operations/anchor-operations'
import { briefingOperations } from './operations/briefing-operations'
import { captureOperations } from './operations/capture-operations'
import { checkOperations } from './operations/check-operations'
import { comparisonOperations } from './operations/comparison-operations'
import { desktopOperations } from './operations/desktop-operations'
import { dossierOperations } from './operations/dossier-operations'
import { exportOperations } from './operations/export-operations'
import { dossierJsonOperations } from './operations/dossier-json-operations'
import { entryOperations } from './operations/entry-operations'
import { historyOperations } from './operations/history-operations'
import { importOperations } from './operations/import-operations'
import { mergeOperations } from './operations/merge-operations'
import { positionOperations } from './operations/position-operations'
import { presentingOperations } from './operations/presenting-operations'
import { printingOperations } from './operations/printing-operations'
import { recordOperations } from './operations/record-operations'
import { saveOperations } from './operations/save-operations'
import { searchOperations } from './operations/search-operations'
import { statementOperations } from './operations/statement-operations'
import type { Session } from './session'

const handlers: Handlers = {
  ...recordOperations,
  ...saveOperations,
  ...dossierOperations,
  ...positionOperations,
  ...statementOperations,
  ...captureOperations,
  ...comparisonOperations,
  ...entryOperations,
  ...briefingOperations,
  ...printingOperations,
  ...exportOperations,
  ...dossierJsonOperations,
  ...searchOperations,
  ...checkOperations,
  ...historyOperations,
  ...desktopOperations,
  ...importOperations,
  ...anchorOperations,
  ...mergeOperations,
  ...presentingOperations,
}

/** Answers one call. Never throws: failures come back as a Reply, and this alone makes replies. */
export function createDispatcher(session: Session, logError: (...error: unknown[]) => void = console.error) {
  return async function dispatch(name: string, rawInput: unknown): Promise<Reply<unknown>> {
    try {
      return { ok: true, value: await run(name, rawInput) }
    } catch (thrown) {
      const error = asAppError(thrown)
      if (!(error instanceof AppError)) logError(name, error)
      return toReplyError(error)
    }
  }

  async function run(name: string, rawInput: unknown): Promise<unknown> {
    if (!Object.hasOwn(contract, name)) throw new AppError('unknown-operation', { name })
    const operation = contract[name as OperationName]
    // The table of handlers is exhaustive by type; one name at a time TypeScript cannot follow.
    const handle = handlers[name as OperationName] as (...args: unknown[]) => unknown

    const parsed = (operation.input as z.ZodType).safeParse(rawInput)
    if (!parsed.success) throw new AppError('invalid-input', inputProblem(parsed.error.issues[0]!))

    while (session.occupied() !== null && name !== 'task.cancel') await session.occupied()

    switch (operation.kind) {
      case 'query': {
        const { db, history } = session.current()
        return handle(db, parsed.data, { history, now: session.now })
      }
      case 'command': {
        const history = session.currentHistory()
        return history.record(name, () => handle(session.current().db, parsed.data))
      }
      case 'task':
        return handle(session, parsed.data)
    }
  }

  function asAppError(error: unknown): unknown {
    if (error instanceof AppError) return error
    const path = session.describe()?.path ?? ''
    const isUnique = error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE'
    return isUnique ? new AppError('name-taken', { name: '' }) : refusal(error, path)
  }
}
export type Dispatch = ReturnType<typeof createDispatcher>

const ownProblems = ['empty', 'control-character', 'broken-character', 'not-a-language', 'not-a-date']

/** What is wrong with which field, for the sentence; never the value itself, which may be a whole text. */
function inputProblem(issue: z.core.$ZodIssue): ErrorDetails {
  const field = issue.path.map(String).join('.') || 'input'
  if (issue.code === 'too_big') {
    const isLength = issue.origin === 'string' || issue.origin === 'array'
    return { field, problem: isLength ? 'too-long' : 'too-large', limit: Number(issue.maximum) }
  }
  if (issue.code === 'too_small') return { field, problem: 'too-small', limit: Number(issue.minimum) }
  if (issue.code === 'unrecognized_keys') return { field: issue.keys.join(', '), problem: 'unknown-field' }
  if (ownProblems.includes(issue.message)) return { field, problem: issue.message }
  return { field, problem: 'not-allowed' }
}
