import { create } from 'zustand'

export type Overlay = 'search' | 'palette' | null

/** What lies over the frame and takes the keys for a moment. */
export const useOverlay = create<{ overlay: Overlay }>(() => ({ overlay: null }))

export function openOverlay(overlay: Exclude<Overlay, null>): void {
  useOverlay.setState({ overlay })
}

export function closeOverlay(): void {
  useOverlay.setState({ overlay: null })
}
