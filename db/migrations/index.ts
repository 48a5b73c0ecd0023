import { firstSchema } from './0001-first-schema'

export type Migration = { version: number; sql: string }

/** Oldest first. A released migration is frozen: fix mistakes with a new one. */
export const migrations: readonly Migration[] = [firstSchema]

export const latestVersion = migrations.at(-1)!.version
