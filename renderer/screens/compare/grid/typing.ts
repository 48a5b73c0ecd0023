import { flushSync } from 'react-dom'
import { editCell } from '../../../state/cell-editing'
import { select, type Place } from '../../../state/compare-view'

/** A letter was typed on a cell: its editor begins with it. Drawn and given the focus at once, so that the next follows. */
export function typingBegan(place: Extract<Place, { kind: 'cell' | 'zone' }>, firstWords: string): void {
  flushSync(() => {
    select(place)
    editCell(place, { firstWords })
  })
}

export const beginsTyping = (event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean =>
  event.key.length === 1 &&
  // What is an action's key by itself stays one.
  !['/', ' ', '[', ']'].includes(event.key) &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey

/** An input method begins to compose, or a dead key waits for its letter: what follows goes into the editor. */
export const beginsComposing = (event: Pick<KeyboardEvent, 'key'>): boolean =>
  event.key === 'Process' || event.key === 'Dead' || event.key === 'Unidentified'
