import { useEffect, useState } from 'react'

/** Whether the faces that what is shown needs have arrived; text printed before that is set in another. */
export function useFontsLoaded(shown: unknown): boolean {
  const [loadedFor, setLoadedFor] = useState<unknown>(null)
  useEffect(() => {
    if (shown === undefined) return
    let isCurrent = true
    void document.fonts.ready.then(() => isCurrent && setLoadedFor(shown))
    return () => {
      isCurrent = false
    }
  }, [shown])
  return loadedFor === shown
}
