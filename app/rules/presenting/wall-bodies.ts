import type { PartyId } from '../../model/party'
import type { Cell } from '../comparison'
import { once } from './once'
import { partyOfStep, type PresentedParty } from './running-steps'
import { blocksOf } from './wall-blocks'
import type { WallBlock, WallBody, WallColumn } from './wall-content'
import { commonGroundOf, differencesOf } from './wall-findings'
import { cutBlocks, fitText, headerHeight, smallestText, wallInner } from './wall-fit'
import type { WallMoment, WallSpot } from './wall-moment'
import { quotationOf, quotationsFor } from './wall-quotations'
import type { WallRow } from './wall-row'
import { changeOf, type Group, type RowFit } from './wall-row-fit'
import { linesBody, questionPages, zoneBody, zonePages } from './wall-words'

/** What each step of an issue shows, and in how many pages. */
export function bodiesOf(row: WallRow, fit: RowFit) {
  const { presented, say } = row
  const { steps } = presented
  const { inTurn, groups, bodyHeight, columnsHeight, questionHeight, scaleHeight } = fit
  const { fitParties, revealedAt, continuation, movementGroups, ownerOf } = fit
  const findings = new Map<string, WallBody[]>()

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

  return { pagesOf, bodyOf, quotationPagesOf }
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
