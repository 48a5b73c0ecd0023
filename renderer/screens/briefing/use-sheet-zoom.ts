import { useEffect, useRef, type RefObject } from 'react'
import { marginsMm, pageSizeMm, type Page } from '../../../app/rules/briefing/page-layout'

/** CSS pixels in a millimetre. */
const pixelsPerMm = 96 / 25.4
/** Around the sheet, on both sides together. */
const deskPx = 56

const zoomName = '--sheet-zoom'

/** Hands the sheet its true size, and a zoom that fits it into the space there is; never larger than life. */
export function useSheetZoom(page: Page | undefined): RefObject<HTMLElement | null> {
  const frame = useRef<HTMLElement>(null)
  const widthMm = page && pageSizeMm(page).width
  const heightMm = page && pageSizeMm(page).height
  const inlineMm = page && marginsMm(page).inline

  useEffect(() => {
    const element = frame.current
    if (element === null || widthMm === undefined) return
    element.style.setProperty('--sheet-width', `${widthMm}mm`)
    element.style.setProperty('--sheet-height', `${heightMm}mm`)
    element.style.setProperty('--sheet-inline', `${inlineMm}mm`)
    const fit = () => {
      const zoom = Math.min(1, (element.clientWidth - deskPx) / (widthMm * pixelsPerMm))
      element.style.setProperty(zoomName, String(Math.max(zoom, 0.4)))
    }
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    fit()
    return () => observer.disconnect()
  }, [widthMm, heightMm, inlineMm])

  return frame
}

/** What is measured of the sheet as large as life: made small, its lines may break elsewhere. */
export function atTrueSize<T>(sheet: Element, measure: () => T): T {
  const frame = sheet.closest<HTMLElement>(`[style*="${zoomName}"]`)
  const zoom = frame?.style.getPropertyValue(zoomName)
  if (!frame || zoom === undefined || Number(zoom) === 1) return measure()
  frame.style.setProperty(zoomName, '1')
  const measured = measure()
  frame.style.setProperty(zoomName, zoom)
  return measured
}
