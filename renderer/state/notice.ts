import { create } from 'zustand'
import type { MessageId } from '../../app/messages/en'
import type { AppError } from '../../app/errors'
import { asAppError } from './use-query'

/** What the frame has to tell the reader, one thing at a time: a failure, or what was just done. */
export type Notice =
  | { kind: 'failure'; error: AppError }
  | { kind: 'done'; text: string }
  | ({ kind: 'offer' } & Offer)
  | null

/** A sentence with something that can be done about it. */
type Offer = { text: MessageId; act: MessageId; perform: () => void; forget: () => void }

export const useNotice = create<{ notice: Notice }>(() => ({ notice: null }))

export function tell(text: string): void {
  useNotice.setState({ notice: { kind: 'done', text } })
}

export function offer(what: Offer): void {
  useNotice.setState({ notice: { kind: 'offer', ...what } })
}

export function dismissNotice(): void {
  const { notice } = useNotice.getState()
  if (notice?.kind === 'offer') notice.forget()
  useNotice.setState({ notice: null })
}

export function showFailure(error: unknown): void {
  useNotice.setState({ notice: { kind: 'failure', error: asAppError(error) } })
}

/** Runs what a person asked for, in place of any failure before; a new one is shown, and the answer undefined. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  if (useNotice.getState().notice?.kind === 'failure') dismissNotice()
  try {
    return await work()
  } catch (error) {
    showFailure(error)
    return undefined
  }
}
