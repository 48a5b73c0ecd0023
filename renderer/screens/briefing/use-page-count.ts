import { useEffect, useState } from 'react'
import type { BriefingOptions } from '../../../app/contract/briefing-contract'
import { marginsMm, measureMm, pageSizeMm } from '../../../app/rules/briefing/page-layout'
import type { BriefingDocument } from '../../../app/rules/briefing/briefing-document'
import { notePrinted, useBriefingDesk } from '../../state/briefing-desk'
import { atTrueSize } from './use-sheet-zoom'

export type PageCount = { pages: number; isPrinted: boolean }

/** How many pages the briefing fills: as many as were printed of it, else about as many. Null until it is shown. */
export function usePageCount(
  shown: BriefingDocument | undefined,
  options: BriefingOptions | null,
): PageCount | null {
  const about = useMeasuredPages(shown)
  const printed = useBriefingDesk((desk) => desk.printed)
  useEffect(() => () => notePrinted(null), [shown])
  if (printed !== null && printed.choices === JSON.stringify(options))
    return { pages: printed.pages, isPrinted: true }
  return about === null ? null : { pages: about, isPrinted: false }
}

/** Laid out a second time where they are no more: of many, one more or less is nothing. */
const fewPages = 12

/** From how tall it is on screen: rows that are not divided, and parts that begin a page, may add some. */
function useMeasuredPages(shown: BriefingDocument | undefined): number | null {
  const [pages, setPages] = useState<number | null>(null)
  useEffect(() => {
    const article = document.querySelector('article[data-print="document"]')
    if (article === null || shown === undefined) return
    const { top, bottom } = marginsMm(shown.page)
    const count = () => {
      const { width, height: whole } = article.getBoundingClientRect()
      // The lines above and below stand on the sheet on screen, and in the page's margin on paper.
      const [above, below] = [article.firstElementChild, article.lastElementChild].map(
        (line) => line?.getBoundingClientRect().height ?? 0,
      )
      const height = whole - above! - below!
      const heightMm = (height * measureMm(shown.page)) / width
      return Math.max(1, Math.ceil(heightMm / (pageSizeMm(shown.page).height - top - bottom)))
    }
    const observer = new ResizeObserver(() => {
      const counted = count()
      setPages(counted <= fewPages ? atTrueSize(article, count) : counted)
    })
    observer.observe(article)
    return () => observer.disconnect()
  }, [shown])
  return pages
}
