import type { PresenterPlace, PresenterState, WallMove } from '../app/contract/presenting-contract'
import type { ParsedInput } from '../app/contract'
import { createDateLabel } from '../app/messages/date-words'
import { createSay, languageFor, type Say } from '../app/messages/say'
import { todayAsEdtf } from '../app/model/edtf-date'
import type { IssueId } from '../app/model/issue'
import type { PartyId } from '../app/model/party'
import type { StepName } from '../app/model/running-order'
import type { Workshop, WorkshopId } from '../app/model/workshop'
import { readingDay } from '../app/rules/comparison'
import { indexComparison } from '../app/rules/comparison-index'
import { readComparison, type ComparisonReading } from '../app/rules/comparison-reading'
import {
  partyOfStep,
  presentOrder,
  type OrderChoice,
  type PresentedOrder,
} from '../app/rules/presenting/running-steps'
import type { WallAllowance, WallContent } from '../app/rules/presenting/wall-content'
import {
  presentRow,
  wallMessage,
  type PresentedRow,
  type WallMoment,
  type WallSpot,
} from '../app/rules/presenting/wall-of'
import { workshopAttribution } from '../app/rules/presenting/workshop-record'
import type { ReadDb } from '../db/connection'
import { getDossier } from '../db/tables/dossier'
import { findRecord, getRecord, listRecords } from '../db/tables/records'
import { evidenceOf } from './hand-outs'
import { listComparedRecords } from './operations/comparison-operations'
import type { SessionOptions } from './session'

type Place = { issue: number; step: number; page: number }
/** Where the room is, by what it looks at: numbers change when the running order does. */
type Anchor = { issueId: IssueId; step: StepName }

type Running = {
  say: Say
  language: string
  runningOrderId: PresenterState['runningOrderId']
  workshopId: WorkshopId | null
  place: Place
  anchor: Anchor | null
  isBlack: boolean
  spot: WallSpot | null
  sideBySide: PartyId[]
  zonesShown: Set<IssueId>
  allowed: Map<IssueId, Set<WallAllowance>>
  partiesShown: Map<IssueId, Set<PartyId>>
  startedAt: number
  issueStartedAt: number
  isTimerShown: boolean
}

/** What was read of the dossier, until it changes. */
type Read = {
  reading: ComparisonReading
  earlier: ComparisonReading | null
  order: PresentedOrder
  rows: Map<number, PresentedRow>
  workshop: Workshop | null
}

const usuallyAllowed: readonly WallAllowance[] = ['speakers']
/** The row on the wall, the one before and the one after. */
const keptRows = 3

export type Presenting = ReturnType<typeof createPresenting>

/**
 * A room being led through a comparison. It lives with the window's session and not in the dossier; what the wall
 * shows is made here, and nothing else of it leaves for the wall.
 */
export function createPresenting({
  db,
  now,
  announce,
}: Pick<SessionOptions, 'now' | 'announce'> & { db: () => ReadDb }) {
  let running: Running | null = null
  let read: Read | null = null
  let walls = 0
  let farewell: WallContent = wallMessage(createSay('en')('wall.waiting'), 'en')

  function begin(
    wish: Pick<ParsedInput<'presenting.begin'>, 'runningOrderId' | 'locale'> & {
      workshopId: WorkshopId | null
    },
  ): PresenterState {
    const { runningOrderId, workshopId, locale } = wish
    const language = languageFor(locale)
    const startedAt = now().getTime()
    if (runningOrderId !== null) getRecord(db(), 'runningOrder', runningOrderId)
    running = {
      say: createSay(language),
      language,
      runningOrderId,
      workshopId,
      place: { issue: 0, step: 0, page: 0 },
      anchor: null,
      isBlack: false,
      spot: null,
      sideBySide: [],
      zonesShown: new Set(),
      allowed: new Map(),
      partiesShown: new Map(),
      startedAt,
      issueStartedAt: startedAt,
      isTimerShown: false,
    }
    read = null
    settle(running)
    return tell()!
  }

  /** Ends without a word to the dossier. */
  function stop(): void {
    if (running === null) return
    farewell = wallMessage(running.say('wall.over'), running.language)
    running = null
    read = null
    announce('wall.shown', farewell)
    announce('presenting.changed', null)
  }

  /** The dossier is not what it was: what is shown is read again, at the place where the room is. */
  function refresh(): void {
    if (running === null) return
    read = null
    settle(running)
    tell()
  }

  function readAll(state: Running): Read {
    if (read !== null) return read
    const from = db()
    const order =
      state.runningOrderId === null ? null : findRecord(from, 'runningOrder', state.runningOrderId)
    const choice: OrderChoice =
      order === null ? null : { order, items: listRecords(from, 'orderItem', { runningOrderId: order.id }) }
    const index = indexComparison(listComparedRecords(from))
    const dossier = getDossier(from)
    const today = todayAsEdtf(now())
    const reading = readComparison(index, readingDay(order?.asOf ?? null, dossier, today))
    const since = order?.since ?? null
    return (read = {
      reading,
      earlier: since === null ? null : readComparison(index, readingDay(since, dossier, today)),
      order: presentOrder(reading, choice, {
        name: state.say('present.everything'),
        switchedOn: (issueId) => [...(state.partiesShown.get(issueId) ?? [])],
      }),
      rows: new Map(),
      workshop: state.workshopId === null ? null : findRecord(from, 'workshop', state.workshopId),
    })
  }

  function rowAt(state: Running, issue: number): PresentedRow {
    const { rows, order, reading, earlier } = readAll(state)
    const known = rows.get(issue)
    if (known) return known
    const presented = order.issues[issue]!
    const from = db()
    const tags = new Map(listRecords(from, 'tag').map(({ id, name }) => [id, name]))
    const made = presentRow(
      {
        dossier: getDossier(from),
        reading,
        earlier,
        evidence: evidenceOf(from, reading, presented),
        tagsOf: (positionId) =>
          reading.index.records.taggings
            .filter((tagging) => tagging.positionId === positionId)
            .map(({ tagId }) => tags.get(tagId) ?? ''),
      },
      {
        presented,
        allowed: allowedAt(state, presented.issueId),
        say: state.say,
        dateLabel: createDateLabel(state.say, state.language),
        language: state.language,
      },
    )
    const [oldest] = rows.keys()
    if (rows.size >= keptRows && oldest !== undefined) rows.delete(oldest)
    rows.set(issue, made)
    return made
  }

  const allowedAt = (state: Running, issueId: IssueId): Set<WallAllowance> =>
    state.allowed.get(issueId) ?? new Set(usuallyAllowed)

  /** Back to where the room was, or as near to it as there still is. */
  function settle(state: Running): void {
    const { issues } = readAll(state).order
    if (issues.length === 0) {
      state.place = { issue: 0, step: 0, page: 0 }
      return
    }
    const { anchor, place } = state
    const isThere = anchor === null || issues[place.issue]?.issueId === anchor.issueId
    const moved = isThere ? place.issue : issues.findIndex(({ issueId }) => issueId === anchor.issueId)
    const issue = Math.min(moved === -1 ? place.issue : moved, issues.length - 1)
    const { steps } = issues[issue]!
    const named = anchor === null ? -1 : steps.indexOf(anchor.step)
    const step = Math.min(named === -1 ? place.step : named, steps.length - 1)
    const page = Math.min(place.page, rowAt(state, issue).pagesOf(step) - 1)
    goTo(state, { issue, step, page }, { keepsLight: true })
  }

  function goTo(state: Running, place: Place, { keepsLight = false } = {}): void {
    const presented = readAll(state).order.issues[place.issue]!
    if (presented.issueId !== state.anchor?.issueId && state.anchor !== null)
      state.issueStartedAt = now().getTime()
    state.place = place
    state.anchor = { issueId: presented.issueId, step: presented.steps[place.step]! }
    if (keepsLight) return
    state.spot = null
    state.sideBySide = []
    state.isBlack = false
  }

  function after(state: Running, { issue, step, page }: Place): Place | null {
    const { issues } = readAll(state).order
    if (issues.length === 0) return null
    if (page + 1 < rowAt(state, issue).pagesOf(step)) return { issue, step, page: page + 1 }
    if (step + 1 < issues[issue]!.steps.length) return { issue, step: step + 1, page: 0 }
    return issue + 1 < issues.length ? { issue: issue + 1, step: 0, page: 0 } : null
  }

  function before(state: Running, { issue, step, page }: Place): Place | null {
    const { issues } = readAll(state).order
    if (issues.length === 0) return null
    if (page > 0) return { issue, step, page: page - 1 }
    const last = (at: number, of: number): Place => ({
      issue: at,
      step: of,
      page: rowAt(state, at).pagesOf(of) - 1,
    })
    if (step > 0) return last(issue, step - 1)
    return issue > 0 ? last(issue - 1, issues[issue - 1]!.steps.length - 1) : null
  }

  function move(to: ParsedInput<'presenting.move'>['to']): void {
    if (running === null) return
    const state = running
    const { issues } = readAll(state).order
    if (to === 'black') state.isBlack = !state.isBlack
    else if (to === 'escape') stepBackFrom(state)
    else {
      const place = typeof to === 'string' ? placeFor(state, to) : placeOfNumber(state, to)
      if (place === null || issues.length === 0) return
      goTo(state, place)
    }
    tell()
  }

  function placeFor(state: Running, to: Exclude<WallMove, 'black' | 'escape'>): Place | null {
    const { issues } = readAll(state).order
    const { issue } = state.place
    switch (to) {
      case 'next':
        return after(state, state.place)
      case 'back':
        return before(state, state.place)
      case 'next issue':
        return issue + 1 < issues.length ? { issue: issue + 1, step: 0, page: 0 } : null
      case 'previous issue':
        return issue > 0 ? { issue: issue - 1, step: 0, page: 0 } : null
      case 'first':
        return { issue: 0, step: 0, page: 0 }
      case 'last':
        return { issue: issues.length - 1, step: (issues.at(-1)?.steps.length ?? 1) - 1, page: 0 }
    }
  }

  function placeOfNumber(state: Running, { issue, step }: { issue: number; step: number }): Place | null {
    const presented = readAll(state).order.issues[issue]
    return presented?.steps[step] === undefined ? null : { issue, step, page: 0 }
  }

  function show(wish: ParsedInput<'presenting.show'>): void {
    if (running === null || running.anchor === null) return
    const state = running
    const { issueId } = running.anchor
    if (readAll(state).order.issues.length === 0) return
    if (wish.light !== undefined) lightUp(state, wish.light)
    if (wish.quotation !== undefined) nextQuotation(state)
    if (wish.sideBySide !== undefined) {
      state.sideBySide = wish.sideBySide
      state.spot = null
    }
    if (wish.isZoneShown !== undefined) {
      if (wish.isZoneShown) state.zonesShown.add(issueId)
      else state.zonesShown.delete(issueId)
    }
    if (wish.allow !== undefined) {
      const allowed = new Set(allowedAt(state, issueId))
      if (wish.allow.isOn) allowed.add(wish.allow.what)
      else allowed.delete(wish.allow.what)
      state.allowed.set(issueId, allowed)
    }
    if (wish.party !== undefined) {
      const shown = new Set(state.partiesShown.get(issueId))
      if (wish.party.isShown) shown.add(wish.party.id)
      else shown.delete(wish.party.id)
      state.partiesShown.set(issueId, shown)
    }
    if (wish.isTimerShown !== undefined) state.isTimerShown = wish.isTimerShown
    if (wish.restartTimer) state.issueStartedAt = now().getTime()
    // What may be shown has changed, and with it how it is fitted.
    if (wish.allow !== undefined || wish.party !== undefined) return refresh()
    tell()
  }

  function lightUp(state: Running, light: NonNullable<ParsedInput<'presenting.show'>['light']>): void {
    if (light === 'none') {
      state.spot = null
      return
    }
    const all = rowAt(state, state.place.issue).lightable(momentOf(state))
    if (typeof light === 'object') {
      const isThere = all.some(({ blockId }) => blockId === light.blockId)
      state.spot = isThere ? { ...light, quotation: null, page: 0 } : null
      return
    }
    if (all.length === 0) return
    const at = all.findIndex(({ blockId }) => blockId === state.spot?.blockId)
    const to = light === 'next' ? at + 1 : at === -1 ? all.length - 1 : at - 1
    const found = all[to]
    state.spot =
      found === undefined ? null : { blockId: found.blockId, phrase: null, quotation: null, page: 0 }
  }

  function nextQuotation(state: Running): void {
    const row = rowAt(state, state.place.issue)
    const all = row.lightable(momentOf(state)).filter(({ quotations }) => quotations > 0)
    const spot = state.spot ?? (all[0] && { blockId: all[0].blockId, phrase: null, quotation: null, page: 0 })
    const count = all.find(({ blockId }) => blockId === spot?.blockId)?.quotations ?? 0
    if (spot === undefined || count === 0) return
    if (spot.quotation === null) state.spot = { ...spot, quotation: 0, page: 0 }
    else if (spot.page + 1 < row.quotationPages(spot)) state.spot = { ...spot, page: spot.page + 1 }
    else if (spot.quotation + 1 < count) state.spot = { ...spot, quotation: spot.quotation + 1, page: 0 }
    else state.spot = { ...spot, quotation: null, page: 0 }
  }

  function stepBackFrom(state: Running): void {
    if (state.isBlack) state.isBlack = false
    else if (state.spot !== null && state.spot.quotation !== null)
      state.spot = { ...state.spot, quotation: null, page: 0 }
    else if (state.spot !== null) state.spot = null
    else state.sideBySide = []
  }

  function momentOf(state: Running): WallMoment {
    const { place, anchor, spot, sideBySide, zonesShown } = state
    const minutes = readAll(state).order.issues[place.issue]?.minutes ?? null
    const endsAt = minutes === null ? null : state.issueStartedAt + minutes * 60_000
    return {
      step: place.step,
      page: place.page,
      spot,
      sideBySide,
      isZoneShown: anchor !== null && zonesShown.has(anchor.issueId),
      timer: state.isTimerShown && endsAt !== null ? { endsAt } : null,
    }
  }

  /** What the wall shows, or would but for the black screen. */
  function pageNow(state: Running): WallContent {
    const { issues } = readAll(state).order
    if (issues.length === 0) return wallMessage(state.say('wall.nothing'), state.language)
    return rowAt(state, state.place.issue).show(momentOf(state))
  }

  function onTheWall(): WallContent {
    if (running === null) return farewell
    return running.isBlack ? { is: 'black' } : pageNow(running)
  }

  /** To the wall what it may show, and that alone; to the presenter the rest as well. */
  function tell(): PresenterState | null {
    announce('wall.shown', onTheWall())
    const state = describe()
    announce('presenting.changed', state)
    return state
  }

  function describe(): PresenterState | null {
    if (running === null) return null
    const state = running
    const { reading, order, workshop } = readAll(state)
    const upcoming = after(state, state.place)
    const issueOf = (issueId: IssueId) => reading.issues[reading.index.rowOf.get(issueId)!]!
    const shown = new Set(
      (order.issues[state.place.issue]?.parties ?? order.parties).map(({ party }) => party.id),
    )
    return {
      runningOrderId: state.runningOrderId,
      orderName: order.name,
      workshop,
      asOf: reading.asOf,
      issues: order.issues.map(({ issueId, minutes }) => {
        const { number, title } = issueOf(issueId)
        return { issueId, number, title, minutes }
      }),
      here: hereOf(state),
      now: pageNow(state),
      next:
        upcoming &&
        rowAt(state, upcoming.issue).show({
          ...momentOf(state),
          ...upcoming,
          spot: null,
          sideBySide: [],
          timer: null,
        }),
      nextLabel: upcoming === null ? '' : labelOfPlace(state, upcoming),
      isBlack: state.isBlack,
      spot: state.spot,
      lightable: order.issues.length === 0 ? [] : rowAt(state, state.place.issue).lightable(momentOf(state)),
      sideBySide: state.sideBySide,
      isZoneShown: state.anchor !== null && state.zonesShown.has(state.anchor.issueId),
      allowed: [...(state.anchor === null ? usuallyAllowed : allowedAt(state, state.anchor.issueId))],
      parties: [...order.parties, ...order.hiddenParties].map(({ party, column }) => ({
        id: party.id,
        name: party.shortName,
        colour: party.colour,
        shape: column,
        isHidden: order.hiddenParties.some((hidden) => hidden.party.id === party.id),
        isShown: shown.has(party.id),
      })),
      missingParties: order.missingParties,
      startedAt: state.startedAt,
      issueStartedAt: state.issueStartedAt,
      isTimerShown: state.isTimerShown,
      walls,
    }
  }

  function hereOf(state: Running): PresenterPlace | null {
    const { order, reading } = readAll(state)
    const presented = order.issues[state.place.issue]
    if (presented === undefined) return null
    const row = rowAt(state, state.place.issue)
    const { number, title, status, landingZone, commonGround } =
      reading.issues[reading.index.rowOf.get(presented.issueId)!]!
    return {
      ...state.place,
      pages: row.pagesOf(state.place.step),
      issueId: presented.issueId,
      itemId: presented.itemId,
      number,
      title,
      notes: presented.notes,
      minutes: presented.minutes,
      status,
      landingZone,
      commonGround,
      steps: presented.steps.map((step, at) => ({
        step,
        label: labelOf(state, step),
        pages: row.pagesOf(at),
      })),
      skipped: presented.skipped.map((step) => ({ step, label: labelOf(state, step) })),
    }
  }

  function labelOf(state: Running, step: StepName): string {
    const partyId = partyOfStep(step)
    if (partyId !== null) {
      const { parties } = readAll(state).reading
      return parties.find(({ id }) => id === partyId)?.shortName ?? ''
    }
    // What is not a party's is one of the named steps.
    return state.say(`present.step.${step as Exclude<StepName, `party ${string}`>}`)
  }

  function labelOfPlace(state: Running, { issue, step, page }: Place): string {
    const { order, reading } = readAll(state)
    const presented = order.issues[issue]!
    const { number, title } = reading.issues[reading.index.rowOf.get(presented.issueId)!]!
    const label = labelOf(state, presented.steps[step]!)
    if (issue !== state.place.issue) return state.say('present.next.issue', { number, title })
    return page > 0 ? state.say('present.next.page', { label, page: page + 1 }) : label
  }

  return {
    begin,
    stop,
    refresh,
    move,
    show,
    describe,
    onTheWall,
    countWalls(count: number) {
      walls = count
      if (running !== null) announce('presenting.changed', describe())
    },
    /** Who stands in the journal: while a workshop runs, the person in that workshop. */
    attribution(user: string): string {
      const workshop = running === null ? null : readWorkshop(running)
      return workshop === null ? user : workshopAttribution({ user, workshop: workshop.name })
    },
    workshop: (): Workshop | null => (running === null ? null : readWorkshop(running)),
  }

  function readWorkshop({ workshopId }: Running): Workshop | null {
    return workshopId === null ? null : findRecord(db(), 'workshop', workshopId)
  }
}
