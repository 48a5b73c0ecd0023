import type { SourceId } from '../../../app/model/source'
import type { PartyColour } from '../../../app/model/party'
import type { Proposal, ReadStatement, SourceReading } from '../../../app/rules/capture'
import type { TextRange } from '../../../app/rules/paragraphs'
import { dismissedKey } from '../../state/reader'

/** Somewhere to stop while walking through a text. */
export type ReaderPassage = { key: string; ranges: TextRange[] } & (
  | { kind: 'recorded'; statement: ReadStatement }
  | { kind: 'suggested'; proposal: Proposal }
)

export const recordedKey = (statementId: string): string => `recorded ${statementId}`

/** What is recorded and what is only suggested, in the order of the text. */
export function passagesOf(
  { source, statements }: Pick<SourceReading, 'source' | 'statements'>,
  proposals: readonly Proposal[],
  dismissed: ReadonlySet<string>,
): ReaderPassage[] {
  const recorded = statements.flatMap((statement): ReaderPassage[] => {
    const ranges = statement.spans.flatMap(({ place }) => (place.state === 'found' ? [place] : []))
    return ranges.length === 0
      ? []
      : [{ key: recordedKey(statement.id), kind: 'recorded', statement, ranges: inOrder(ranges) }]
  })
  const suggested = proposals
    .filter(({ key }) => !dismissed.has(dismissedKey(source.id, key)))
    .map(
      (proposal): ReaderPassage => ({
        key: proposal.key,
        kind: 'suggested',
        proposal,
        ranges: inOrder(proposal.spans),
      }),
    )
  return [...recorded, ...suggested].toSorted((a, b) => a.ranges[0]!.start - b.ranges[0]!.start)
}

const inOrder = (ranges: readonly TextRange[]): TextRange[] => ranges.toSorted((a, b) => a.start - b.start)

export const countDismissed = (dismissed: ReadonlySet<string>, sourceId: SourceId): number =>
  [...dismissed].filter((key) => key.startsWith(sourceId)).length

/** The party's colour, else that of the party whose position it is evidence for. */
export const colourOf = (passage: ReaderPassage): PartyColour | null =>
  passage.kind === 'recorded' ? passage.statement.colour : null

export type Layer = TextRange & {
  kind: 'recorded' | 'suggested' | 'open' | 'reason' | 'found' | 'foundNow'
  key: string | null
  colour: PartyColour | null
  isCurrent: boolean
}

export type Piece = {
  start: number
  text: string
  /** The passage that a click on the piece goes to. */
  key: string | null
  kind: 'plain' | 'recorded' | 'suggested' | 'open'
  colour: PartyColour | null
  isCurrent: boolean
  isReason: boolean
  found: 'no' | 'yes' | 'now'
}

const rank = { recorded: 1, suggested: 0, open: 2 } as const

/** A paragraph's text cut wherever a layer begins or ends. Layers may overlap; what is open lies on top. */
export function piecesOf(text: string, { start, end }: TextRange, layers: readonly Layer[]): Piece[] {
  const cuts = [start, end, ...layers.flatMap((layer) => [layer.start, layer.end])]
    .filter((cut) => cut >= start && cut <= end)
    .toSorted((a, b) => a - b)
  const pieces: Piece[] = []
  for (let index = 0; index + 1 < cuts.length; index++) {
    const [from, to] = [cuts[index]!, cuts[index + 1]!]
    if (from === to) continue
    const over = layers.filter((layer) => layer.start <= from && to <= layer.end)
    pieces.push(pieceOver(text.slice(from, to), from, over))
  }
  return pieces
}

function pieceOver(text: string, start: number, over: readonly Layer[]): Piece {
  const passages = over.flatMap((layer) => {
    const { kind } = layer
    return kind === 'recorded' || kind === 'suggested' || kind === 'open' ? [{ ...layer, kind }] : []
  })
  // Of two that overlap, the one that began later lies on top, so that both can be seen.
  const top = passages.toSorted((a, b) => rank[b.kind] - rank[a.kind] || b.start - a.start)[0]
  return {
    start,
    text,
    key: top?.key ?? null,
    kind: top?.kind ?? 'plain',
    colour: top?.colour ?? null,
    isCurrent: passages.some(({ isCurrent }) => isCurrent),
    isReason: over.some(({ kind }) => kind === 'reason'),
    found: over.some(({ kind }) => kind === 'foundNow')
      ? 'now'
      : over.some(({ kind }) => kind === 'found')
        ? 'yes'
        : 'no',
  }
}
