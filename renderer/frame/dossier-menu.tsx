import { useSay } from '../state/application'
import { ActionMenu } from './action-menu'
import styles from './dossier-menu.module.css'

export const dossierMenuGroups = [
  ['edit.undo', 'edit.redo'],
  ['issue.new', 'party.new', 'dossier.records', 'dossier.history', 'dossier.details'],
  ['baseline.choose', 'baseline.leave'],
  ['dossier.new', 'dossier.open', 'dossier.fromJson', 'dossier.saveAs', 'dossier.export', 'dossier.close'],
  ['theme.system', 'theme.light', 'theme.dark'],
  ['palette.open'],
] as const

/** Everything that is done to the whole dossier, with its keys; undo and redo say what they would take back. */
export function DossierMenu() {
  const say = useSay()
  return (
    <ActionMenu
      name={say('menu.name')}
      trigger={say('menu.name')}
      triggerLook={styles.trigger}
      groups={dossierMenuGroups}
    />
  )
}
