import { useMemo, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import type { Arrangement } from '../../../../app/rules/arrangement'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import { rememberSaid } from '../../../../app/messages/remember-said'
import type { PartyId } from '../../../../app/model/party'
import { useApplication } from '../../../state/application'
import { useCompareView, type Place } from '../../../state/compare-view'
import { useSelection } from '../../../state/selection'
import { useComparisonView } from '../../../state/comparison-view'
import { useDifferencesArriving } from '../../../state/differences'
import { useSuggestions } from '../../../state/status-suggestions'
import { useBaseline, type Baseline } from '../use-baseline'
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
  /** Row heights hold as long as this does and the comparison is the same, read at the same day. */
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
  const suggestionOf = useSuggestions(comparison)
  const { room, type } = useRoom(scroller)
  const open = useRef(nothingOpen())

  const { rows, columns, isTransposed } = arrangement
  const plan = useMemo(() => planGrid({ rows, columns, isTransposed }), [rows, columns, isTransposed])
  const { across } = plan
  const { parties } = comparison
  const wording = useMemo(() => {
    const names = new Map(parties.map((party) => [party.id, party.shortName]))
    const dates = new Map<string, string>()
    return {
      say: rememberSaid(say),
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
        columns: across.map((line) => ({
          width: line.kind === 'party' ? line.party.width : line.kind === 'zone' ? ownWidths.zone : null,
          isZone: line.kind === 'zone',
        })),
      }),
    [room, across, ownWidths.issue, ownWidths.zone],
  )
  const headHeight = useMemo(() => {
    const heights = across.map((line, column) => {
      const width = widths.columns[column]!
      if (line.kind === 'party') return partyHeadHeight(line.party, { width, say, counter })
      return line.kind === 'issue' ? issueColumnHeadHeight(line.issue.issue, { width, counter }) : 0
    })
    // Fonts that arrive set the names anew.
    return type < 0 ? 0 : Math.ceil(Math.max(52, ...heights))
  }, [across, widths, say, type])
  const columnStarts = useMemo(() => startsOf(widths.columns), [widths])

  const content = useMemo(
    () => ({
      plan,
      reading: comparison,
      matches: arrangement.matches,
      membersIn: arrangement.membersIn,
      widths,
      columnStarts,
      headHeight,
      baseline,
      marksOf,
      wording,
      suggestionOf,
      isWritable,
      room,
      isOpen: (key: string) => open.current.blocks.has(key),
      openCells: open.current.cells,
      toggleOpen: (place: Place, block: string) => toggleOpen(open.current, place, block),
      counter,
      type,
      heightsKey: heightsKeyOf({ plan, widths, type, baseline, isWritable, marksOf }),
      orderKey: rowOrder,
      arrivals,
    }),
    [
      plan,
      comparison,
      arrangement,
      widths,
      columnStarts,
      headHeight,
      baseline,
      marksOf,
      wording,
      suggestionOf,
      isWritable,
      room,
      type,
      rowOrder,
      arrivals,
    ],
  )
  return useMemo(() => ({ ...content, content, selected, selectedWith }), [content, selected, selectedWith])
}

/** The same grid, with its columns beside that one: what choosing it would show. */
export const besideBaseline = (scene: GridScene, baseline: Baseline): GridScene => ({
  ...scene,
  baseline,
  heightsKey: heightsKeyOf({ ...scene, baseline }),
})

function heightsKeyOf({
  plan,
  widths,
  type,
  baseline,
  isWritable,
  marksOf,
}: Pick<Scene, 'plan' | 'widths' | 'type' | 'baseline' | 'isWritable' | 'marksOf'>): string {
  return [
    ...plan.across.map(({ key }) => key),
    // What a folded coalition stands for may change from day to day.
    ...[...plan.across, ...plan.down].map((line) =>
      line.kind === 'party' && line.party.isFolded ? line.party.standsFor.join() : '',
    ),
    widths.head,
    ...widths.columns,
    type,
    baseline?.party.id,
    isWritable,
    marksOf === null ? '' : 'marks',
  ].join(' ')
}

type Open = { blocks: Set<string>; cells: Set<string> }
const nothingOpen = (): Open => ({ blocks: new Set(), cells: new Set() })

function toggleOpen({ blocks, cells }: Open, place: Place, block: string): void {
  const key = openKeyOf(place, block)
  if (!blocks.delete(key)) blocks.add(key)
  if (place.kind === 'cell') cells.add(`${place.issueId} ${place.partyId}`)
}

const openKeyOf = (place: Place, block: string): string =>
  place.kind === 'cell'
    ? `${place.issueId} ${place.partyId} ${block}`
    : `${'issueId' in place ? place.issueId : ''} zone`

/** How wide the grid is; and a number that changes whenever text that was measured would be set otherwise now. */
function useRoom(scroller: RefObject<HTMLElement | null>): { room: number; type: number } {
  const [measured] = useState(() => measureRoom(scroller))
  const room = useSyncExternalStore(measured.subscribe, measured.room)
  return { room, type: useSyncExternalStore(followType, () => settings) }
}

/** Asked of the page once, and again when it changes: asking in the midst of drawing would lay everything out. */
function measureRoom(scroller: RefObject<HTMLElement | null>) {
  let room = 0
  return {
    room(): number {
      if (room === 0) room = scroller.current?.clientWidth ?? 0
      return room
    },
    subscribe(listener: () => void): () => void {
      const observer = new ResizeObserver(([entry]) => {
        room = Math.round(entry!.contentRect.width)
        listener()
      })
      observer.observe(scroller.current!)
      return () => observer.disconnect()
    },
  }
}

function followType(listener: () => void): () => void {
  const onChange = () => {
    counter.forget()
    settings += 1
    listener()
  }
  // The zoom changes the size of a screen's pixels, and the letters' places with it.
  let scale = window.devicePixelRatio
  const onResize = () => {
    if (scale === window.devicePixelRatio) return
    scale = window.devicePixelRatio
    onChange()
  }
  const onFonts = (event: FontFaceSetLoadEvent) => {
    if (event.fontfaces.some(hasLatin)) onChange()
  }
  window.addEventListener('resize', onResize)
  document.fonts?.addEventListener('loadingdone', onFonts)
  return () => {
    window.removeEventListener('resize', onResize)
    document.fonts?.removeEventListener('loadingdone', onFonts)
  }
}

/** Calls back when letters of other scripts have come, in which only few words are set. */
export function followOtherScripts(listener: () => void): () => void {
  let late: number | undefined
  const onFonts = (event: FontFaceSetLoadEvent) => {
    if (event.fontfaces.every(hasLatin)) return
    // A script comes in several files, one after the other.
    window.clearTimeout(late)
    late = window.setTimeout(() => {
      counter.forget((word) => /[^\p{Script=Latin}\p{Script=Common}]/u.test(word))
      listener()
    }, togetherMs)
  }
  document.fonts?.addEventListener('loadingdone', onFonts)
  return () => {
    window.clearTimeout(late)
    document.fonts?.removeEventListener('loadingdone', onFonts)
  }
}

/** In milliseconds: files of one font that come within this time of each other count as one. */
const togetherMs = 150

/** As the style sheets of the fonts say of the file that holds A to Z. */
const hasLatin = ({ unicodeRange }: FontFace): boolean => /U\+0{1,4}(-|0-)/i.test(unicodeRange)

/** How often the text of the page has been set anew: in another size, or in a font that came late. */
let settings = 0
