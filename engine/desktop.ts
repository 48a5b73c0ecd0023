import type { ReadDocument } from '../app/contract/import-contract'
import type { ReadRequest } from './import/read-in-process'
import type { OnProgress } from './import/reader'

/** What the engine may ask of the shell that it runs in. Anything more belongs in engine or renderer. */
export type Desktop = {
  /** Null when the person decides against it. */
  chooseFileToOpen(ask: { extension: string }): Promise<string | null>
  chooseFileToSave(ask: { extension: string; suggestedName: string }): Promise<string | null>
  /**
   * Prints the window's own page at this address fragment, as in `#/hand-outs`; with a piece, the page that prints
   * briefings.
   */
  printPage(page: {
    fragment: string
    paper: 'A4' | 'Letter'
    orientation: 'landscape' | 'portrait'
    /** One of several pieces that are printed one after the other: a shell keeps their page for the next. */
    piece?: { job: string; index: number }
  }): Promise<Uint8Array>
  /** Opens the page for the pieces of a job before they are there; nobody waits for it. */
  preparePrinting?(ask: { job: string }): Promise<void>
  /** Lets go of what was kept for the pieces of a job, and ends what is being printed of it. */
  endPrinting?(ask: { job: string }): Promise<void>
  /** The window's answers, in a shell that has to ask through it. */
  answer?(ask: { askId: number; path: string | null }): Promise<void>
  /** Shows the wall full screen on another display; a shell that cannot says where its page is. */
  openWall?(ask: Record<string, never>): Promise<{ address: string | null }>
  closeWall?(ask: Record<string, never>): Promise<void>
  /** Reads a document in a process of its own, in a shell that alone can start one. */
  readDocument?(
    ask: { readingId: number; request: ReadRequest },
    onProgress: OnProgress,
  ): Promise<ReadDocument>
  stopReading?(ask: { readingId: number }): Promise<void>
}
