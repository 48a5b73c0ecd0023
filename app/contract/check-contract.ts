import { z } from 'zod'
import { tableModels } from '../model/records'
import { task } from './operation'

/** What a check can find. The first group is damage, the second is evidence that is missing. */
export const findingKind = z.enum([
  'integrity',
  'foreign-key',
  'model',
  'text-hash',
  'search-index',
  'position-without-statement',
  'statement-without-passage',
  'statement-without-source',
  'orphaned-quote',
  'outlet-without-grade',
  'statement-without-grade',
])
export type FindingKind = z.infer<typeof findingKind>

export const finding = z.strictObject({
  kind: findingKind,
  recordKind: z.enum(Object.keys(tableModels) as [string, ...string[]]).nullable(),
  recordId: z.string().nullable(),
  /** The record's words, or what SQLite said. */
  about: z.string(),
})
export type Finding = z.infer<typeof finding>

export const checkReport = z.strictObject({
  /** Damage to the file: anything here is a fault. */
  faults: z.array(finding),
  /** Evidence still wanted: positions without a statement, orphaned quotes, grades missing. */
  wanting: z.array(finding),
  counts: z.record(z.string(), z.int()),
})
export type CheckReport = z.infer<typeof checkReport>

export const checkContract = {
  'dossier.check': task({ input: z.strictObject({}), output: checkReport }),
} as const
