import { create } from 'zustand'
import { issue, type IssueId } from '../../app/model/issue'
import type { PartyId } from '../../app/model/party'
import {
  position,
  type Basis,
  type Firmness,
  type PositionId,
  type PositionKind,
} from '../../app/model/position'
import type { EvidenceRelation, StatementId } from '../../app/model/statement'
import type { Cell, CellPosition, ComparedIssue } from '../../app/rules/comparison'
import type { ComparisonReading } from '../../app/rules/comparison-reading'
import type { Api } from '../api'
import type { Place } from './compare-view'
import { offer, showFailure } from './notice'
import { useOpened } from './opened'
import type { PlaceKey } from './selection'

/** What can be written where it stands: a position, a landing zone, an issue's title. */
export type EditedPlace = Extract<Place, { kind: 'cell' | 'zone' | 'issue' }>

export type CellDraft = {
  text: string
  kind: PositionKind
  addresseeId: PartyId | null
  firmness: Firmness
  basis: Basis
}

export type EditedCell = {
  place: EditedPlace
  /** Null for a new position, and for what is not one. */
  positionId: PositionId | null
  first: CellDraft
  draft: CellDraft
  /** A statement that the new position is recorded with. */
  evidence: { statementId: StatementId; relation: EvidenceRelation } | null
  /** Another dossier's cell is not written into this one. */
  path: string | undefined
}

type CellEditing = {
  edited: EditedCell | null
  /** The kind and basis that were written last: who types twenty demands says so once. */
  last: Pick<CellDraft, 'kind' | 'basis'>
  /** Where Tab went on to from the editor: as long as nothing else is done there, it goes on. */
  ranTo: PlaceKey | null
}

const atRest: CellEditing = { edited: null, last: { kind: 'demand', basis: 'stated' }, ranTo: null }
export const useCellEditing = create<CellEditing>(() => atRest)

/** Who reads the comparison that is on the page; the editor begins with what stands there. */
let reading: ComparisonReading | null = null
export function offerReading(shown: ComparisonReading | null): void {
  reading = shown
}

export type EditOptions = {
  /** Begins a new position with these, or goes on with them where there are words already. */
  firstWords?: string
  /** Which position; without, and without first words, the first that is in force. */
  positionId?: PositionId | null
  evidence?: EditedCell['evidence']
  /** What a new position rests on, where that is known. */
  basis?: Basis
}

/** Opens the editor over a place. */
export function editCell(place: EditedPlace, options: EditOptions = {}): void {
  const first = firstDraft(place, options)
  const draft =
    options.firstWords === undefined
      ? first.draft
      : { ...first.draft, text: first.draft.text + options.firstWords }
  useCellEditing.setState({
    edited: {
      place,
      positionId: first.positionId,
      first: first.draft,
      draft,
      evidence: options.evidence ?? null,
      path: openPath(),
    },
  })
}

function firstDraft(
  place: EditedPlace,
  { firstWords, positionId, basis: rests }: EditOptions,
): { positionId: PositionId | null; draft: CellDraft } {
  const { last } = useCellEditing.getState()
  const blank: CellDraft = {
    text: '',
    kind: last.kind,
    addresseeId: null,
    firmness: 'unstated',
    basis: rests ?? last.basis,
  }
  if (place.kind !== 'cell') {
    const found = issueAt(place.issueId)
    const text = (place.kind === 'zone' ? found?.landingZone : found?.title) ?? ''
    return { positionId: null, draft: { ...blank, text } }
  }
  const positions = positionsAt(place)
  const wanted = positionId === undefined && firstWords === undefined ? positions[0]?.id : positionId
  const known = positions.find(({ id }) => id === wanted)
  if (known === undefined) return { positionId: null, draft: blank }
  const { text, kind, addresseeId, firmness, basis } = known
  return { positionId: known.id, draft: { text, kind, addresseeId, firmness, basis } }
}

type CellPlace = { issueId: IssueId; partyId: PartyId }

function cellAt({ issueId, partyId }: CellPlace): Cell | null {
  const row = reading?.index.rowOf.get(issueId)
  const column = reading?.index.columnOf.get(partyId)
  return row === undefined || column === undefined ? null : reading!.cellAt(row, column)
}

/** In force at the day that the comparison is read at. */
export const positionsAt = (place: CellPlace): readonly CellPosition[] => cellAt(place)?.positions ?? []
export const gapAt = (place: CellPlace): Cell['gap'] => cellAt(place)?.gap ?? null

export function issueAt(issueId: IssueId): ComparedIssue | undefined {
  const row = reading?.index.rowOf.get(issueId)
  return row === undefined ? undefined : reading!.issues[row]
}

export function draftChanges(changes: Partial<CellDraft>): void {
  useCellEditing.setState(({ edited }) => ({
    edited: edited && { ...edited, draft: { ...edited.draft, ...changes } },
  }))
}

/** Leaves without writing; what was typed can be brought back. */
export function leaveCell(): void {
  const { edited } = useCellEditing.getState()
  if (edited === null) return
  useCellEditing.setState({ edited: null })
  if (isChanged(edited) && edited.draft.text.trim() !== '') keep(edited)
}

function keep(edited: EditedCell): void {
  offer({
    text: 'editing.draftLeft',
    act: 'editing.bringBack',
    perform: () => {
      if (openPath() === edited.path) useCellEditing.setState({ edited })
    },
    forget: () => {},
  })
}

const isChanged = ({ draft, first }: EditedCell): boolean =>
  (Object.keys(draft) as (keyof CellDraft)[]).some((field) => draft[field] !== first[field])

export type DraftProblem = {
  problem: 'empty' | 'too-long' | 'control-character' | 'broken-character'
  limit: number
}

/** Why it cannot be written; null where it can, and where there is nothing to write. */
export function draftProblem(edited: EditedCell): DraftProblem | null {
  const { draft, place, positionId } = edited
  if (isNothing(edited)) return null
  const schema =
    place.kind === 'cell'
      ? position.shape.text
      : place.kind === 'zone'
        ? issue.shape.landingZone
        : issue.shape.title
  const read = schema.safeParse(draft.text)
  if (read.success) return null
  const [found] = read.error.issues
  if (found!.code === 'too_big') return { problem: 'too-long', limit: Number(found.maximum) }
  const own = ['empty', 'broken-character'] as const
  const problem = own.find((each) => each === found!.message) ?? 'control-character'
  return positionId === null && problem === 'empty' && place.kind === 'cell' ? null : { problem, limit: 0 }
}

/** A new position without words, or nothing that is other than before. */
const isNothing = (edited: EditedCell): boolean =>
  !isChanged(edited) ||
  (edited.place.kind === 'cell' && edited.positionId === null && edited.draft.text.trim() === '')

let queue: Promise<unknown> = Promise.resolve()

/** Writes and closes. One after the other, so that what is typed fast is written in the order it was typed. */
export function commitCell(api: Api): void {
  const { edited } = useCellEditing.getState()
  if (edited === null || draftProblem(edited) !== null) return
  useCellEditing.setState({ edited: null })
  if (isNothing(edited)) return
  if (edited.place.kind === 'cell') {
    const { kind, basis } = edited.draft
    useCellEditing.setState({ last: { kind, basis } })
  }
  queue = queue.then(() => write(api, edited)).catch((error: unknown) => cameBack(edited, error))
}

/** All that was typed is written, or has come back. */
export const written = (): Promise<unknown> => queue

async function write(api: Api, { place, positionId, draft, first, evidence }: EditedCell): Promise<void> {
  if (place.kind !== 'cell') {
    const field = place.kind === 'zone' ? 'landingZone' : 'title'
    await api.call('issue.change', { id: place.issueId, [field]: draft.text })
    return
  }
  if (positionId !== null) {
    const changes = Object.entries(draft).filter(
      ([field, value]) => value !== first[field as keyof CellDraft],
    )
    await api.call('position.change', { id: positionId, ...Object.fromEntries(changes) })
    return
  }
  const { issueId, partyId } = place
  await api.call('position.record', {
    issueId,
    partyId,
    ...draft,
    ...(evidence === null ? {} : { evidence: [evidence] }),
  })
}

/** What could not be written is there again to be mended: at once, or when whatever is now typed is done. */
function cameBack(edited: EditedCell, error: unknown): void {
  showFailure(error)
  const comesBack = () => {
    if (openPath() === edited.path) useCellEditing.setState({ edited })
  }
  if (useCellEditing.getState().edited === null) return comesBack()
  const stop = useCellEditing.subscribe(({ edited: other }) => {
    if (other !== null) return
    stop()
    comesBack()
  })
}

/** As if nothing had been typed yet. */
export function forgetEditing(): void {
  useCellEditing.setState(atRest)
}

// Another dossier is another comparison.
useOpened.subscribe(({ opened }, before) => {
  if (opened?.path !== before.opened?.path) forgetEditing()
})

const openPath = (): string | undefined => useOpened.getState().opened?.path
