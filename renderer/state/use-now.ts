import { useEffect, useState } from 'react'

/** Milliseconds since 1970, anew with each second. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const ticking = window.setInterval(() => setNow(Date.now()), 1_000)
    return () => window.clearInterval(ticking)
  }, [])
  return now
}
