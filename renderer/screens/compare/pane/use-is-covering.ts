import { useSyncExternalStore } from 'react'

/** In em, so that larger text counts as a smaller window does; the style sheets say the same. */
const covers = '(max-width: 50em)'

/** Whether the pane has no room beside the comparison. Where there is no layout, as in tests without a page, it has. */
export const useIsCovering = (): boolean => useSyncExternalStore(subscribe, () => ask()?.matches ?? false)

const ask = (): MediaQueryList | null =>
  typeof window.matchMedia === 'function' ? window.matchMedia(covers) : null

function subscribe(onChange: () => void): () => void {
  const query = ask()
  query?.addEventListener('change', onChange)
  return () => query?.removeEventListener('change', onChange)
}
