import type { IssueId, RowStatus } from '../../model/issue'
import type { PartyColour } from '../../model/party'
import type { PositionKind } from '../../model/position'
import type { StepName } from '../../model/running-order'

/**
 * Everything that the wall is ever told, in finished words. What may not be shown is not in here: the page that
 * draws it cannot ask for more. Lengths are of a wall of 1920 × 1080, which is scaled to the one that there is.
 */
export type WallContent = WallMessage | { is: 'black' } | WallPage

/** Before it begins and after it is over. */
export type WallMessage = { is: 'message'; language: string; text: string }

export type WallPage = {
  is: 'page'
  /** Of the words that the wall itself adds. */
  language: string
  issueId: IssueId
  step: StepName
  head: {
    number: string
    title: string
    status: RowStatus
    statusWord: string
    heading: string
    size: number
    height: number
  }
  body: WallBody
  scale: WallScale | null
  band: { height: number; quotation: WallQuotation | null }
  foot: { marking: string | null; title: string; asOf: string; sources: string; pageOf: string }
  timer: WallTimer | null
}

export type WallBody =
  | { is: 'question'; text: string; size: number; height: number }
  | { is: 'columns'; size: number; height: number; columns: readonly WallColumn[] }
  | { is: 'cell'; size: number; party: WallParty; blocks: readonly WallBlock[] }
  | {
      is: 'lines'
      heading: string
      size: number
      words: string
      wordsSize: number
      lines: readonly WallLine[]
      emptiness: string
    }
  | { is: 'zone'; heading: string; text: string | null; size: number; keptBack: string }
  | { is: 'quotation'; quotation: WallQuotation; size: number }

export type WallParty = { id: string; name: string; role: string; colour: PartyColour; shape: number }

/** Without a party it is only the room that one will take. */
export type WallColumn = {
  width: number
  party: WallParty | null
  blocks: readonly WallBlock[]
  /** What became of it since the other date. */
  change: string
}

export type WallBlock = {
  id: string
  is: 'position' | 'condition' | 'answer' | 'silence'
  kind: { is: PositionKind; letter: string } | null
  lead: string
  text: string
  tail: string
  isRedLine: boolean
  /** Only what was switched on: grades, assessments, tags and the like. */
  remarks: readonly string[]
  /** More of it stands on the next page. */
  continues: string
  light: 'plain' | 'spot' | 'back'
  /** The words that the light is on, where it is not on all. */
  phrase: string | null
}

export type WallLine = { id: string; party: WallParty | null; lead: string; text: string }

export type WallQuotation = {
  text: string
  translation: string
  who: string
  colour: PartyColour
  /** More of it is shown on demand. */
  isCut: boolean
}

export type WallScale = {
  low: string
  high: string
  height: number
  marks: readonly { at: number; wording: string; isLow: boolean }[]
  stands: readonly WallStand[]
}

export type WallStand = {
  party: WallParty
  low: number
  high: number
  /** Which of the lines above the scale its name stands on; null where there is no room for the name. */
  line: number | null
  /** Where it stood at the other date. */
  earlier: number | null
}

/** Milliseconds since 1970 at which it reaches zero. */
export type WallTimer = { endsAt: number }

/** What may be switched on for one issue; everything else of the kind stays with the presenter. */
export const wallAllowances = ['speakers', 'grades', 'assessments', 'needs research', 'tags'] as const
export type WallAllowance = (typeof wallAllowances)[number]
