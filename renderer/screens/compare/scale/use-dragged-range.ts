import { useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import type { Mark } from '../../../../app/model/issue'
import { draggedTo, nextMark, nudged, type RangePart, type ScaleRange } from '../../../../app/rules/scale'

type Draft = {
  part: RangePart
  range: ScaleRange
  mark: Mark | null
  isByPointer: boolean
  grabbedAt: number
}

/**
 * A range on a scale, and one of its parts being moved by pointer or keys. Nothing is written before the pointer or the
 * key is let go; Escape leaves it as it was.
 */
export function useDraggedRange({
  range,
  marks,
  track,
  onWrite,
  onTakeOff,
}: {
  range: ScaleRange
  marks: readonly Mark[]
  track: RefObject<HTMLElement | null>
  /** Answers whether it was written. */
  onWrite: (range: ScaleRange) => Promise<boolean>
  onTakeOff?: (() => void) | undefined
}) {
  const [draft, setDraft] = useState<Draft | null>(null)
  // What was let go, until the comparison has been read again.
  const [written, setWritten] = useState<{ from: ScaleRange; to: ScaleRange } | null>(null)
  if (written !== null && !isSame(written.from, range)) setWritten(null)
  const settled = written !== null && isSame(written.from, range) ? written.to : range
  const shown = draft?.range ?? settled

  function placeAt(clientX: number): number {
    const box = track.current!.getBoundingClientRect()
    const share = box.width === 0 ? 0 : (clientX - box.left) / box.width
    return 100 * (isRightToLeft() ? 1 - share : share)
  }
  const isRightToLeft = () => track.current !== null && getComputedStyle(track.current).direction === 'rtl'

  function letGo(): void {
    if (draft === null) return
    setDraft(null)
    if (isSame(draft.range, settled)) return
    setWritten({ from: range, to: draft.range })
    void onWrite(draft.range).then((isWritten) => !isWritten && setWritten(null))
  }

  function onKeyDown(part: RangePart, event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape' && draft !== null) {
      setDraft(null)
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && onTakeOff && part === 'whole') {
      setDraft(null)
      onTakeOff()
    } else {
      const moved = movedByKey(shown, part, { event, marks, isRightToLeft: isRightToLeft() })
      if (moved === null) return
      const mark = marks.find(({ at }) => at === (part === 'high' ? moved.high : moved.low)) ?? null
      setDraft({ part, range: moved, mark, isByPointer: false, grabbedAt: 0 })
    }
    event.preventDefault()
    event.stopPropagation()
  }

  const handleProps = (part: RangePart) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.preventDefault()
      event.currentTarget.focus()
      event.currentTarget.setPointerCapture?.(event.pointerId)
      const at = part === 'high' ? shown.high : shown.low
      const grabbedAt = placeAt(event.clientX) - at
      setDraft({ part, range: shown, mark: null, isByPointer: true, grabbedAt })
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (draft === null || !draft.isByPointer || draft.part !== part) return
      const moved = draggedTo(draft.range, part, placeAt(event.clientX) - draft.grabbedAt, marks)
      setDraft({ ...draft, ...moved })
    },
    onPointerUp: () => draft?.isByPointer && letGo(),
    onPointerCancel: () => setDraft(null),
    onKeyDown: (event: KeyboardEvent) => onKeyDown(part, event),
    onKeyUp: () => draft?.isByPointer === false && letGo(),
    onBlur: letGo,
  })
  return { shown, draft, handleProps }
}

const isSame = (a: ScaleRange, b: ScaleRange) => a.low === b.low && a.high === b.high

function movedByKey(
  range: ScaleRange,
  part: RangePart,
  {
    event: { key, shiftKey },
    marks,
    isRightToLeft,
  }: { event: KeyboardEvent; marks: readonly Mark[]; isRightToLeft: boolean },
): ScaleRange | null {
  const at = part === 'high' ? range.high : range.low
  const step = shiftKey ? 10 : 1
  const by: Record<string, number> = {
    ArrowUp: step,
    ArrowDown: -step,
    ArrowRight: isRightToLeft ? -step : step,
    ArrowLeft: isRightToLeft ? step : -step,
    PageUp: nextMark(at, marks, 1) - at,
    PageDown: nextMark(at, marks, -1) - at,
    Home: -at,
    End: 100 - at,
  }
  const distance = by[key]
  return distance === undefined ? null : nudged(range, part, distance)
}
