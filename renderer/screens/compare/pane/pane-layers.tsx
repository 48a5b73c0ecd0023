import { useRef, type ReactNode } from 'react'
import { BackButton } from '../../../elements/back-button'
import { useSay } from '../../../state/application'
import { closeSheet, useCompareView, type PaneSheet } from '../../../state/compare-view'
import styles from './pane-frame.module.css'
import { Sheet } from './sheet'
import { SheetProvider, sheetKey } from './sheet-stack'
import { useFocusThatReturns, useFocusThatStays } from './pane-focus'

/** A pane over whose tabs forms and readings are laid; they keep what lies below. */
export function PaneLayers({ children, closeButton }: { children: ReactNode; closeButton?: ReactNode }) {
  const say = useSay()
  const sheets = useCompareView((view) => view.sheets)
  const pane = useRef<HTMLElement>(null)
  useFocusThatReturns(pane, sheets.length)
  useFocusThatStays(pane)

  return (
    <section ref={pane} className={styles.pane} aria-label={say('pane.name')}>
      <div className={styles.layer} hidden={sheets.length > 0}>
        {children}
      </div>
      {sheets.map((sheet, depth) => (
        <SheetProvider key={sheetKey(sheet)} value={sheet}>
          <div
            className={styles.layer}
            hidden={depth < sheets.length - 1}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.defaultPrevented) return
              event.preventDefault()
              event.stopPropagation()
              closeSheet()
            }}
          >
            <div className={styles.head}>
              <BackButton onPress={closeSheet}>{say('pane.back')}</BackButton>
              {closeButton}
            </div>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can have the focus */}
            <div className={styles.body} tabIndex={isReading(sheet) ? 0 : -1}>
              <Sheet sheet={sheet} />
            </div>
          </div>
        </SheetProvider>
      ))}
    </section>
  )
}

/** A text without fields is scrolled by keyboard only where it can have the focus. */
const isReading = (sheet: PaneSheet): boolean => ['history', 'changes', 'sourceText'].includes(sheet.kind)
