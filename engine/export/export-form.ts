import type { BriefingDocument } from '../../app/rules/briefing/briefing-document'
import type { ExportContext } from '../../app/rules/export/export-context'

/** How far a form has come. */
export type OnPart = (done: number, of: number) => void

/** What a form is made of; each is made only when it is asked for. */
export type FormMaterial = {
  context: () => ExportContext
  briefing: () => BriefingDocument
  onPart: OnPart
}

export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** One form of the same dossier, in pieces to be written one after the other. */
export type ExportForm = { extension: string; pieces: (material: FormMaterial) => Pieces }
