import { create } from 'zustand'
import type { EventId } from '../../app/model/event'
import type { IssueId } from '../../app/model/issue'
import type { PartyId } from '../../app/model/party'
import type { AnswerId, ConditionId, PositionId } from '../../app/model/position'
import type { RecordOf } from '../../app/model/records'
import type { OutletId, SourceId } from '../../app/model/source'
import type { SpeakerId } from '../../app/model/speaker'
import type { EvidenceId, StatementId } from '../../app/model/statement'
import type { Block } from '../../app/rules/tab-separated'

/** A place in the grid: a cell, an issue's own column (`issue`), its landing zone (`zone`), or a party's header. */
export type Place =
  | { kind: 'cell'; issueId: IssueId; partyId: PartyId }
  | { kind: 'issue'; issueId: IssueId }
  | { kind: 'zone'; issueId: IssueId }
  | { kind: 'party'; partyId: PartyId }

export type PaneTab = 'row' | 'cell' | 'evidence'

/** What a statement is, or would be, evidence for. */
export type EvidenceTarget =
  | { positionId: PositionId }
  | { conditionId: ConditionId }
  | { answerId: AnswerId }
  | { eventId: EventId }

/** A form or reading laid over the tabs of the side pane, with a way back. A null id is a new record. */
export type PaneSheet =
  | {
      kind: 'position'
      id: PositionId | null
      issueId: IssueId
      partyId: PartyId
      firstWords?: string
      /** A new position begins as this one, which it replaces. */
      supersedesId?: PositionId
    }
  | { kind: 'statement'; id: StatementId | null; target: EvidenceTarget | null }
  | { kind: 'evidence'; target: EvidenceTarget; partyId: PartyId | null }
  | { kind: 'source'; id: SourceId | null }
  | { kind: 'sourceText'; id: SourceId; statementId: StatementId | null }
  | { kind: 'speaker'; id: SpeakerId | null }
  | { kind: 'outlet'; id: OutletId | null }
  | { kind: 'event'; id: EventId | null }
  | { kind: 'party'; id: PartyId | null }
  | { kind: 'issue'; id: IssueId | null; parentId: IssueId | null }
  | { kind: 'condition'; id: ConditionId | null; of: { positionId: PositionId } | { eventId: EventId } }
  | { kind: 'answer'; id: AnswerId | null; positionId: PositionId }
  | { kind: 'gap'; id: RecordOf<'gap'>['id'] | null; issueId: IssueId; partyId: PartyId }
  | { kind: 'point'; id: RecordOf<'point'>['id'] | null; issueId: IssueId | null }
  | { kind: 'round'; id: RecordOf<'round'>['id'] | null }
  | {
      kind: 'block'
      block: Block | null
      isTable: boolean
      start: { issueId: IssueId; partyId: PartyId } | null
    }
  | { kind: 'many' }
  | { kind: 'dossier' }
  | { kind: 'records' }
  | { kind: 'export' }
  | { kind: 'history'; recordId: string | null }
  | { kind: 'changes' }

type CompareView = {
  /** The date chosen by the reader; null reads at the dossier's own, else today. */
  asOf: string | null
  /** Changes are shown since that date; null shows none. */
  since: string | null
  /** The party whose texts the others are compared with, word by word. */
  baselineId: PartyId | null
  selected: Place | null
  isPaneOpen: boolean
  tab: PaneTab
  sheets: readonly PaneSheet[]
  /** The evidence that the reader came from a footnote or search hit to see. */
  shownEvidence: EvidenceId | null
}

const atRest = {
  asOf: null,
  since: null,
  baselineId: null,
  selected: null,
  // Where there is room for both, the pane is open from the start.
  isPaneOpen: window.innerWidth >= 1500,
  tab: 'cell',
  sheets: [],
  shownEvidence: null,
} satisfies CompareView

/** How the comparison is being looked at. Never saved with the dossier, never undone. */
export const useCompareView = create<CompareView>(() => atRest)

export function readAsOf(asOf: string | null): void {
  useCompareView.setState({ asOf })
}

export function showChangesSince(since: string | null): void {
  useCompareView.setState(({ sheets }) => ({
    since,
    // Without a date, there is nothing that the list of changes could be about.
    sheets: since === null ? sheets.filter(({ kind }) => kind !== 'changes') : sheets,
  }))
}

/** Choosing the same party again leaves the comparison with it. */
export function chooseBaseline(partyId: PartyId): void {
  useCompareView.setState(({ baselineId }) => ({ baselineId: baselineId === partyId ? null : partyId }))
}

export function leaveBaseline(): void {
  useCompareView.setState({ baselineId: null })
}

/** Selecting shows the cell, or the row where that is what was selected, and leaves any open form. */
export function select(place: Place | null): void {
  const { tab } = useCompareView.getState()
  const isCell = place?.kind === 'cell'
  useCompareView.setState({
    selected: place,
    sheets: [],
    shownEvidence: null,
    tab: isCell && tab === 'evidence' ? 'evidence' : isCell || place?.kind === 'party' ? 'cell' : 'row',
  })
}

/** Shows a place in the comparison and leaves what lies over the pane where it is. */
export function pointAt(place: Place): void {
  useCompareView.setState({ selected: place, shownEvidence: null })
}

export function openPane(tab?: PaneTab): void {
  useCompareView.setState((view) => ({
    isPaneOpen: true,
    tab: tab ?? view.tab,
    sheets: tab ? [] : view.sheets,
  }))
}

export function closePane(): void {
  useCompareView.setState({ isPaneOpen: false, sheets: [] })
}

export function openSheet(sheet: PaneSheet): void {
  useCompareView.setState((view) => ({ isPaneOpen: true, sheets: [...view.sheets, sheet] }))
}

export function closeSheet(): void {
  useCompareView.setState((view) => ({ sheets: view.sheets.slice(0, -1) }))
}

/** Whatever lies over the pane gives way. */
export function closeAllSheets(): void {
  if (useCompareView.getState().sheets.length > 0) useCompareView.setState({ sheets: [] })
}

/** Another dossier is another comparison. */
export function forgetView(): void {
  useCompareView.setState(atRest)
}
