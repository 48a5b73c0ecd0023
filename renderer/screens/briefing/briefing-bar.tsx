import { useState, type ReactNode } from 'react'
import type { BriefingOptions } from '../../../app/contract/briefing-contract'
import { printBriefing, writeBriefing } from '../../actions/briefing-actions'
import { Button } from '../../elements/button'
import { InlineSelect } from '../../elements/fields/select-field'
import { AsOfPicker, SincePicker } from '../../frame/as-of-picker'
import { useApplication, useSay } from '../../state/application'
import { goTo } from '../../state/route'
import { useSavedViews } from '../../state/saved-views'
import { toSearch } from './briefing-options'
import type { PageCount } from './use-page-count'
import styles from './briefing-screen.module.css'

/** What to print, and the button that prints it. */
export function BriefingBar({
  options,
  pages,
  children,
}: {
  options: BriefingOptions | null
  pages: PageCount | null
  children: ReactNode
}) {
  const say = useSay()
  return (
    <header className={styles.bar} data-print="hide">
      <AsOfPicker />
      <SincePicker />
      {options !== null && <Choices options={options} />}
      {options !== null && <ViewChoice options={options} />}
      {pages !== null && (
        <span role="status">
          {say(pages.isPrinted ? 'briefing.bar.pagesPrinted' : 'briefing.bar.pages', { pages: pages.pages })}
        </span>
      )}
      {children}
      {options !== null && <SaveButton options={options} />}
      <h2 className="visuallyHidden">{say('briefing.bar')}</h2>
    </header>
  )
}

function Choices({ options }: { options: BriefingOptions }) {
  const say = useSay()
  const choose = (changed: Partial<BriefingOptions>) =>
    goTo('briefing', toSearch({ ...options, ...changed, asOf: null, since: null }))
  return (
    <>
      <Segments
        label={say('briefing.bar.edition')}
        value={options.edition}
        onChange={(edition) => choose({ edition })}
        choices={[
          { value: 'summary', label: say('briefing.edition.summary') },
          { value: 'sourced', label: say('briefing.edition.sourced') },
        ]}
      />
      <Segments
        label={say('briefing.bar.paper')}
        value={options.paper}
        onChange={(paper) => choose({ paper })}
        choices={[
          { value: 'A4', label: say('briefing.bar.a4') },
          { value: 'Letter', label: say('briefing.bar.letter') },
        ]}
      />
      <Segments
        label={say('briefing.bar.orientation')}
        value={options.orientation}
        onChange={(orientation) => choose({ orientation })}
        choices={[
          { value: 'landscape', label: say('briefing.bar.landscape') },
          { value: 'portrait', label: say('briefing.bar.portrait') },
        ]}
      />
    </>
  )
}

const whole = ' whole'

/** Which of the saved views is printed, where there are any. */
function ViewChoice({ options }: { options: BriefingOptions }) {
  const say = useSay()
  const views = useSavedViews((state) => state.views)
  if (views.length === 0) return null
  return (
    <InlineSelect
      label={say('briefing.bar.view')}
      value={options.view ?? whole}
      options={[
        { value: whole, label: say('briefing.bar.whole') },
        ...views.map(({ name }) => ({ value: name, label: name })),
      ]}
      onChange={(name) =>
        goTo(
          'briefing',
          toSearch({ ...options, view: name === whole ? null : name, asOf: null, since: null }),
        )
      }
    />
  )
}

type Choice<Value> = { value: Value; label: string }

function Segments<Value extends string>(props: {
  label: string
  value: Value
  onChange: (value: Value) => void
  choices: readonly Choice<Value>[]
}) {
  const { label, value, onChange, choices } = props
  return (
    <fieldset className={styles.segments}>
      <legend className="visuallyHidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.segment}>
          <input
            type="radio"
            name={label}
            className="visuallyHidden"
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

function SaveButton({ options }: { options: BriefingOptions }) {
  const application = useApplication()
  const { say } = application
  const [isSaving, setSaving] = useState(false)
  async function save() {
    setSaving(true)
    await printBriefing(application, options)
    setSaving(false)
  }
  async function write(format: 'docx' | 'pptx') {
    setSaving(true)
    await writeBriefing(application, options, format)
    setSaving(false)
  }
  return (
    <div className={styles.saves}>
      <Button isDisabled={isSaving} onPress={() => void write('docx')}>
        {say('briefing.bar.docx')}
      </Button>
      <Button isDisabled={isSaving} onPress={() => void write('pptx')}>
        {say('briefing.bar.pptx')}
      </Button>
      <Button look="primary" isDisabled={isSaving} onPress={() => void save()}>
        {isSaving ? say('briefing.bar.saving') : say('briefing.bar.save')}
      </Button>
    </div>
  )
}
