import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ComparisonReading } from '../../../../app/rules/comparison-reading'
import type { Arrangement } from '../../../../app/rules/arrangement'
import { canWrite, useActionState } from '../../../actions/action'
import { useSay } from '../../../state/application'
import { followArriving } from '../../../state/arriving-rows'
import { whenFree } from '../../../state/spare-time'
import { foldIssue } from '../../../state/finding'
import { openPane, openSheet, select, type Place } from '../../../state/compare-view'
import { changeWidth, widthStep } from './column-widths'
import { offerGrid } from './grid-access'
import { actOnKey } from './grid-keys'
import { headColumn, headRow, isSamePlace, keyOfPlace, placeAt, whereIs } from './grid-plan'
import styles from './grid.module.css'
import { GridHeads } from './grid-heads'
import { fetchOtherScripts } from './other-scripts'
import { createPainter, type Painter } from './painter'
import { createPainted } from './painted'
import { RowMenus } from './row-menus'
import { rectangleAt, scrollTo } from './scrolling'
import { useForesight } from './use-foresight'
import { followOtherScripts, useScene } from './use-scene'

/** The comparison as a grid that can be walked with the arrow keys; one place at a time is selected. */
export function ComparisonGrid({
  comparison,
  arrangement,
}: {
  comparison: ComparisonReading
  arrangement: Arrangement
}) {
  const say = useSay()
  const isWritable = canWrite(useActionState())
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const painter = useRef<Painter | null>(null)
  const [painted] = useState(createPainted)
  const scene = useScene(comparison, arrangement, { scroller, isWritable })
  const { plan, widths } = scene
  const current = useRef(scene)
  current.current = scene
  const wantsFocus = useRef(false)

  useLayoutEffect(() => {
    const made = createPainter({
      scroller: scroller.current!,
      body: body.current!,
      onPainted: painted.set,
    })
    painter.current = made
    const onScroll = () => made.scrolled()
    const element = scroller.current!
    element.addEventListener('scroll', onScroll, { passive: true })
    const stopFonts = followOtherScripts(() => made.remeasure())
    return () => {
      stopFonts()
      element.removeEventListener('scroll', onScroll)
      made.stop()
    }
  }, [painted])

  const shown = useRef<typeof scene | null>(null)
  useLayoutEffect(() => {
    const before = shown.current
    shown.current = scene
    if (scene.room === 0) return
    const had = scroller.current!.contains(document.activeElement) && isPlace(document.activeElement)
    if (before && isOnlySelection(before, scene)) painter.current!.select(scene)
    else {
      painter.current!.show(scene, {
        layout: scene.heightsKey,
        toTop: before !== null && before.orderKey !== scene.orderKey,
      })
    }
    const { selected } = scene
    if (wantsFocus.current && selected) {
      wantsFocus.current = false
      reveal(selected, { isFocused: true })
    } else if (had && selected && !isSamePlace(before?.selected ?? null, null)) {
      // What was written over keeps the focus on the place that it was on.
      const element = elementOf(selected)
      // Asking for the focus that it has would lay out the page.
      if (element !== document.activeElement) element?.focus({ preventScroll: true })
    }
  }, [scene])

  useForesight(current, painter, { comparison, arrangement })

  const { index } = comparison
  useEffect(() => {
    const rows = [...index.issues.keys()].filter((row) => !index.awaited.has(row))
    whenFree(() => fetchOtherScripts(index, rows))
    return followArriving(index, (arrived) => {
      painter.current!.arrived(arrived)
      fetchOtherScripts(index, arrived)
    })
  }, [index])

  function elementOf(place: Place): HTMLElement | null {
    const at = whereIs(current.current.plan, place)
    if (!at) return null
    if (at.row === headRow) return scroller.current!.querySelector(`[data-place="${keyOfPlace(place)}"]`)
    return painter.current!.elementAt(at.row, at.column)
  }

  function reveal(place: Place, { isFocused = false }: { isFocused?: boolean } = {}): void {
    const at = whereIs(current.current.plan, place)
    if (!at) return
    scrollTo(scroller.current!, at, { scene: current.current, painter: painter.current! })
    painter.current!.scrolled()
    if (isFocused) elementOf(place)?.focus({ preventScroll: true })
  }

  useEffect(
    () =>
      offerGrid({
        elementOf,
        rectangleOf(place) {
          const at = whereIs(current.current.plan, place)
          return (
            at && rectangleAt(scroller.current!, at, { scene: current.current, painter: painter.current! })
          )
        },
        reveal,
      }),
    [],
  )

  const at = whereIs(plan, scene.selected) ?? { row: plan.down.length > 0 ? 0 : headRow, column: 0 }
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      className={styles.scroller}
      aria-label={say('compare.name')}
      aria-rowcount={plan.down.length + 1}
      aria-colcount={plan.across.length + 1}
      aria-multiselectable
      onKeyDown={(event) => {
        if (!isPlace(event.target)) return
        actOnKey(event, {
          plan,
          at,
          isWritable,
          rowPageFrom: (row, pages) =>
            pageFrom(row, pages, painter.current!, scroller.current!, scene.headHeight),
          moveTo(place) {
            wantsFocus.current = true
            select(place)
          },
          resize: (column, steps) => changeWidth(scene, column, steps * widthStep),
        })
      }}
      onClick={(event) => {
        const target = event.target instanceof Element ? event.target : null
        const more = target?.closest<HTMLElement>('[data-more]')
        const place = placeOf(target, scene)
        if (!place) return
        if (target?.closest('[data-fold]')) {
          if ('issueId' in place) foldIssue(place.issueId)
          return
        }
        if (more) {
          const found = whereIs(plan, place)!
          scene.toggleOpen(place, more.dataset.more!)
          painter.current!.refreshRow(found.row)
          return
        }
        wantsFocus.current = true
        if (isSamePlace(place, scene.selected)) reveal(place, { isFocused: true })
        select(place)
      }}
      onDoubleClick={(event) => {
        if (placeOf(event.target instanceof Element ? event.target : null, scene)) openPane()
      }}
    >
      <div
        className={styles.canvas}
        role="presentation"
        style={{ inlineSize: widths.head + scene.columnStarts.at(-1)! }}
      >
        <GridHeads scene={scene} painted={painted} at={at} isWritable={isWritable} scroller={scroller} />
        <div ref={body} className={styles.rows} role="presentation" />
        {isWritable && (
          <div role="row" className={styles.addRow} aria-rowindex={plan.down.length + 2}>
            <div role="gridcell" className={styles.addCell}>
              <button
                type="button"
                className={styles.add}
                onClick={() => openSheet({ kind: 'issue', id: null, parentId: null })}
              >
                {say('compare.addIssue')}
              </button>
            </div>
          </div>
        )}
      </div>
      <RowMenus painted={painted} />
    </div>
  )
}

const isPlace = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.hasAttribute('data-place')

function isOnlySelection(before: ReturnType<typeof useScene>, now: ReturnType<typeof useScene>): boolean {
  return before.content === now.content
}

/** The place of the cell or head that the element belongs to. */
function placeOf(target: Element | null, { plan }: ReturnType<typeof useScene>): Place | null {
  const key = target?.closest<HTMLElement>('[data-place]')?.dataset.place
  if (key === undefined) return null
  const [kind, first, second] = key.split(' ')
  const issue = first === '' ? null : first!
  const other = kind === 'zone' ? 'zone' : second === '' ? null : second!
  const row = plan.rowOfKey.get((plan.isTransposed ? other : issue) ?? '') ?? headRow
  const column = plan.columnOfKey.get((plan.isTransposed ? issue : other) ?? '') ?? headColumn
  return placeAt(plan, row, column) ?? null
}

function pageFrom(
  row: number,
  pages: 1 | -1,
  painter: Painter,
  scroller: HTMLElement,
  headHeight: number,
): number {
  const page = scroller.clientHeight - headHeight
  return painter.rowAt(painter.rowSpan(Math.max(0, row)).from + pages * page)
}
