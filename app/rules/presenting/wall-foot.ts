import { knownMarkings } from '../../model/dossier'
import type { WallBlock, WallBody, WallPage } from './wall-content'
import { quotationsFor } from './wall-quotations'
import type { WallRow } from './wall-row'

/** Marking, title and date stand on every page. */
export function footOf(
  row: WallRow,
  {
    body,
    visible,
    page,
    pages,
  }: { body: WallBody; visible: readonly WallBlock[]; page: number; pages: number },
): WallPage['foot'] {
  const { dossier, say, reading, dateLabel } = row
  const known = knownMarkings.find((each) => each === dossier.marking)
  // The author's own marking may be case-sensitive.
  const marking =
    known === undefined ? dossier.marking : say(`marking.${known}`).toLocaleUpperCase(row.language)
  const sources = new Set(
    visible.flatMap(({ id }) => quotationsFor(row, id)).map(({ origin, source }) => origin?.id ?? source.id),
  )
  const inTurn = row.presented.parties
  const columns = body.is === 'columns' ? body.columns : []
  const isSome = columns.length > 0 && columns.length < inTurn.length
  const first = isSome
    ? inTurn.findIndex(({ party }) => columns.some((column) => column.party?.id === party.id))
    : -1
  const group =
    first === -1
      ? ''
      : say('wall.partiesOf', {
          from: first + 1,
          count: columns.length,
          to: Math.min(inTurn.length, first + columns.length),
          all: inTurn.length,
        })
  return {
    marking: dossier.marking === 'none' ? null : marking,
    title: dossier.title,
    asOf: say('wall.asOf', { date: dateLabel(reading.asOf, 'long') }),
    sources: sources.size === 0 ? '' : say('count.sources', { count: sources.size }),
    pageOf: [group, pages > 1 ? say('wall.pageOf', { page: page + 1, pages }) : '']
      .filter(Boolean)
      .join(' · '),
  }
}
