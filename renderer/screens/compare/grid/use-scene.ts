import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { Arrangement } from '../../../../app/rules/arrangement'
import type { ComparisonReading } from '../../../../app/rules/comparison-index'
import type { PartyId } from '../../../../app/model/party'
import { useApplication } from '../../../state/application'
import { useCompareView, type Place } from '../../../state/compare-view'
import { useSelection } from '../../../state/selection'
import { useComparisonView } from '../../../state/comparison-view'
import { useDifferencesArriving } from '../../../state/differences'
import { useBaseline } from '../use-baseline'
import { fonts } from './cell-looks'
import { useCellMarks } from './cell-marks'
import { shareRoom, startsOf } from './grid-geometry'
import { planGrid } from './grid-plan'
import { partyHeadHeight, issueColumnHeadHeight } from './head-heights'
import { createLineCounter } from './line-breaks'
import type { Scene } from './scene'
import { createTypesetter } from './typesetter'

export type GridScene = Scene & {
  /** The same as long as nothing but what is chosen changes. */
  content: object
  /** Row heights hold as long as this does and the comparison is read at the same day. */
  heightsKey: string
  /** Another order of rows begins at its top. */
  orderKey: string
  /** CSS pixels that the grid has across; 0 before it is laid out. */
  room: number
  toggleOpen: (place: Place, block: string) => void
}

/** Measured once for the window, and shared by whatever comparison is shown in it. */
const counter = createLineCounter(createTypesetter(fonts))

/** Puts together what decides how the grid looks. */
export function useScene(
  comparison: ComparisonReading,
  arrangement: Arrangement,
  { scroller, isWritable }: { scroller: RefObject<HTMLElement | null>; isWritable: boolean },
): GridScene {
  const { say, dateLabel } = useApplication()
  const selected = useCompareView((view) => view.selected)
  const selectedWith = useSelection((selection) => selection.cells)
  const rowOrder = useComparisonView((view) => view.layout.rowOrder)
  const baseline = useBaseline(comparison)
  const marksOf = useCellMarks((marks) => marks.marksOf)
  const arrivals = useDifferencesArriving()
  const { room, type } = useRoom(scroller)
  const open = useRef(new Set<string>())

  const plan = useMemo(() => planGrid(arrangement), [arrangement])
  const { parties } = comparison
  const wording = useMemo(() => {
    const names = new Map(parties.map((party) => [party.id, party.shortName]))
    const dates = new Map<string, string>()
    return {
      say,
      nameOf: (id: PartyId) => names.get(id) ?? '',
      // A comparison names few dates, many times each.
      dateLabel: (date: string, length: 'short' | 'long' = 'short') => {
        const key = `${length} ${date}`
        let label = dates.get(key)
        if (label === undefined) dates.set(key, (label = dateLabel(date, length)))
        return label
      },
    }
  }, [parties, say, dateLabel])

  const { widths: ownWidths } = arrangement
  const widths = useMemo(
    () =>
      shareRoom(room, {
        head: ownWidths.issue,
        columns: plan.across.map((line) => ({
          width: line.kind === 'party' ? line.party.width : line.kind === 'zone' ? ownWidths.zone : null,
          isZone: line.kind === 'zone',
        })),
      }),
    [room, plan, ownWidths.issue, ownWidths.zone],
  )
  const headHeight = useMemo(() => {
    const heights = plan.across.map((line, column) => {
      const width = widths.columns[column]!
      if (line.kind === 'party') return partyHeadHeight(line.party, { width, say, counter })
      return line.kind === 'issue' ? issueColumnHeadHeight(line.issue.issue, { width, counter }) : 0
    })
    return Math.ceil(Math.max(52, ...heights))
    // Fonts that arrive set the names anew.
  }, [plan, widths, say, type])

  const content = useMemo(
    () => ({
      plan,
      reading: comparison,
      matches: arrangement.matches,
      membersIn: arrangement.membersIn,
      widths,
      columnStarts: startsOf(widths.columns),
      headHeight,
      baseline,
      marksOf,
      wording,
      isWritable,
      room,
      isOpen: (key: string) => open.current.has(key),
      toggleOpen: (place: Place, block: string) => toggle(open.current, openKeyOf(place, block)),
      counter,
      heightsKey: [widths.head, ...widths.columns, type, baseline?.party.id, isWritable].join(' '),
      orderKey: rowOrder,
    }),
    [
      plan,
      comparison,
      arrangement,
      widths,
      headHeight,
      baseline,
      marksOf,
      wording,
      isWritable,
      room,
      type,
      rowOrder,
      arrivals,
    ],
  )
  return useMemo(() => ({ ...content, content, selected, selectedWith }), [content, selected, selectedWith])
}

function toggle(keys: Set<string>, key: string): void {
  if (!keys.delete(key)) keys.add(key)
}

const openKeyOf = (place: Place, block: string): string =>
  place.kind === 'cell'
    ? `${place.issueId} ${place.partyId} ${block}`
    : `${'issueId' in place ? place.issueId : ''} zone`

/** How wide the grid is; and a number that changes whenever text that was measured would be set otherwise now. */
function useRoom(scroller: RefObject<HTMLElement | null>): { room: number; type: number } {
  const [state, setState] = useState({ room: 0, type: 0 })
  const scale = useRef(window.devicePixelRatio)

  useEffect(() => {
    const element = scroller.current!
    const retype = (isStale?: (word: string) => boolean) => {
      counter.forget(isStale)
      setState(({ room, type }) => ({ room, type: type + 1 }))
    }
    const observer = new ResizeObserver(() => {
      setState((state) =>
        state.room === element.clientWidth ? state : { ...state, room: element.clientWidth },
      )
      if (scale.current !== window.devicePixelRatio) {
        scale.current = window.devicePixelRatio
        retype()
      }
    })
    observer.observe(element)
    setState((state) => ({ ...state, room: element.clientWidth }))
    // Only words of other scripts are waited for: the interface itself has long loaded the Latin letters.
    const onFonts = () => retype()
    document.fonts?.addEventListener('loadingdone', onFonts)
    return () => {
      observer.disconnect()
      document.fonts?.removeEventListener('loadingdone', onFonts)
    }
  }, [scroller])
  return state
}
