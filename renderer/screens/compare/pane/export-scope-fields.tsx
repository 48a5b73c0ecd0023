import type { ExportFormat } from '../../../../app/contract/export-contract'
import { isNarrowed, type ExportScope } from '../../../../app/model/export-scope'
import { Button } from '../../../elements/button'
import { CheckField } from '../../../elements/fields/check-field'
import { ChoiceField } from '../../../elements/fields/choice-field'
import { useSay } from '../../../state/application'
import { useComparison } from '../../../state/comparison'
import { chooseScope, scopeNow, useExporting } from '../../../state/exporting'
import { goTo } from '../../../state/route'
import { useQuery } from '../../../state/use-query'
import styles from './export-sheet.module.css'

const always = ['assessments', 'notes', 'grades', 'points', 'landingZones', 'author'] as const
const ofJson = ['texts', 'originals', 'history'] as const

/** What can be left out of a form, whoever it is about. */
export const scopeParts = (format: ExportFormat) => [...always, ...(format === 'json' ? ofJson : [])]

/** What leaves, what stays here, and what becomes of what rests on that. */
export function ExportScopeFields() {
  const say = useSay()
  const format = useExporting((exporting) => exporting.format)
  const scope = useExporting(scopeNow)
  const parties = useComparison().value?.parties ?? []
  const tags = useQuery('source.tagCounts', {}).value
  const hidesAny = scope.hiddenParties.length + scope.confidentialTags.length > 0
  return (
    <>
      <fieldset className={styles.leaves}>
        <legend>{say('export.leaves')}</legend>
        {scopeParts(format).map((part) => (
          <CheckField
            key={part}
            label={say(`export.leaves.${part}`)}
            value={scope[part]}
            onChange={(value) => chooseScope({ [part]: value })}
          />
        ))}
        <Remark format={format} scope={scope} />
      </fieldset>
      {parties.length > 0 && (
        <fieldset className={styles.leaves}>
          <legend>{say('export.hidden')}</legend>
          <p>{say('export.hidden.hint')}</p>
          <div className={styles.names}>
            {parties.map(({ id, shortName }) => (
              <CheckField
                key={id}
                label={shortName}
                value={scope.hiddenParties.includes(id)}
                onChange={(isHidden) =>
                  chooseScope({ hiddenParties: toggled(scope.hiddenParties, id, isHidden) })
                }
              />
            ))}
          </div>
        </fieldset>
      )}
      {tags !== undefined && (
        <fieldset className={styles.leaves}>
          <legend>{say('export.confidential')}</legend>
          {tags.length > 0 ? <p>{say('export.confidential.hint')}</p> : <NoTags />}
          <div className={styles.names}>
            {tags.map(({ id, name, sources }) => (
              <CheckField
                key={id}
                label={say('export.confidential.count', { tag: name, count: sources })}
                value={scope.confidentialTags.includes(id)}
                onChange={(stays) =>
                  chooseScope({ confidentialTags: toggled(scope.confidentialTags, id, stays) })
                }
              />
            ))}
          </div>
        </fieldset>
      )}
      {hidesAny && (
        <ChoiceField
          label={say('export.resting')}
          isStacked
          value={scope.restingOnLeftOut}
          onChange={(restingOnLeftOut) => chooseScope({ restingOnLeftOut })}
          choices={[
            { value: 'leave out', label: say('export.resting.leave out') },
            { value: 'mark', label: say('export.resting.mark') },
          ]}
        />
      )}
    </>
  )
}

/** Before anything is tagged: what tags are for, and where they are put on. */
function NoTags() {
  const say = useSay()
  return (
    <p>
      {say('export.confidential.none')}{' '}
      <Button look="link" onPress={() => goTo('sources')}>
        {say('export.confidential.go')}
      </Button>
    </p>
  )
}

/** What stays although it was not taken away. */
function Remark({ format, scope }: { format: string; scope: ExportScope }) {
  const say = useSay()
  if (format !== 'json') return null
  return (
    <>
      {scope.history && isNarrowed(scope) && <p>{say('export.historyStays')}</p>}
      {scope.texts && scope.hiddenParties.length > 0 && <p>{say('export.textsStay')}</p>}
    </>
  )
}

const toggled = <Id,>(ids: readonly Id[], id: Id, isIn: boolean): Id[] =>
  isIn ? [...ids, id] : ids.filter((each) => each !== id)
