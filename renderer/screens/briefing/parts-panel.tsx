import type { BriefingOptions } from '../../../app/contract/briefing-contract'
import { citationStyle, notesAt } from '../../../app/model/briefing'
import { briefingParts, usualParts, type BriefingPart } from '../../../app/rules/briefing/parts'
import { Button } from '../../elements/button'
import { CheckField } from '../../elements/fields/check-field'
import { ChoiceField } from '../../elements/fields/choice-field'
import { useSay } from '../../state/application'
import { goTo } from '../../state/route'
import { toSearch, type Choose } from './briefing-options'
import { useQuery } from '../../state/use-query'
import { FindingsList } from './findings-list'
import { LeavesList } from './leaves-list'
import { SavedBriefings } from './saved-briefings'
import styles from './parts-panel.module.css'

/** What the briefing holds, in which order, and how it names its sources. */
export function PartsPanel({ options }: { options: BriefingOptions }) {
  const say = useSay()
  const choose = (changed: Partial<BriefingOptions>) =>
    goTo('briefing', toSearch({ ...options, ...changed, asOf: null, since: null }))
  return (
    <aside className={styles.panel} aria-label={say('briefing.panel')} data-print="hide">
      <SavedBriefings options={options} choose={choose} />
      {options.frozenId === null && (
        <>
          <PartsList options={options} choose={choose} />
          <section>
            <ChoiceField
              isStacked
              label={say('briefing.panel.notesAt')}
              value={options.notesAt}
              choices={notesAt.options.map((value) => ({
                value,
                label: say(`briefing.panel.notesAt.${value}`),
              }))}
              onChange={(value) => choose({ notesAt: value })}
            />
            <ChoiceField
              isStacked
              label={say('briefing.panel.citations')}
              value={options.citations}
              choices={citationStyle.options.map((value) => ({
                value,
                label: say(`briefing.panel.citations.${value}`),
              }))}
              onChange={(value) => choose({ citations: value })}
            />
          </section>
          <LeavesList options={options} choose={choose} />
          <FindingsList />
        </>
      )}
    </aside>
  )
}

function PartsList({ options, choose }: { options: BriefingOptions; choose: Choose }) {
  const say = useSay()
  const parts = options.parts ?? usualParts[options.edition]
  const hasWorkshops = (useQuery('workshop.list', {}).value ?? []).length > 0
  const rest = briefingParts.filter((part) => !parts.includes(part) && (part !== 'workshop' || hasWorkshops))
  const toggle = (part: BriefingPart, isOn: boolean) =>
    choose({ parts: isOn ? [...parts, part] : parts.filter((each) => each !== part) })
  return (
    <section>
      <h3>{say('briefing.panel.parts')}</h3>
      <ul className={styles.parts}>
        {[...parts, ...rest].map((part) => {
          const at = parts.indexOf(part)
          const name = say(`briefing.part.${part}`)
          return (
            <li key={part} data-on={at >= 0}>
              <CheckField label={name} value={at >= 0} onChange={(isOn) => toggle(part, isOn)} />
              {at >= 0 && (
                <span className={styles.moves}>
                  <Button
                    look="quiet"
                    aria-label={say('briefing.panel.up', { part: name })}
                    isDisabled={at === 0}
                    onPress={() => choose({ parts: moved(parts, at, at - 1) })}
                  >
                    ↑
                  </Button>
                  <Button
                    look="quiet"
                    aria-label={say('briefing.panel.down', { part: name })}
                    isDisabled={at === parts.length - 1}
                    onPress={() => choose({ parts: moved(parts, at, at + 1) })}
                  >
                    ↓
                  </Button>
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {options.parts !== null && (
        <Button look="link" onPress={() => choose({ parts: null })}>
          {say('briefing.panel.usual')}
        </Button>
      )}
    </section>
  )
}

function moved(parts: readonly BriefingPart[], from: number, to: number): BriefingPart[] {
  return parts.toSpliced(from, 1).toSpliced(to, 0, parts[from]!)
}
