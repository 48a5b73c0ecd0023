import { paragraphAt, type TextRange } from '../../../app/rules/paragraphs'
import type { CaptureDraft } from './capture-draft'
import { colourOf, type Layer, type ReaderPassage } from './passages'
import type { Reading } from './reading'

export type MarginNote =
  | { key: string; at: number; kind: 'passage'; passage: ReaderPassage; isCurrent: boolean }
  | { key: string; at: number; kind: 'open'; draft: CaptureDraft }

export type Layers = {
  /** For every paragraph: what lies over its text. */
  layers: Layer[][]
  notes: MarginNote[][]
  /** The pages that begin in or right before it. */
  pages: { number: number; at: number }[][]
  /** Paragraphs with something that was gone to. */
  wanted: Set<number>
}

type Shown = {
  current: string | null
  draft: CaptureDraft | null
  found: readonly TextRange[]
  findAt: number
}

const nothing: never[] = []

function add<Item>(lists: Item[][], index: number, item: Item): void {
  if (lists[index]!.length === 0) lists[index] = [item]
  else lists[index]!.push(item)
}

/** Everything that is to be seen over and beside the text, paragraph by paragraph. */
export function layersOf(reading: Reading, { current, draft, found, findAt }: Shown): Layers {
  const { paragraphs, passages, pages } = reading
  const result: Layers = {
    // Most paragraphs have nothing over them: sharing one empty list, they are seen to be unchanged at once.
    layers: Array.from({ length: paragraphs.length }, () => nothing),
    notes: Array.from({ length: paragraphs.length }, () => nothing),
    pages: Array.from({ length: paragraphs.length }, () => nothing),
    wanted: new Set(),
  }
  if (paragraphs.length === 0) return result

  const lay = (range: TextRange, layer: Omit<Layer, 'start' | 'end'>) => {
    for (let index = paragraphAt(paragraphs, range.start); index < paragraphs.length; index++) {
      const paragraph = paragraphs[index]!
      if (paragraph.start >= range.end) break
      const start = Math.max(range.start, paragraph.start)
      const end = Math.min(range.end, paragraph.end)
      if (start >= end) continue
      add(result.layers, index, { start, end, ...layer })
      if (layer.isCurrent || layer.kind === 'open' || layer.kind === 'foundNow') result.wanted.add(index)
    }
  }
  for (const passage of passages) {
    // What is open in the form is drawn as open, and where it has other words now, not as it was suggested.
    if (draft !== null && passage.kind === 'suggested' && passage.key === current) continue
    const isCurrent = passage.key === current
    const layer = { kind: passage.kind, key: passage.key, colour: colourOf(passage), isCurrent }
    for (const range of passage.ranges) lay(range, layer)
    const at = passage.ranges[0]!.start
    add(result.notes, paragraphAt(paragraphs, at), {
      key: passage.key,
      at,
      kind: 'passage',
      passage,
      isCurrent,
    })
  }
  if (draft !== null) layDraft(draft, lay, result, paragraphs)
  found.forEach((range, index) =>
    lay(range, { kind: index === findAt ? 'foundNow' : 'found', key: null, colour: null, isCurrent: false }),
  )
  pages.forEach((at, index) => {
    const near = paragraphAt(paragraphs, at)
    const after = paragraphs[near]!.end > at ? near : near + 1
    if (after < paragraphs.length) add(result.pages, after, { number: index + 1, at })
  })
  for (const notes of result.notes) if (notes.length > 1) notes.sort((a, b) => a.at - b.at)
  return result
}

function layDraft(
  draft: CaptureDraft,
  lay: (range: TextRange, layer: Omit<Layer, 'start' | 'end'>) => void,
  result: Layers,
  paragraphs: readonly TextRange[],
): void {
  const plain = { key: null, colour: null, isCurrent: false }
  for (const span of draft.spans) lay(span, { ...plain, kind: 'open' })
  for (const range of reasonsOf(draft)) lay(range, { ...plain, kind: 'reason' })
  const at = draft.spans[0]?.start
  if (at !== undefined) {
    add(result.notes, paragraphAt(paragraphs, at), { key: 'open', at, kind: 'open', draft })
  }
}

/** The words that the values of the form were worked out from. */
function reasonsOf({ proposal }: CaptureDraft): TextRange[] {
  const { speakerWords, nameAt, party, saidOn, relayedBy, addressee } = proposal
  const partyWords = party !== null && 'words' in party.reason ? party.reason.words : null
  return [speakerWords, nameAt, partyWords, saidOn?.words, relayedBy?.words, addressee?.words].flatMap(
    (range) => (range === null || range === undefined ? [] : [{ start: range.start, end: range.end }]),
  )
}
