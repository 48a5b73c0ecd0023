import type { briefingContract } from '../../app/contract/briefing-contract'
import type { Handlers } from '../handlers'
export const briefingOperations: Handlers<keyof typeof briefingContract> = {
  'briefing.compose': () => ({ title: '' }),
  'briefing.print': async () => null,
  'dossier.exportJson': async () => null,
}
