import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { IssueId } from '../../../../app/model/issue'
import type { IssuePair } from '../../../../app/rules/two-parties'
import { select, useCompareView } from '../../../state/compare-view'
import { followIssueWalk } from '../../../state/issue-walk'

/** CSS pixels, before an issue has been drawn and measured. */
const likelyHeight = 380

/**
 * Only the issues in view are drawn, whatever their number; the counts stand before the first. The selected issue is
 * the current one, and J and K walk from it.
 */
export function useIssueList(
  scroller: RefObject<HTMLElement | null>,
  issues: readonly IssuePair[],
  key: string,
) {
  const selectedId = useCompareView(({ selected }) =>
    selected !== null && 'issueId' in selected ? selected.issueId : null,
  )
  const at = issues.findIndex(({ issue }) => issue.id === selectedId)
  const isPrinting = usePrinting()
  // oxlint-disable-next-line react/incompatible-library -- nothing here is compiled, and nothing of it is passed to what is memoized
  const virtualizer = useVirtualizer({
    count: issues.length + 1,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (index === 0 ? 150 : likelyHeight),
    getItemKey: (index) => (index === 0 ? 'counts' : issues[index - 1]!.issue.id),
    overscan: 2,
    rangeExtractor: (range) =>
      isPrinting ? Array.from({ length: range.count }, (_, index) => index) : defaultRangeExtractor(range),
  })

  // What is read is another list: begin where the reader was, or at its top.
  const begun = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (begun.current === key) return
    const isFirst = begun.current === null
    begun.current = key
    if (at > 0 && isFirst) virtualizer.scrollToIndex(at + 1, { align: 'start' })
    else virtualizer.scrollToOffset(0)
  })

  const focusOn = useRef<IssueId | null>(null)
  function step(by: 1 | -1): void {
    const next = Math.max(0, Math.min(issues.length - 1, at === -1 ? (by === 1 ? 0 : -1) : at + by))
    const target = issues[next]
    if (!target) return
    focusOn.current = target.issue.id
    select({ kind: 'issue', issueId: target.issue.id })
    virtualizer.scrollToIndex(next + 1, { align: 'start' })
  }
  const latest = useRef(step)
  useEffect(() => {
    latest.current = step
  })
  useEffect(() => followIssueWalk((by) => latest.current(by)), [])
  // The next issue is drawn only once it has come into view.
  useEffect(() => {
    if (focusOn.current === null) return
    const section = scroller.current?.querySelector<HTMLElement>(`[data-issue="${focusOn.current}"]`)
    if (!section) return
    focusOn.current = null
    section.focus({ preventScroll: true })
  })

  const items = virtualizer.getVirtualItems()
  return {
    items: items.map(({ index, key: itemKey }) => ({ index, key: String(itemKey) })),
    start: items[0]?.start ?? 0,
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    currentId: selectedId,
  }
}

/** Whether the window is being printed: on paper there is no scrolling to what is not drawn. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const listening = new AbortController()
    const follow = (type: 'beforeprint' | 'afterprint') =>
      window.addEventListener(
        type,
        // The paper is laid out as soon as this returns.
        () => flushSync(() => setPrinting(type === 'beforeprint')),
        { signal: listening.signal },
      )
    follow('beforeprint')
    follow('afterprint')
    return () => listening.abort()
  }, [])
  return isPrinting
}
