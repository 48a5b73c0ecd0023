import type { Handlers } from '../handlers'

export const briefingOperations: Handlers<'briefing.compose'> = {
  'briefing.compose': () => ({ title: '' }),
}
