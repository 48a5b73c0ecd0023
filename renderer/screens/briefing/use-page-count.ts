import { useEffect, useState } from 'react'
import { marginsMm, measureMm, pageSizeMm } from '../../../app/rules/briefing/page-layout'
import type { BriefingDocument } from '../../../app/rules/briefing/briefing-document'

/**
 * About how many pages the briefing fills, from how tall it is on screen: rows that are not divided, and parts that
 * begin a page, may add some. Null until it is shown.
 */
export function usePageCount(shown: BriefingDocument | undefined): number | null {
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
      setPages(Math.max(1, Math.ceil(heightMm / (pageSizeMm(shown.page).height - top - bottom))))
    }
    const observer = new ResizeObserver(count)
    observer.observe(article)
    return () => observer.disconnect()
  }, [shown])
  return pages
}
