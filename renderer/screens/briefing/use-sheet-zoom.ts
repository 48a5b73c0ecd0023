import { useEffect, useRef, type RefObject } from 'react'
import { pageSizeMm, type Page } from '../../../app/rules/briefing/page-layout'

/** CSS pixels in a millimetre. */
const pixelsPerMm = 96 / 25.4
/** Around the sheet, on both sides together. */
const deskPx = 56

/** Hands the sheet its true size, and a zoom that fits it into the space there is; never larger than life. */
export function useSheetZoom(page: Page | undefined): RefObject<HTMLElement | null> {
  const frame = useRef<HTMLElement>(null)
  const widthMm = page && pageSizeMm(page).width
  const heightMm = page && pageSizeMm(page).height

  useEffect(() => {
    const element = frame.current
    if (element === null || widthMm === undefined) return
    element.style.setProperty('--sheet-width', `${widthMm}mm`)
    element.style.setProperty('--sheet-height', `${heightMm}mm`)
    const fit = () => {
      const zoom = Math.min(1, (element.clientWidth - deskPx) / (widthMm * pixelsPerMm))
      element.style.setProperty('--sheet-zoom', String(Math.max(zoom, 0.4)))
    }
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    fit()
    return () => observer.disconnect()
  }, [widthMm, heightMm])

  return frame
}
