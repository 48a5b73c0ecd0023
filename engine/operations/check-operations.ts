import type { checkContract } from '../../app/contract/check-contract'
import type { Handlers } from '../handlers'
export const checkOperations: Handlers<keyof typeof checkContract> = {
  'dossier.check': async () => ({ faults: [], wanting: [], counts: {} }),
}
