import { memo, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { ColumnMenu } from '../finding/column-menu'
import type { Painted } from './painted'
import type { Slot } from './slot'

/** The menus of the parties whose rows are on the page; what else stands before a row is drawn by hand with it. */
export const RowMenus = memo(function RowMenus({ painted }: { painted: Painted }) {
  const slots = useSyncExternalStore(painted.subscribe, painted.parties)
  return slots.map((slot) => createPortal(<RowMenu slot={slot} painted={painted} />, slot.head.menu, slot.id))
})

function RowMenu({ slot, painted }: { slot: Slot; painted: Painted }) {
  const party = useSyncExternalStore(painted.subscribe, () =>
    slot.line?.kind === 'party' ? slot.line.party : null,
  )
  return party && <ColumnMenu column={party} />
}
