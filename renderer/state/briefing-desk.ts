import { create } from 'zustand'
import type { BriefingId } from '../../app/model/briefing'

type BriefingDesk = {
  /** The saved briefing that was opened last. */
  briefingId: BriefingId | null
  /** Whether a record is looked at beside the paper, in place of what the briefing holds. */
  isRecordShown: boolean
}

/** What lies on the desk beside the paper. Never saved, never undone. */
export const useBriefingDesk = create<BriefingDesk>(() => ({ briefingId: null, isRecordShown: false }))

export const openBriefing = (briefingId: BriefingId | null): void => useBriefingDesk.setState({ briefingId })
export const showRecord = (isRecordShown: boolean): void => useBriefingDesk.setState({ isRecordShown })
