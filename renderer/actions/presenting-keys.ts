import type { WallMove } from '../../app/contract/presenting-contract'

/** Every key that moves the room on, clickers included, which send the Page keys, B or a full stop. */
const moves: Readonly<Record<string, WallMove>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  ArrowDown: 'next issue',
  ArrowUp: 'previous issue',
  Home: 'first',
  End: 'last',
  Escape: 'escape',
  b: 'black',
  B: 'black',
  '.': 'black',
}

/** What a key press asks of the wall; null for any other, and for one with Ctrl, ⌘ or Alt. */
export function moveOfKey(event: KeyboardEvent): WallMove | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if (document.dir === 'rtl' && event.key === 'ArrowLeft') return 'next'
  if (document.dir === 'rtl' && event.key === 'ArrowRight') return 'back'
  return moves[event.key] ?? null
}
