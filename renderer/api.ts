import type { Events, Input, OperationName, Output } from '../app/contract'
import type { Bridge } from '../app/contract/bridge'
import { unwrap, type Reply } from '../app/errors'

export type Api = {
  call<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>>
  listen<Name extends keyof Events>(name: Name, listener: (payload: Events[Name]) => void): () => void
}

export function createApi(bridge: Bridge): Api {
  return {
    // The dispatcher answers each name with that name's output; the bridge itself carries anything.
    call: async (name, input) => unwrap((await bridge.call(name, input)) as Reply<never>),
    listen: (name, listener) => bridge.listen(name, listener as (payload: unknown) => void),
  }
}
