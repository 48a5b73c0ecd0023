import { firstSchema } from './0001-first-schema'
import { comparisonSchema } from './0002-comparison'
import { presentingSchema } from './0003-presenting'
import { briefingsSchema } from './0004-briefings'

export type Migration = { version: number; sql: string }

/** Oldest first. A released migration is frozen: fix mistakes with a new one. */
export const migrations: readonly Migration[] = [
  firstSchema,
  comparisonSchema,
  presentingSchema,
  briefingsSchema,
]

export const latestVersion = migrations.at(-1)!.version
