import type { PartyId } from '../../model/party'
import type { Cell } from '../comparison'
import { partyOfStep, type PresentedParty } from './running-steps'
import type { WallBlock, WallBody, WallColumn, WallContent, WallPage, WallTimer } from './wall-content'
import { commonGroundOf, differencesOf } from './wall-findings'
import {
  cutBlocks,
  fitGroup,
  fitText,
  headerHeight,
  pagesOfBlocks,
  smallestText,
  wall,
  wallInner,
  type GroupFit,
} from './wall-fit'
import { blocksOf } from './wall-blocks'
import { bandHeight, forBand, quotationOf, quotationsFor } from './wall-quotations'
import { openRow, type WallRecords, type WallRow, type WallWish } from './wall-row'
import { scaleOf } from './wall-scale'
import { footOf } from './wall-foot'
import { lineEnds } from './text-width'
import { linesBody, questionPages, zoneBody, zonePages } from './wall-words'

/** What of an issue is on the wall. */
export type WallMoment = {
  /** Among the steps of the issue, and among the pages of the step. */
  step: number
  page: number
  spot: WallSpot | null
  /** Two or three parties beside each other, in place of what the step shows; empty for the step. */
  sideBySide: readonly PartyId[]
  isZoneShown: boolean
  timer: WallTimer | null
}

/** A position, a condition or an answer; some of its words; or, large, what was said for it. */
export type WallSpot = { blockId: string; phrase: string | null; quotation: number | null; page: number }

/** More parties than this beside each other are too narrow to be read from the back. */
const mostColumns = 4
/** Above the question, which is its own heading. */
const questionHead = 64
const headingSizes = [60, 52, 46] as const

type Group = { parties: readonly PresentedParty[]; fit: GroupFit; blocks: WallBlock[][] }

/**
 * One issue on the wall. Type and columns are fitted once, for all of its steps together, so that nothing moves
 * when one more party is shown or a light is put on something.
 */
export type PresentedRow = {
  pagesOf: (step: number) => number
  /** Exactly what may be shown at this moment. */
  show: (moment: WallMoment) => WallPage
  /** What can be put in the light now, in reading order. */
  lightable: (moment: WallMoment) => { blockId: string; label: string; quotations: number }[]
  /** Pages of the quotation that is shown large. */
  quotationPages: (spot: WallSpot) => number
}

export function presentRow(records: WallRecords, wish: WallWish): PresentedRow {
  const row = openRow(records, wish)
  const { presented, say } = row
  const { steps } = presented
  const inTurn = steps.flatMap((step) =>
    presented.parties.filter(({ party }) => party.id === partyOfStep(step)),
  )
  const everybody = new Set(inTurn.map(({ party }) => party.id))
  const wholeBlocks = new Map(
    inTurn.map((each) => [
      each.party.id,
      blocksOf(row, { party: each, cell: row.cellOf(each), revealed: everybody }),
    ]),
  )
  const head = headOf(row)
  const scaleHeight = scaleOf(row, { revealed: everybody, isEarlier: false })?.height ?? 0
  const band = bandHeight(row, [...wholeBlocks.values()].flat())
  const bodyHeight = wall.height - wall.top - head.height - wall.foot
  // A quotation stands where the scale does, which gives way to it for so long.
  const columnsHeight = bodyHeight - (Math.max(band, scaleHeight) && Math.max(band, scaleHeight) + 18)
  const questionHeight = wall.height - wall.top - questionHead - wall.foot - (scaleHeight && scaleHeight + 14)
  const groups = fitGroups()
  const movements = new Map<string, Group[]>()
  const continuations = new Map<string, WallBlock[][]>()
  const findings = new Map<string, WallBody[]>()

  /** As many beside each other as can be shown whole; what is too long for any group is cut in all of them. */
  function fitGroups(): Group[] {
    const even = groupsOf(inTurn, mostColumns).map(fitParties)
    if (even.every(isAsWholeAsCanBe)) return even
    const groups: Group[] = []
    for (let at = 0; at < inTurn.length; ) {
      const counts = [4, 3, 2].filter((count) => at + count <= inTurn.length)
      const count = counts.find((each) => isAsWholeAsCanBe(fitParties(inTurn.slice(at, at + each)))) ?? 1
      const group = fitParties(inTurn.slice(at, at + count))
      groups.push(group)
      at += group.parties.length
    }
    return groups
  }

  function fitParties(parties: readonly PresentedParty[]): Group {
    const blocks = parties.map(({ party }) => wholeBlocks.get(party.id) ?? [])
    return { parties, blocks, fit: fitGroup(parties.map(fitColumn(blocks)), columnsHeight) }
  }
  function fitColumn(blocks: readonly WallBlock[][]) {
    return (each: PresentedParty, at: number) => ({
      name: each.party.shortName,
      role: say(`role.${each.party.role}`),
      blocks: blocks[at]!,
    })
  }

  const revealedAt = (step: number): Set<PartyId> =>
    new Set(
      steps
        .slice(0, step + 1)
        .flatMap((each) => partyOfStep(each) ?? [])
        .filter((id) => everybody.has(id)),
    )

  function continuation(each: PresentedParty): WallBlock[][] {
    return once(continuations, each.party.id, () => makeContinuation(each))
  }

  function makeContinuation(each: PresentedParty): WallBlock[][] {
    const group = groups.find(({ parties }) => parties.includes(each))!
    if (group.fit.isWhole[group.parties.indexOf(each)]) return []
    return pagesOfBlocks(wholeBlocks.get(each.party.id)!, {
      width: wallInner,
      size: 40,
      height: bodyHeight - headerHeight({ name: each.party.shortName, role: '' }, wallInner) - 20,
      continues: say('wall.continues'),
    })
  }

  /** Each group of parties then, and the same parties now; those alone of which something moved, where they are many. */
  function movementGroups(step: number): Group[] {
    return once(movements, String(step), () => makeMovementGroups(step))
  }

  function makeMovementGroups(step: number): Group[] {
    const revealed = [...revealedAt(step)]
    const all = inTurn.filter(({ party }) => revealed.includes(party.id))
    const moved = all.filter((each) => changeOf(row, each) !== 'same')
    const groups = groupsOf(all.length > mostColumns && moved.length > 0 ? moved : all, mostColumns).map(
      (parties) => {
        const both = parties.map(({ party }) => wholeBlocks.get(party.id) ?? [])
        const before = parties.map((each) => earlierBlocks(each))
        const now = fitGroup(parties.map(fitColumn(both)), columnsHeight - 52)
        const then = fitGroup(parties.map(fitColumn(before)), columnsHeight - 52)
        // The same type and columns for both, or words would move that did not.
        const size = Math.min(now.size, then.size)
        const widths = now.size <= then.size ? now.widths : then.widths
        return {
          parties,
          blocks: both,
          fit: {
            size,
            widths,
            isWhole: now.isWhole.map((is, at) => is && then.isWhole[at]!),
            isTooLong: now.isTooLong,
          },
        }
      },
    )
    return groups
  }

  function earlierBlocks(each: PresentedParty): WallBlock[] {
    const cell = row.earlierCellOf(each)
    return cell === null ? [] : blocksOf(row, { party: each, cell, revealed: everybody })
  }

  function linePages(step: number): WallBody[] {
    return once(findings, String(step), () => makeLinePages(step))
  }

  function makeLinePages(step: number): WallBody[] {
    const revealed = revealedAt(step)
    const isGround = steps[step] === 'common ground'
    const lines = isGround ? commonGroundOf(row, revealed) : differencesOf(row, revealed)
    const words = isGround ? row.issue.commonGround : ''
    return linesBody({
      heading: say(isGround ? 'wall.commonGround' : 'wall.differences'),
      emptiness: say(isGround ? 'wall.commonGround.none' : 'wall.differences.none'),
      lines,
      words,
      height: bodyHeight - (scaleHeight && scaleHeight + 14),
    })
  }

  function pagesOf(step: number): number {
    const name = steps[step]!
    const id = partyOfStep(name)
    if (id !== null) {
      const each = inTurn.find(({ party }) => party.id === id)
      return each === undefined ? 1 : 1 + continuation(each).length
    }
    if (name === 'question') return questionPages(row, questionHeight).pages.length
    if (name === 'movement') return Math.max(1, movementGroups(step).length * 2)
    if (name === 'landing zone') return zonePages(row, bodyHeight).pages.length
    return linePages(step).length
  }

  function bodyOf(moment: WallMoment): WallBody {
    const { step, page, spot, sideBySide } = moment
    const name = steps[step]!
    const revealed = revealedAt(step)
    const large = spot !== null && spot.quotation !== null ? largeQuotation(spot) : null
    if (large !== null) return large
    if (sideBySide.length > 0) {
      const parties = inTurn.filter(({ party }) => sideBySide.includes(party.id))
      if (parties.length > 0) return columnsBody(fitParties(parties), new Set(sideBySide), moment)
    }
    const id = partyOfStep(name)
    if (id !== null) {
      const each = inTurn.find(({ party }) => party.id === id)
      const blocks = each && page > 0 ? continuation(each)[page - 1] : undefined
      if (each && blocks) {
        return { is: 'cell', size: 40, party: row.wallParty(each), blocks: blocks.map(lit(spot)) }
      }
      const group = groups.find(({ parties }) => each && parties.includes(each)) ?? groups[0]
      if (group) return columnsBody(group, revealed, moment)
    }
    if (name === 'movement') return movementBody(moment)
    if (name === 'landing zone')
      return zoneBody(row, { isZoneShown: moment.isZoneShown, page, height: bodyHeight })
    if (name === 'differences' || name === 'common ground')
      return linePages(step)[page] ?? linePages(step)[0]!
    const { pages, size } = questionPages(row, questionHeight)
    return { is: 'question', text: pages[page] ?? pages[0]!, size, height: questionHeight }
  }

  function columnsBody(group: Group, revealed: ReadonlySet<PartyId>, { spot }: WallMoment): WallBody {
    const columns = group.parties.map((each, at): WallColumn => {
      const width = group.fit.widths[at]!
      if (!revealed.has(each.party.id)) return { width, party: null, blocks: [], change: '' }
      const blocks = blocksOf(row, { party: each, cell: row.cellOf(each), revealed })
      const shown = group.fit.isWhole[at] ? blocks : shorten(blocks, each, width, group.fit.size)
      return { width, party: row.wallParty(each), blocks: shown.map(lit(spot)), change: '' }
    })
    return { is: 'columns', size: group.fit.size, height: columnsHeight, columns }
  }

  function shorten(blocks: WallBlock[], each: PresentedParty, width: number, size: number): WallBlock[] {
    const name = each.party.shortName
    const height = columnsHeight - headerHeight({ name, role: say(`role.${each.party.role}`) }, width)
    return cutBlocks(blocks, { width, size, height, continues: say('wall.continues') })
  }

  function movementBody({ step, page, spot }: WallMoment): WallBody {
    const group = movementGroups(step)[Math.floor(page / 2)]
    const isEarlier = page % 2 === 0
    const revealed = revealedAt(step)
    if (group === undefined) {
      return { is: 'columns', size: smallestText, height: columnsHeight, columns: [] }
    }
    const columns = group.parties.map((each, at): WallColumn => {
      const width = group.fit.widths[at]!
      const cell: Cell | null = isEarlier ? row.earlierCellOf(each) : row.cellOf(each)
      const blocks = cell === null ? [] : blocksOf(row, { party: each, cell, revealed })
      const height =
        columnsHeight -
        52 -
        headerHeight({ name: each.party.shortName, role: row.wallParty(each).role }, width)
      const isWhole = group.fit.isWhole[at]
      const shown = isWhole
        ? blocks
        : cutBlocks(blocks, { width, size: group.fit.size, height, continues: '…' })
      const change = say(`wall.change.${changeOf(row, each)}`)
      const since = row.dateLabel(row.earlier?.asOf ?? row.reading.asOf, 'long')
      return {
        width,
        party: row.wallParty(each),
        blocks: shown.map(lit(spot)),
        change: isEarlier ? say('wall.movement.then', { date: since }) : change,
      }
    })
    return { is: 'columns', size: group.fit.size, height: columnsHeight, columns }
  }

  function quotationPagesOf(spot: WallSpot) {
    const items = quotationsFor(row, spot.blockId)
    const item = items[Math.min(spot.quotation ?? 0, items.length - 1)]
    const owner = ownerOf(spot.blockId)
    if (item === undefined || owner === undefined) return null
    const quotation = quotationOf(row, item, owner.party.colour)
    const fitted = fitText(
      quotation.translation === '' ? quotation.text : `${quotation.text}\n${quotation.translation}`,
      {
        width: wallInner - 140,
        height: bodyHeight - 190,
        sizes: [72, 64, 56, 48, 42],
        leading: 1.4,
        face: 'serif',
      },
    )
    return { quotation, ...fitted }
  }

  function largeQuotation(spot: WallSpot): WallBody | null {
    const found = quotationPagesOf(spot)
    if (found === null) return null
    const { quotation, pages, size } = found
    const isOne = pages.length === 1
    const text = isOne ? quotation.text : (pages[spot.page] ?? pages[0]!)
    return {
      is: 'quotation',
      size,
      quotation: {
        ...quotation,
        text,
        translation: isOne ? quotation.translation : '',
        isCut: spot.page < pages.length - 1,
      },
    }
  }

  const ownerOf = (blockId: string) =>
    inTurn.find(({ party }) => wholeBlocks.get(party.id)!.some(({ id }) => id === blockId))

  function show(moment: WallMoment): WallPage {
    const { step, spot } = moment
    const name = steps[step]!
    const body = bodyOf(moment)
    const isColumns = body.is === 'columns'
    const visible = isColumns
      ? body.columns.flatMap(({ blocks }) => blocks)
      : body.is === 'cell'
        ? body.blocks
        : []
    const lightOn = spot === null ? undefined : visible.find(({ id }) => id === spot.blockId)
    const [item] = lightOn === undefined ? [] : quotationsFor(row, lightOn.id)
    const owner = lightOn && ownerOf(lightOn.id)
    const isEarlier = name === 'movement' && moment.page % 2 === 0 && moment.sideBySide.length === 0
    const revealed =
      moment.sideBySide.length > 0 && isColumns
        ? new Set(moment.sideBySide.filter((id) => everybody.has(id)))
        : revealedAt(step)
    const hasScale = body.is !== 'quotation' && body.is !== 'cell' && body.is !== 'zone'
    const scale = hasScale ? scaleOf(row, { revealed, isEarlier }) : null
    return {
      is: 'page',
      language: row.language,
      issueId: row.issue.id,
      step: name,
      head: {
        number: row.issue.number,
        title: row.issue.title,
        status: row.issue.status,
        statusWord: say(`status.${row.issue.status}`),
        ...(body.is === 'question' ? { heading: '', size: 60, height: questionHead } : head),
      },
      body,
      scale:
        scale && name !== 'movement'
          ? { ...scale, stands: scale.stands.map((stand) => ({ ...stand, earlier: null })) }
          : scale,
      band: {
        height: isColumns ? band : 0,
        quotation: isColumns && item && owner ? forBand(quotationOf(row, item, owner.party.colour)) : null,
      },
      foot: footOf(row, {
        body,
        visible,
        pages: moment.sideBySide.length > 0 ? 1 : pagesOf(step),
        page: moment.page,
      }),
      timer: moment.timer,
    }
  }

  return {
    pagesOf,
    show,
    lightable(moment) {
      const body = bodyOf({ ...moment, spot: null })
      const blocks =
        body.is === 'columns'
          ? body.columns.flatMap((column) => column.blocks)
          : body.is === 'cell'
            ? body.blocks
            : []
      return blocks
        .filter(({ is }) => is !== 'silence')
        .map(({ id, lead, text }) => ({
          blockId: id,
          label: `${lead} ${text}`.trim(),
          quotations: quotationsFor(row, id).length,
        }))
    },
    quotationPages: (spot) => quotationPagesOf(spot)?.pages.length ?? 1,
  }
}

/** Nothing in it would be whole in a narrower company. */
const isAsWholeAsCanBe = ({ fit }: Group): boolean => fit.isWhole.every((is, at) => is || fit.isTooLong[at])

/** Made when it is first asked for. */
function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  const held = known.get(key)
  if (held !== undefined) return held
  const made = make()
  known.set(key, made)
  return made
}

/** The light is on what was chosen, and the rest steps back; without a light all is plain. */
function lit(spot: WallSpot | null) {
  return (block: WallBlock): WallBlock => {
    if (spot === null) return block
    const isIt = block.id === spot.blockId
    const phrase = isIt && spot.phrase !== null && block.text.includes(spot.phrase) ? spot.phrase : null
    return { ...block, light: isIt ? 'spot' : 'back', phrase }
  }
}

function groupsOf(parties: readonly PresentedParty[], most: number): PresentedParty[][] {
  const count = Math.ceil(parties.length / most)
  const groups: PresentedParty[][] = []
  for (let at = 0, left = count; at < parties.length; left -= 1) {
    const size = Math.ceil((parties.length - at) / left)
    groups.push(parties.slice(at, at + size))
    at += size
  }
  return groups
}

/** The question in at most two lines, else the title: the question itself is shown whole by its own step. */
function headOf({ issue }: WallRow): { heading: string; size: number; height: number } {
  const lines = (text: string, size: number) =>
    lineEnds(text, { width: wallInner, face: 'serif bold', size }).length
  const question = issue.question.trim()
  const size = question === '' ? undefined : headingSizes.find((each) => lines(question, each) <= 2)
  const heading = size === undefined ? issue.title : question
  const own = size ?? headingSizes.find((each) => lines(issue.title, each) <= 2) ?? 40
  return { heading, size: own, height: 36 + 12 + lines(heading, own) * own * 1.15 + 28 }
}

function changeOf(row: WallRow, each: PresentedParty): 'new' | 'changed' | 'gone' | 'same' {
  const words = (cell: Cell | null) =>
    (cell?.positions ?? [])
      .map(({ id, text, atLow, atHigh, kind }) => [id, text, atLow, atHigh, kind].join('|'))
      .join('\n')
  const before = words(row.earlierCellOf(each))
  const now = words(row.cellOf(each))
  if (before === now) return 'same'
  if (before === '') return 'new'
  return now === '' ? 'gone' : 'changed'
}

/** What the wall shows instead of an issue. */
export const wallMessage = (text: string, language: string): WallContent => ({
  is: 'message',
  language,
  text,
})
