import type { z } from 'zod'

export type Query<I extends z.ZodType, O extends z.ZodType> = { kind: 'query'; input: I; output: O }
export type Command<I extends z.ZodType, O extends z.ZodType> = { kind: 'command'; input: I; output: O }
export type Task<I extends z.ZodType, O extends z.ZodType> = { kind: 'task'; input: I; output: O }

/** Reads the open dossier only. */
export function query<I extends z.ZodType, O extends z.ZodType>(spec: { input: I; output: O }): Query<I, O> {
  return { kind: 'query', ...spec }
}

/** Changes the open dossier: one transaction, one undo step, one change notice. */
export function command<I extends z.ZodType, O extends z.ZodType>(spec: {
  input: I
  output: O
}): Command<I, O> {
  return { kind: 'command', ...spec }
}

/** Leaves the dossier: opens and closes it, asks the desktop, reads and writes files, prints. */
export function task<I extends z.ZodType, O extends z.ZodType>(spec: { input: I; output: O }): Task<I, O> {
  return { kind: 'task', ...spec }
}
