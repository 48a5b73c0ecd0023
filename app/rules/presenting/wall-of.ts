import type { WallContent, WallPage } from './wall-content'
import { bodiesOf } from './wall-bodies'
import { footOf } from './wall-foot'
import type { WallMoment, WallSpot } from './wall-moment'
import { forBand, quotationOf, quotationsFor } from './wall-quotations'
import { openRow, type WallRecords, type WallWish } from './wall-row'
import { fitRow, questionHead } from './wall-row-fit'
import { scaleOf } from './wall-scale'

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
  const { say } = row
  const { steps } = row.presented
  const fit = fitRow(row)
  const { everybody, head, band, revealedAt, ownerOf } = fit
  const { pagesOf, bodyOf, quotationPagesOf } = bodiesOf(row, fit)

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

/** What the wall shows instead of an issue. */
export const wallMessage = (text: string, language: string): WallContent => ({
  is: 'message',
  language,
  text,
})
