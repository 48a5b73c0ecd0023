import type { z } from 'zod'
import { AppError } from '../../app/errors'
import { readDocument } from './read-document'
import type { fromReader, ToReader } from './read-in-process'

type FromReader = z.input<typeof fromReader>

/** Progress is told this often at most: each message costs the engine as much as a page costs the reader. */
const progressEveryMs = 40

/** The reader's own end: takes one document, answers, and is then of no more use. */
export function serveReader(pipe: {
  send(message: FromReader): void
  listen(listener: (message: unknown) => void): void
}): void {
  pipe.listen((message) => {
    // Only the engine that started this process holds the other end.
    void read(message as ToReader)
  })
  pipe.send({ type: 'ready' })

  async function read({ bytes, fileName, asked }: ToReader): Promise<void> {
    let toldAt = 0
    const onProgress = (done: number, of: number, what: 'bytes' | 'pages') => {
      const now = performance.now()
      if (done < of && now - toldAt < progressEveryMs) return
      toldAt = now
      pipe.send({ type: 'progress', done, of, what })
    }
    try {
      pipe.send({ type: 'read', document: await readDocument(bytes, { fileName, asked, onProgress }) })
    } catch (error) {
      const { code, details } =
        error instanceof AppError ? error : new AppError('document-broken', { file: fileName })
      pipe.send({ type: 'refused', code, details: { ...details } })
    }
  }
}
