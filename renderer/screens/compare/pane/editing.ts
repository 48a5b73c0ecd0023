import type { OperationName } from '../../../../app/contract'
import { useApi, useSay } from '../../../state/application'
import { attempt, tell } from '../../../state/notice'
import { useOpened } from '../../../state/opened'
import type { IdOf, RecordKind } from '../../../../app/model/records'

/** Whether this dossier can be edited at all; where it cannot, nothing offers to. */
export const useMayEdit = (): boolean => useOpened((state) => !(state.opened?.isReadOnly ?? false))

/** Removes at once and says how to have it back. Answers whether it is gone. */
export function useRemove(): <Kind extends RecordKind>(kind: Kind, id: IdOf<Kind>) => Promise<boolean> {
  const api = useApi()
  const say = useSay()
  return async (kind, id) => {
    // Every kind of record has its `remove`, and all take an id; a kind that is open hides that.
    const name = `${kind}.remove` as OperationName & 'party.remove'
    const result = await attempt(() => api.call(name, { id: id }))
    if (result === undefined) return false
    tell(say('editing.removed', { kind: say(`record.${kind}`) }))
    return true
  }
}

/** The ids that a move up or down puts a record before; undefined where it cannot move. */
export function neighbours<Id extends string>(ids: readonly Id[], id: Id): { up?: Id; down?: Id | null } {
  const at = ids.indexOf(id)
  return {
    ...(at > 0 ? { up: ids[at - 1]! } : {}),
    ...(at !== -1 && at < ids.length - 1 ? { down: ids[at + 2] ?? null } : {}),
  }
}
