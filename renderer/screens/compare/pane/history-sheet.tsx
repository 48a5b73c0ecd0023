import type { Change } from '../../../../app/model/change'
import { english, type MessageId } from '../../../../app/messages/en'
import { formattingLocale } from '../../../../app/messages/say'
import { useApplication, useDateLabel, useSay } from '../../../state/application'
import { useQuery } from '../../../state/use-query'
import { fieldLabel } from './forms/record-form'
import paneStyles from './pane.module.css'
import styles from './history-sheet.module.css'

const shownAtMost = 200

/** What was changed, by whom and when: of one record, or of the whole dossier. */
export function HistorySheet({ recordId }: { recordId: string | null }) {
  const { say, locale } = useApplication()
  const changes = useQuery('history.list', {
    limit: shownAtMost,
    ...(recordId === null ? {} : { recordId }),
  }).value
  const instant = new Intl.DateTimeFormat(formattingLocale(locale), {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return (
    <>
      <h2 className={paneStyles.title}>{say('pane.history')}</h2>
      {changes?.length === 0 && <p className={paneStyles.empty}>{say('pane.noHistory')}</p>}
      <ol className={styles.changes}>
        {changes?.map((change) => (
          <li key={change.number}>
            <p>
              {change.kind === 'edit'
                ? operationWords(change.label, say)
                : say(`pane.history.${change.kind}`, { what: operationWords(change.label, say) })}
            </p>
            <p className={paneStyles.quiet}>
              {say('pane.byWhen', { by: change.by, when: instant.format(new Date(change.at)) })}
            </p>
            <ChangedFields change={change} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** Fields that tell a reader nothing: they are made, not written. */
const silentFields = ['id', 'sortOrder', 'textHash']
const shownLength = 200
const yesOrNo = ['needsResearch', 'isAnonymous']
const dates = ['from', 'until', 'asOf', 'date', 'onDate', 'saidOn', 'issued', 'accessed', 'settledOn']

function ChangedFields({ change: { before, after } }: { change: Change }) {
  const say = useSay()
  const dateLabel = useDateLabel()
  const words = (field: string, value: unknown) => {
    if (yesOrNo.includes(field) && value !== undefined) return say(value ? 'pane.yes' : 'pane.no')
    return dates.includes(field) && typeof value === 'string' ? dateLabel(value) : valueWords(value)
  }
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (field) => !silentFields.includes(field) && !field.endsWith('Id'),
  )
  const shown = fields.filter((field) => valueWords(before?.[field]) !== valueWords(after?.[field]))
  if (shown.length === 0) return null
  return (
    <dl className={paneStyles.facts}>
      {shown.map((field) => (
        <div key={field} className={paneStyles.pair}>
          <dt>{fieldLabel(say, field)}</dt>
          <dd>
            {before !== null && <del>{words(field, before[field])}</del>}{' '}
            {after !== null && <ins>{words(field, after[field])}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A journal keeps values as they were stored; long ones are cut for the eye. */
function valueWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  const words = typeof value === 'string' ? value : JSON.stringify(value)
  return words.length > shownLength ? `${words.slice(0, shownLength)} …` : words
}

function operationWords(label: string, say: ReturnType<typeof useSay>): string {
  const id = `operation.${label}`
  // The catalogue was just asked whether it has the id.
  return Object.hasOwn(english, id) ? say(id as MessageId) : label
}
