import type { Input, OperationName, Output } from '../app/contract'

/** The contract's operations over an open, empty dossier. */
export type SampleApi = {
  call<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>>
}
