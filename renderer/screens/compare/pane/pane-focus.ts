import { useEffect, useLayoutEffect, useRef } from 'react'

type Pane = { current: HTMLElement | null }

/** What opens takes the focus; what closes gives it back to where it was opened from. */
export function useFocusThatReturns(pane: Pane, depth: number): void {
  const openers = useRef<(Element | null)[]>([])
  const last = useRef(0)
  // A layout effect still sees the focus where it was: forms take it in their own effects, which run later.
  useLayoutEffect(() => {
    const before = last.current
    last.current = depth
    if (depth > before) openers.current[before] = document.activeElement
    if (depth >= before || isElsewhere(pane.current)) return
    const opener = openers.current[depth]
    if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus()
    else focusStart(pane.current)
  }, [depth, pane])

  useEffect(() => {
    if (depth === 0) return
    const layer = layerOnTop(pane.current)
    // A reading has no first field; without the focus in it, Escape would not be its own.
    if (!layer?.contains(document.activeElement))
      layer?.querySelector<HTMLElement>(':scope > [tabindex]')?.focus()
  }, [depth, pane])
}

/**
 * What was focused may go away while the focus is on it: the button that removes, or the offer to record what is then
 * recorded. A browser would leave the focus nowhere, and a reader by keyboard with it.
 */
export function useFocusThatStays(pane: Pane): void {
  useEffect(() => {
    const element = pane.current
    if (element === null) return
    let held: EventTarget | null = null
    const take = (event: FocusEvent) => {
      held = event.target
    }
    const leave = (event: FocusEvent) => {
      if (event.relatedTarget !== null) held = null
    }
    const rescue = new MutationObserver(() => {
      const isLost = document.activeElement === document.body || document.activeElement === null
      if (!isLost || !(held instanceof Element) || held.isConnected) return
      held = null
      focusStart(element)
    })
    element.addEventListener('focusin', take)
    element.addEventListener('focusout', leave)
    rescue.observe(element, { childList: true, subtree: true })
    return () => {
      element.removeEventListener('focusin', take)
      element.removeEventListener('focusout', leave)
      rescue.disconnect()
    }
  }, [pane])
}

/** The chosen tab, or the way back from a sheet. */
function focusStart(pane: HTMLElement | null): void {
  layerOnTop(pane)?.querySelector<HTMLElement>('[role="tab"][tabindex="0"], button')?.focus()
}

const layerOnTop = (pane: HTMLElement | null) => pane?.querySelector(':scope > :not([hidden])') ?? null

/** Whether somebody has meanwhile gone on working outside the pane. */
function isElsewhere(pane: HTMLElement | null): boolean {
  const held = document.activeElement
  return held !== null && held !== document.body && !pane?.contains(held)
}
