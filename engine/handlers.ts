import type { Contract, OperationName, Output, ParsedInput } from '../app/contract'
import type { ReadDb, WriteDb } from '../db/connection'
import type { History } from '../db/undo'
import type { Session } from './session'

/** What a query may know besides the dossier itself. */
export type QueryContext = { history: History | null; now: () => Date }

/** A function type returning plain `void` would accept an async function; this one does not. */
type Sync<T> = T extends PromiseLike<unknown> ? never : T

type Handler<Name extends OperationName> = Contract[Name]['kind'] extends 'query'
  ? (db: ReadDb, input: ParsedInput<Name>, context: QueryContext) => Sync<Output<Name>>
  : Contract[Name]['kind'] extends 'command'
    ? (db: WriteDb, input: ParsedInput<Name>) => Sync<Output<Name>>
    : (session: Session, input: ParsedInput<Name>) => Promise<Output<Name>>

export type Handlers<Names extends OperationName = OperationName> = { [Name in Names]: Handler<Name> }
