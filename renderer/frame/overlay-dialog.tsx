import type { ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import styles from './overlay-dialog.module.css'

/** A sheet over the window that takes the keys until it is answered or left with Escape. */
export function OverlayDialog({
  label,
  isOpen,
  onClose,
  children,
}: {
  label: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
}) {
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog} aria-label={label}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
