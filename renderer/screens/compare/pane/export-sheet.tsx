import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Input } from '../../../../app/contract'
import { exportFormat, type ExportFormat } from '../../../../app/contract/export-contract'
import { arrange } from '../../../../app/rules/arrangement'
import { Button } from '../../../elements/button'
import { CheckField } from '../../../elements/fields/check-field'
import { ChoiceField } from '../../../elements/fields/choice-field'
import { useApplication, useSay } from '../../../state/application'
import { useComparison } from '../../../state/comparison'
import { useComparisonView } from '../../../state/comparison-view'
import { cancelExport, chooseExport, exportDossier, scopeNow, useExporting } from '../../../state/exporting'
import { useCompareView } from '../../../state/compare-view'
import { ExportDone } from './export-done'
import { ExportScopeFields, scopeParts } from './export-scope-fields'
import styles from './export-sheet.module.css'
import paneStyles from './pane.module.css'

/** Forms that can end with a page, or a sheet, for the author. */
const withLastPage: readonly ExportFormat[] = ['pdf', 'docx', 'xlsx', 'html', 'markdown']

const withEdition: readonly ExportFormat[] = ['pdf', 'docx', 'pptx', 'html', 'markdown']

/** Which form, what leaves with it, and where it goes. */
export function ExportSheet() {
  const say = useSay()
  const exporting = useExporting()
  const { format, edition, shows, listsLeftOut, done } = exporting
  const readAsOf = useReadAsOf()
  return (
    <>
      <h2 className={paneStyles.title}>{say('export.title')}</h2>
      <Forms />
      {withEdition.includes(format) && (
        <ChoiceField
          label={say('briefing.bar.edition')}
          value={edition}
          onChange={(chosen) => chooseExport({ edition: chosen })}
          choices={[
            { value: 'summary', label: say('briefing.edition.summary') },
            { value: 'sourced', label: say('briefing.edition.sourced') },
          ]}
        />
      )}
      {format !== 'json' && (
        <ChoiceField
          label={say('export.shown')}
          value={shows}
          onChange={(chosen) => chooseExport({ shows: chosen })}
          choices={[
            { value: 'all', label: say('export.shown.all') },
            { value: 'now', label: say('export.shown.now') },
          ]}
          hint={readAsOf}
        />
      )}
      <ExportScopeFields />
      {withLastPage.includes(format) && (
        <div className={styles.lastPage}>
          <CheckField
            label={say(format === 'xlsx' ? 'export.lastPage.sheet' : 'export.lastPage')}
            value={listsLeftOut}
            onChange={(chosen) => chooseExport({ listsLeftOut: chosen })}
          />
          <p>{say('export.lastPage.hint')}</p>
        </div>
      )}
      {done !== null && <ExportDone {...done} />}
      <Foot />
    </>
  )
}

function useReadAsOf(): string {
  const { say, dateLabel } = useApplication()
  const day = useComparison().value?.asOf
  return day === undefined ? '' : say('export.asOf', { date: dateLabel(day) })
}

/** Each form with what it is for. */
function Forms() {
  const say = useSay()
  const format = useExporting((exporting) => exporting.format)
  return (
    <RadioGroup
      className={styles.forms}
      value={format}
      // Only what is among the forms can be chosen.
      onChange={(chosen) => chooseExport({ format: chosen as ExportFormat })}
    >
      <Label className="visuallyHidden">{say('export.form')}</Label>
      {exportFormat.options.map((each) => (
        <Radio key={each} value={each} className={styles.form}>
          <span className={styles.dot} aria-hidden="true" />
          <span>
            <b>{say(`export.form.${each}`)}</b>
            <span className={styles.purpose}>{say(`export.form.${each}.for`)}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}

function Foot() {
  const application = useApplication()
  const { say, api } = application
  const progress = useExporting((exporting) => exporting.progress)
  const input = useExportInput()
  const stays = useWhatStays()
  return (
    <div className={styles.foot}>
      {/* The choices may be out of sight above; what is about to leave is told where it leaves. */}
      {progress === null && <p className={styles.stays}>{stays}</p>}
      {progress === null ? (
        <Button look="primary" onPress={() => void exportDossier(api, input)}>
          {say('export.save')}
        </Button>
      ) : (
        <div className={styles.working}>
          <progress value={progress.share} max={1} aria-label={say('export.working')} />
          <span role="status">{say('export.progress', { percent: Math.floor(progress.share * 100) })}</span>
          <Button onPress={() => void cancelExport(api)}>{say('export.cancel')}</Button>
        </div>
      )}
    </div>
  )
}

/** What of the dossier will not be in the copy, in words. */
function useWhatStays(): string {
  const say = useSay()
  const exporting = useExporting()
  const scope = scopeNow(exporting)
  const { hiddenParties, confidentialTags } = scope
  const kept = scopeParts(exporting.format)
    .filter((part) => !scope[part])
    .map((part) => say(`export.leaves.${part}`))
  if (hiddenParties.length > 0) kept.push(say('export.stays.parties', { count: hiddenParties.length }))
  if (confidentialTags.length > 0) kept.push(say('export.stays.tags', { count: confidentialTags.length }))
  if (kept.length === 0) return say('export.stays.nothing')
  return say('export.stays', { what: kept.join(' · ') })
}

/** What is asked for, with the rows and columns as they are shown where that was chosen. */
function useExportInput(): Input<'dossier.export'> {
  const { locale } = useApplication()
  const exporting = useExporting()
  const reading = useComparison().value
  const view = useComparisonView()
  const asOf = useCompareView((compare) => compare.asOf)
  const { format, edition, shows } = exporting
  const arrangement = shows === 'now' && reading !== undefined ? arrange(reading, view) : null
  return {
    format,
    edition,
    asOf: format === 'json' ? null : asOf,
    since: format === 'json' ? null : view.layout.since,
    locale,
    selection: {
      parties: arrangement === null ? null : arrangement.columns.map(({ party }) => party.id),
      issues: arrangement === null ? null : arrangement.rows.map(({ issue }) => issue.id),
      scope: scopeNow(exporting),
      listsLeftOut: exporting.listsLeftOut && withLastPage.includes(format),
    },
  }
}
