import type { ParsedInput } from '../app/contract'
import type { PresenterState } from '../app/contract/presenting-contract'
import { createDateLabel } from '../app/messages/date-words'
import { createSay, languageFor } from '../app/messages/say'
import { todayAsEdtf } from '../app/model/edtf-date'
import type { IssueId } from '../app/model/issue'
import type { Workshop, WorkshopId } from '../app/model/workshop'
import { readingDay } from '../app/rules/comparison'
import { indexComparison } from '../app/rules/comparison-index'
import { readComparison } from '../app/rules/comparison-reading'
import { presentOrder, type OrderChoice } from '../app/rules/presenting/running-steps'
import type { WallAllowance, WallContent } from '../app/rules/presenting/wall-content'
import { moveLight, nextQuotation } from '../app/rules/presenting/wall-light'
import type { WallMoment } from '../app/rules/presenting/wall-moment'
import { presentRow, wallMessage, type PresentedRow } from '../app/rules/presenting/wall-of'
import { placeAfter, placeFor, type WallPlace, type WallWalk } from '../app/rules/presenting/wall-places'
import { workshopAttribution } from '../app/rules/presenting/workshop-record'
import type { ReadDb } from '../db/connection'
import { getDossier } from '../db/tables/dossier'
import { findRecord, getRecord, listRecords } from '../db/tables/records'
import { evidenceOf } from './hand-outs'
import { listComparedRecords } from './operations/comparison-operations'
import { presenterState } from './presenter-state'
import { roomAt, type Room, type RoomReading } from './room'
import type { SessionOptions } from './session'

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
  let running: Room | null = null
  let read: RoomReading | null = null
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
    running = roomAt({ language, runningOrderId, workshopId, startedAt })
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

  function readAll(state: Room): RoomReading {
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

  function rowAt(state: Room, issue: number): PresentedRow {
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

  const allowedAt = (state: Room, issueId: IssueId): Set<WallAllowance> =>
    state.allowed.get(issueId) ?? new Set(usuallyAllowed)

  /** Back to where the room was, or as near to it as there still is. */
  function settle(state: Room): void {
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

  function goTo(state: Room, place: WallPlace, { keepsLight = false } = {}): void {
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

  const walkOf = (state: Room): WallWalk => ({
    issues: readAll(state).order.issues,
    pagesOf: (issue, step) => rowAt(state, issue).pagesOf(step),
  })

  function move(to: ParsedInput<'presenting.move'>['to']): void {
    if (running === null) return
    const state = running
    if (to === 'black') state.isBlack = !state.isBlack
    else if (to === 'escape') stepBackFrom(state)
    else {
      const place = placeFor(walkOf(state), state.place, to)
      if (place === null) return
      goTo(state, place)
    }
    tell()
  }

  function show(wish: ParsedInput<'presenting.show'>): void {
    if (running === null || running.anchor === null) return
    const state = running
    const { issueId } = running.anchor
    if (readAll(state).order.issues.length === 0) return
    const row = rowAt(state, state.place.issue)
    const lightable = () => row.lightable(momentOf(state))
    if (wish.light !== undefined) state.spot = moveLight(lightable(), state.spot, wish.light)
    if (wish.quotation !== undefined)
      state.spot = nextQuotation(lightable(), state.spot, (spot) => row.quotationPages(spot))
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

  function stepBackFrom(state: Room): void {
    if (state.isBlack) state.isBlack = false
    else if (state.spot !== null && state.spot.quotation !== null)
      state.spot = { ...state.spot, quotation: null, page: 0 }
    else if (state.spot !== null) state.spot = null
    else state.sideBySide = []
  }

  function momentOf(state: Room): WallMoment {
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
  function pageNow(state: Room): WallContent {
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
    return presenterState(state, {
      read: readAll(state),
      rowAt: (issue) => rowAt(state, issue),
      next: placeAfter(walkOf(state), state.place),
      moment: momentOf(state),
      page: pageNow(state),
      allowed: state.anchor === null ? usuallyAllowed : [...allowedAt(state, state.anchor.issueId)],
      walls,
    })
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

  function readWorkshop({ workshopId }: Room): Workshop | null {
    return workshopId === null ? null : findRecord(db(), 'workshop', workshopId)
  }
}
