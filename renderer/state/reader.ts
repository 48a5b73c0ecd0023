import { create } from 'zustand'
import type { SourceId } from '../../app/model/source'
import type { Passage } from '../../app/rules/capture'
import type { CaptureDraft } from '../screens/sources/capture-draft'
import { closeAllSheets } from './compare-view'

export type ReaderTab = 'statement' | 'inSource' | 'source'

type Reader = {
  tab: ReaderTab
  /** The passage that was walked to, by its key. */
  current: string | null
  /** The statement being taken, as it stands in the form. */
  draft: CaptureDraft | null
  /** Tab goes from passage to passage; else it is the page's. */
  isWalking: boolean
  /** Passages that somebody said are no statements, by source and key; kept as long as the window. */
  dismissed: ReadonlySet<string>
  /** Words looked for in the text; null when nothing is. */
  finding: string | null
  findAt: number
  /** Words that were selected in the text last. */
  selected: Passage | null
  /** What a screen reader is told. */
  heard: string
}

const atRest = {
  tab: 'statement',
  current: null,
  draft: null,
  isWalking: true,
  dismissed: new Set<string>(),
  finding: null,
  findAt: 0,
  selected: null,
  heard: '',
} satisfies Reader

/** How the sources are being read. Never saved with the dossier, never undone. */
export const useReader = create<Reader>(() => atRest)

/** Another source is another text; what was put aside stays put aside. */
export function beginReading(current: string | null): void {
  const { dismissed, tab } = useReader.getState()
  useReader.setState({ ...atRest, dismissed, tab, current })
}

export function walkTo(key: string | null, heard = ''): void {
  useReader.setState({ current: key, draft: null, isWalking: true, heard })
}

export function showTab(tab: ReaderTab): void {
  useReader.setState({ tab })
}

export function openDraft(draft: CaptureDraft, heard: string): void {
  closeAllSheets()
  useReader.setState({ draft, tab: 'statement', heard })
}

export function changeDraft(changes: Partial<CaptureDraft>): void {
  const { draft } = useReader.getState()
  if (draft !== null) useReader.setState({ draft: { ...draft, ...changes } })
}

export function leaveDraft(): void {
  useReader.setState({ draft: null })
}

export const dismissedKey = (sourceId: SourceId, key: string): string => `${sourceId} ${key}`

export function dismiss(sourceId: SourceId, key: string, heard: string): void {
  const { dismissed } = useReader.getState()
  useReader.setState({ dismissed: new Set([...dismissed, dismissedKey(sourceId, key)]), draft: null, heard })
}

export function bringBack(sourceId: SourceId): void {
  const { dismissed } = useReader.getState()
  useReader.setState({ dismissed: new Set([...dismissed].filter((each) => !each.startsWith(sourceId))) })
}

export function find(finding: string | null, findAt = 0): void {
  useReader.setState({ finding, findAt })
}

export function hear(heard: string): void {
  useReader.setState({ heard })
}
