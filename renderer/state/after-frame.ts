import { startTransition, useEffect, useState } from 'react'
import { whenFree } from './spare-time'

/** After the next frame, before anything that only fills spare time; what is given back takes it off again. */
export function afterFrame(work: () => void): () => void {
  let isOver = false
  // The frame has been painted when this is asked for within it.
  const frame = requestAnimationFrame(() => whenFree(() => isOver || work()))
  return () => {
    isOver = true
    cancelAnimationFrame(frame)
  }
}

/** A value as it was in the last frame: what stands beside the answer to a key does not hold it up. */
export function useAfterFrame<T>(value: T): T {
  const [shown, show] = useState({ value })
  useEffect(() => {
    if (shown.value === value) return
    return afterFrame(() => startTransition(() => show({ value })))
  }, [value, shown])
  return shown.value
}
