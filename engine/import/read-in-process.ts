import { z } from 'zod'
import { readDocument, type DocumentFormat, type ReadDocument } from '../../app/contract/import-contract'
import { AppError, errorCodes } from '../../app/errors'
import type { OnProgress } from './reader'

export type ReadRequest = {
  bytes: Uint8Array
  /** As a person sees it. */
  fileName: string
  asked: DocumentFormat | null
}

/** Reads a document out of harm's way; `cancelled` when the signal says so. */
export type ReadApart = (
  request: ReadRequest,
  way: { signal: AbortSignal; onProgress: OnProgress },
) => Promise<ReadDocument>

/** A process that can be killed, as the shell starts it. */
export type ReaderProcess = {
  send(message: unknown): void
  listen(listener: (message: unknown) => void): void
  /** `isOutOfMemory` where the process says so of itself. */
  onExit(listener: (end: { isOutOfMemory: boolean }) => void): void
  kill(): void
  /** The memory that it holds now; null where the system does not tell. */
  residentBytes(): number | null
}
export type StartReader = () => ReaderProcess

/** In V8's heap, in megabytes; buffers come on top. */
export const readerHeapMegabytes = 512

export type ReadingLimits = {
  timeMs: number
  timePerMegabyteMs: number
  residentBytes: number
  watchMs: number
}
export const readingLimits: ReadingLimits = {
  timeMs: 60_000,
  timePerMegabyteMs: 1_000,
  residentBytes: 1024 * 1024 * 1024,
  watchMs: 100,
}

export type ToReader = { type: 'read' } & ReadRequest
export const fromReader = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({
    type: z.literal('progress'),
    done: z.int().nonnegative(),
    of: z.int().nonnegative(),
    what: z.enum(['bytes', 'pages']),
  }),
  z.strictObject({ type: z.literal('read'), document: readDocument }),
  z.strictObject({
    type: z.literal('refused'),
    code: z.enum(errorCodes),
    details: z.record(z.string().max(50), z.union([z.string().max(5_000), z.number()])),
  }),
])

/**
 * Each document in a process of its own, which ends with it. A process that takes too long, or too much memory,
 * or fails is killed, and the document refused by name. What comes back is checked like any input.
 */
export function readInProcess(startReader: StartReader, limits: ReadingLimits = readingLimits): ReadApart {
  return (request, { signal, onProgress }) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new AppError('cancelled'))
      const file = request.fileName
      const reader = startReader()
      let isOver = false

      function end(settle: () => void): void {
        if (isOver) return
        isOver = true
        clearTimeout(timer)
        clearInterval(watch)
        signal.removeEventListener('abort', onAbort)
        reader.kill()
        settle()
      }
      const refuse = (error: AppError) => end(() => reject(error))
      const onAbort = () => refuse(new AppError('cancelled'))

      const timeMs = limits.timeMs + (request.bytes.length / 1024 / 1024) * limits.timePerMegabyteMs
      const timer = setTimeout(() => {
        refuse(new AppError('document-took-too-long', { file, seconds: Math.round(timeMs / 1_000) }))
      }, timeMs)
      const watch = setInterval(() => {
        const resident = reader.residentBytes()
        if (resident !== null && resident > limits.residentBytes) refuse(outOfMemory(file))
      }, limits.watchMs)
      signal.addEventListener('abort', onAbort)

      reader.onExit(({ isOutOfMemory }) =>
        refuse(isOutOfMemory ? outOfMemory(file) : new AppError('document-reader-died', { file })),
      )
      reader.listen((message) => {
        if (isOver) return
        const told = fromReader.safeParse(message)
        if (!told.success) return refuse(new AppError('document-reader-died', { file }))
        switch (told.data.type) {
          case 'ready':
            reader.send({ type: 'read', ...request } satisfies ToReader)
            break
          case 'progress':
            onProgress(told.data.done, told.data.of, told.data.what)
            break
          case 'refused':
            refuse(new AppError(told.data.code, told.data.details))
            break
          case 'read': {
            const { document } = told.data
            end(() => resolve(document))
          }
        }
      })
    })
}

const outOfMemory = (file: string) => new AppError('document-too-much-memory', { file })
