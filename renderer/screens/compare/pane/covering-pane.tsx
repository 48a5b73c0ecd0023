import { useEffect, useRef, type ReactNode } from 'react'
import { closePane, useCompareView } from '../../../state/compare-view'
import { comparisonGrid } from '../grid/grid-access'
import styles from '../compare-screen.module.css'
import { useIsCovering } from './use-is-covering'

/**
 * Beside the comparison; where there is no room for both it covers it, with the focus, and gives it back when it is
 * left. What it covers is out of sight and of the keys.
 */
export function CoveringPane({ children }: { children: ReactNode }) {
  const pane = useRef<HTMLElement>(null)
  const isCovering = useIsCovering()
  const sheets = useCompareView((view) => view.sheets.length)
  /** Opened for a form or a reading, and not to read what is selected: it is left with it. */
  const isForSheet = useRef(sheets > 0)

  useEffect(() => {
    if (!isCovering) return
    const element = pane.current!
    if (!element.contains(document.activeElement)) focusFirst(element)
    return () => {
      // While the pane goes; the comparison has its place again by the next frame.
      requestAnimationFrame(() => {
        const { selected, isPaneOpen } = useCompareView.getState()
        if (isPaneOpen || document.activeElement !== document.body) return
        const grid = comparisonGrid()
        if (selected !== null && grid !== null) grid.reveal(selected, { isFocused: true })
        else document.querySelector<HTMLElement>('[role="grid"] [data-place][tabindex="0"]')?.focus()
      })
    }
  }, [isCovering])
  useEffect(() => {
    if (isCovering && sheets === 0 && isForSheet.current) closePane()
  }, [isCovering, sheets])

  return (
    <aside
      ref={pane}
      className={styles.pane}
      onKeyDown={(event) => {
        if (!isCovering || event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        closePane()
      }}
    >
      {children}
    </aside>
  )
}

const focusFirst = (pane: HTMLElement) =>
  pane.querySelector<HTMLElement>('[role="tab"][aria-selected="true"], button')?.focus()
