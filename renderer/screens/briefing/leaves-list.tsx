import type { BriefingOptions } from '../../../app/contract/briefing-contract'
import { actionOf } from '../../actions/all-actions'
import { Button } from '../../elements/button'
import { CheckField } from '../../elements/fields/check-field'
import { useApplication } from '../../state/application'
import { scopeParts } from '../compare/pane/export-scope-fields'
import type { Choose } from './briefing-options'
import styles from './parts-panel.module.css'

/** What of the dossier is on the paper at all; the preview shows no more than is handed over. */
export function LeavesList({ options, choose }: { options: BriefingOptions; choose: Choose }) {
  const application = useApplication()
  const { say } = application
  const { selection } = options
  const { scope } = selection
  return (
    <section>
      <h3>{say('export.leaves')}</h3>
      <ul className={styles.parts}>
        {scopeParts('pdf').map((part) => (
          <li key={part} data-on={scope[part]}>
            <CheckField
              label={say(`export.leaves.${part}`)}
              value={scope[part]}
              onChange={(leaves) =>
                choose({ selection: { ...selection, scope: { ...scope, [part]: leaves } } })
              }
            />
          </li>
        ))}
      </ul>
      <p className={styles.remark}>
        {say('briefing.panel.leavesMore')}{' '}
        <Button look="link" onPress={() => void actionOf('dossier.export').perform(application)}>
          {say('action.dossier.export')}
        </Button>
      </p>
    </section>
  )
}
