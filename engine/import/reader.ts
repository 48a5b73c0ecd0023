import type { ReadDocument, ReadingProblem } from '../../app/contract/import-contract'
import { AppError, type ErrorCode } from '../../app/errors'

export type OnProgress = (done: number, of: number, what: 'bytes' | 'pages') => void

export type ReaderOptions = {
  /** As a person sees it; names the document in refusals. */
  fileName: string
  onProgress?: OnProgress
}

/** What a format's reader finds; the language is found out from the text afterwards where it is not said. */
export type Found = Omit<ReadDocument, 'language' | 'problems' | 'format' | 'mediaType' | 'title'> & {
  title: string
  language: string | null
  problems: ReadingProblem[]
}

/** Reads one format. Throws AppError, each code with the `file`. */
export type FormatReader = (bytes: Uint8Array, options: ReaderOptions) => Promise<Found>

export const nothingFound = {
  title: '',
  author: [],
  outletName: '',
  issued: null,
  URL: '',
  language: null,
  pages: [],
  problems: [],
} as const satisfies Partial<Found>

export function problem(code: ReadingProblem['code'], count: number, words = ''): ReadingProblem {
  return { code, count, words: words.slice(0, 1_000).toWellFormed() }
}

export function refusal(code: ErrorCode, fileName: string, details = {}): AppError {
  return new AppError(code, { file: fileName, ...details })
}
