/** Everything that can go wrong and that a person can be told about. Each has a sentence in the catalogue. */
export const errorCodes = [
  'invalid-input',
  'unknown-operation',
  'unexpected',
  'not-found',
  'name-taken',
  'rule-broken',
  'nothing-to-undo',
  'nothing-to-redo',
  'no-dossier-open',
  'read-only',
  'disk-full',
  'file-missing',
  'file-unreadable',
  'file-name-too-long',
  'file-is-folder',
  'file-not-sqlite',
  'file-not-dossier',
  'file-from-newer-version',
  'file-schema-foreign',
  'file-damaged',
  'file-in-use',
  'file-moved',
  'file-unfinished',
  'file-exists',
  'file-not-writable',
  'target-read-only',
  'folder-missing',
  'text-missing',
  'text-not-utf8',
  'output-is-folder',
  'output-is-dossier',
  'date-not-understood',
  'party-not-found',
  'issue-not-found',
  'document-missing',
  'document-unreadable',
  'document-is-folder',
  'document-empty',
  'document-encrypted',
  'document-scanned',
  'document-broken',
  'document-too-large',
  'document-text-too-long',
  'document-bomb',
  'document-archive-unsafe',
  'document-not-what-it-says',
  'document-took-too-long',
  'document-too-much-memory',
  'document-reader-died',
  'document-format-unknown',
  'cancelled',
  'range-not-in-text',
  'merge-with-itself',
  'no-second-window',
  'no-printer',
  'printing-failed',
  'view-not-found',
  'tag-not-found',
  'export-too-large',
  'issued-is-whole',
  'issued-stays',
  'dossier-json-broken',
  'dossier-json-other',
  'dossier-json-newer',
  'dossier-json-too-large',
  'dossier-json-invalid',
  'usage',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** Values for the sentence, by name. */
export type ErrorDetails = Readonly<Record<string, string | number>>

/** A failure with a code the window can act on. The sentence is made where it is shown, in that language. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options)
    this.code = code
    this.details = details
  }
}

/** What crosses the process border: Electron would keep only the message of a thrown error. */
export type Reply<T> =
  | { ok: true; value: T }
  | { ok: false; error: { code: ErrorCode; details: ErrorDetails } }

export function toReplyError(error: unknown): Reply<never> {
  if (error instanceof AppError) return { ok: false, error: { code: error.code, details: error.details } }
  return { ok: false, error: { code: 'unexpected', details: {} } }
}

export function unwrap<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value
  throw new AppError(reply.error.code, reply.error.details)
}
