import { create } from 'zustand'
import type { AppError } from '../../app/errors'
import { asAppError } from './use-query'

/** What the frame has to tell the reader, one thing at a time: a failure, or what was just done. */
export type Notice = { kind: 'failure'; error: AppError } | { kind: 'done'; text: string } | null

export const useNotice = create<{ notice: Notice }>(() => ({ notice: null }))

export function tell(text: string): void {
  useNotice.setState({ notice: { kind: 'done', text } })
}

export function dismissNotice(): void {
  useNotice.setState({ notice: null })
}

export function showFailure(error: unknown): void {
  useNotice.setState({ notice: { kind: 'failure', error: asAppError(error) } })
}

/** Runs what a person asked for; a failure is shown, and the answer is then undefined. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    const result = await work()
    if (useNotice.getState().notice?.kind === 'failure') dismissNotice()
    return result
  } catch (error) {
    showFailure(error)
    return undefined
  }
}
