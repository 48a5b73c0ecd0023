import { z } from 'zod'
import { partyId, type PartyColour, type PartyId } from '../model/party'
import { runningOrderId, type OrderItemId, type RunningOrderId, type StepName } from '../model/running-order'
import type { IssueId, RowStatus } from '../model/issue'
import { workshopId, type Workshop } from '../model/workshop'
import { line, name, words } from '../model/text'
import { wallAllowances, type WallAllowance, type WallContent } from '../rules/presenting/wall-content'
import type { HandOut } from '../rules/presenting/hand-outs'
import type { WorkshopRecord } from '../rules/presenting/workshop-record'
import type { WallSpot } from '../rules/presenting/wall-moment'
import { papers } from '../rules/briefing/page-layout'
import { query, task } from './operation'

/** What a key, a clicker or a click asks for; the wall's own page may ask for these and no more. */
export const wallMove = z.enum([
  'next',
  'back',
  'next issue',
  'previous issue',
  'first',
  'last',
  'black',
  'escape',
])
export type WallMove = z.infer<typeof wallMove>

/** Everything that the page on the wall may ask and hear. */
export const wallDoors = {
  calls: ['wall.read', 'wall.press'],
  events: ['wall.shown'],
} as const

/** What the presenter sees: what is on the wall, what comes next, and what stays here. */
export type PresenterState = {
  runningOrderId: RunningOrderId | null
  orderName: string
  /** Null where nothing is recorded of it. */
  workshop: Workshop | null
  asOf: string
  issues: { issueId: IssueId; number: string; title: string; minutes: number | null }[]
  /** Null where the running order is empty. */
  here: PresenterPlace | null
  now: WallContent
  next: WallContent | null
  nextLabel: string
  isBlack: boolean
  spot: WallSpot | null
  lightable: { blockId: string; label: string; quotations: number }[]
  sideBySide: PartyId[]
  isZoneShown: boolean
  allowed: WallAllowance[]
  parties: {
    id: PartyId
    name: string
    colour: PartyColour
    shape: number
    isHidden: boolean
    isShown: boolean
  }[]
  missingParties: number
  /** Milliseconds since 1970. */
  startedAt: number
  issueStartedAt: number
  isTimerShown: boolean
  /** Pages on a wall. */
  walls: number
}

export type PresenterPlace = {
  issue: number
  step: number
  page: number
  pages: number
  issueId: IssueId
  itemId: OrderItemId | null
  number: string
  title: string
  notes: string
  minutes: number | null
  status: RowStatus
  landingZone: string
  commonGround: string
  steps: { step: StepName; label: string; pages: number }[]
  skipped: { step: StepName; label: string }[]
}

export type HandOuts = { name: string; asOf: string; language: string; issues: HandOut[] }

const none = z.strictObject({})
const place = z.strictObject({ issue: z.int().min(0), step: z.int().min(0).default(0) })

export const presentingContract = {
  'presenting.state': task({ input: none, output: z.custom<PresenterState | null>() }),
  /** Without a running order, all issues as they stand; without a workshop, nothing is recorded of it. */
  'presenting.begin': task({
    input: z.strictObject({
      runningOrderId: runningOrderId.nullable().default(null),
      workshop: z
        .union([z.strictObject({ id: workshopId }), z.strictObject({ name: name(200), place: line(300) })])
        .nullable()
        .default(null),
      locale: z.string().max(35).default('en'),
    }),
    output: z.custom<PresenterState>(),
  }),
  'presenting.move': task({ input: z.strictObject({ to: z.union([wallMove, place]) }), output: z.null() }),
  /** What is switched while a step is shown. What is not mentioned stays. */
  'presenting.show': task({
    input: z.strictObject({
      /** The next or the last thing that can be lit, one of them, or some of its words. */
      light: z
        .union([
          z.enum(['next', 'previous', 'none']),
          z.strictObject({ blockId: z.string().max(60), phrase: words(5_000).nullable().default(null) }),
        ])
        .optional(),
      /** What was said for what is lit, large; again for more of it, then for the next, then back. */
      quotation: z.literal('next').optional(),
      sideBySide: z.array(partyId).max(3).optional(),
      isZoneShown: z.boolean().optional(),
      allow: z.strictObject({ what: z.enum(wallAllowances), isOn: z.boolean() }).optional(),
      party: z.strictObject({ id: partyId, isShown: z.boolean() }).optional(),
      isTimerShown: z.boolean().optional(),
      restartTimer: z.literal(true).optional(),
    }),
    output: z.null(),
  }),
  'presenting.end': task({ input: none, output: z.null() }),
  /** Opens the wall on another display; a shell that cannot answers with the address of its page. */
  'presenting.openWall': task({
    input: none,
    output: z.strictObject({ address: z.string().nullable() }),
  }),
  'presenting.closeWall': task({ input: none, output: z.null() }),
  /** The shell says how many pages show the wall. */
  'presenting.countWalls': task({ input: z.strictObject({ walls: z.int().min(0) }), output: z.null() }),
  'presenting.handOuts': query({
    input: z.strictObject({
      runningOrderId: runningOrderId.nullable().default(null),
      locale: z.string().max(35).default('en'),
    }),
    output: z.custom<HandOuts>(),
  }),
  'workshop.record': query({ input: z.strictObject({ id: workshopId }), output: z.custom<WorkshopRecord>() }),
  /** Prints one page per issue to a PDF at `path`, or asks where; null when the person decides against it. */
  'presenting.printHandOuts': task({
    input: z.strictObject({
      runningOrderId: runningOrderId.nullable().default(null),
      paper: z.enum(papers).default('A4'),
      locale: z.string().max(35).default('en'),
      path: z.string().min(1).max(4_096).optional(),
    }),
    output: z.strictObject({ savedTo: z.string(), pages: z.int().nullable() }).nullable(),
  }),
  /** What the wall would show of each issue as slides (PPTX), the presenter's notes and the quotations in their notes. */
  'presenting.saveSlides': task({
    input: z.strictObject({
      runningOrderId: runningOrderId.nullable().default(null),
      locale: z.string().max(35).default('en'),
      path: z.string().min(1).max(4_096).optional(),
    }),
    output: z.strictObject({ savedTo: z.string(), slides: z.int() }).nullable(),
  }),
  /** The same for what a workshop did. */
  'presenting.printRecord': task({
    input: z.strictObject({
      workshopId,
      paper: z.enum(papers).default('A4'),
      locale: z.string().max(35).default('en'),
      path: z.string().min(1).max(4_096).optional(),
    }),
    output: z.strictObject({ savedTo: z.string(), pages: z.int().nullable() }).nullable(),
  }),
  'wall.read': task({ input: none, output: z.custom<WallContent>() }),
  'wall.press': task({ input: z.strictObject({ move: wallMove }), output: z.null() }),
} as const
