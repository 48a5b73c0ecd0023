import { create } from 'zustand'
import type { BriefingId } from '../../app/model/briefing'

type BriefingDesk = {
  /** The saved briefing that was opened last. */
  briefingId: BriefingId | null
  /** Whether a record is looked at beside the paper, in place of what the briefing holds. */
  isRecordShown: boolean
  /** What was printed last, by its choices, until the paper changes. */
  printed: { choices: string; pages: number } | null
}

/** What lies on the desk beside the paper. Never saved, never undone. */
export const useBriefingDesk = create<BriefingDesk>(() => ({
  briefingId: null,
  isRecordShown: false,
  printed: null,
}))

export const openBriefing = (briefingId: BriefingId | null): void => useBriefingDesk.setState({ briefingId })
export const showRecord = (isRecordShown: boolean): void => useBriefingDesk.setState({ isRecordShown })
export const notePrinted = (printed: BriefingDesk['printed']): void => useBriefingDesk.setState({ printed })
