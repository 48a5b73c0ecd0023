import type { Reply } from '../errors'

/** What a shell puts on `window`: two doors, and they never change. */
export type Bridge = {
  call(name: string, input: unknown): Promise<Reply<unknown>>
  listen(name: string, listener: (payload: unknown) => void): () => void
}
