import { memo, useEffect, useRef } from 'react'
import type { ComparedIssue } from '../../../../app/rules/comparison'
import { InPlaceField } from '../../../elements/fields/in-place-field'
import { useApi, useSay } from '../../../state/application'
import { useCompareView } from '../../../state/compare-view'
import { attempt } from '../../../state/notice'
import { EarlierValues } from './earlier-values'
import { useMayEdit } from './editing'
import styles from './pane.module.css'

/** The wording on which the parties might meet, written where it stands; in sight as soon as its cell is chosen. */
export const LandingZone = memo(function LandingZone({ issue }: { issue: ComparedIssue }) {
  const say = useSay()
  const section = useRef<HTMLElement>(null)
  const isChosen = useCompareView(
    ({ selected }) => selected?.kind === 'zone' && selected.issueId === issue.id,
  )
  useEffect(() => {
    if (isChosen) section.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isChosen])
  return (
    <section ref={section} className={styles.section}>
      <h3>{say('field.landingZone')}</h3>
      <ZoneWording issue={issue} />
      <EarlierValues issueId={issue.id} what="landing zone" />
    </section>
  )
})

export function ZoneWording({ issue: { id, landingZone } }: { issue: ComparedIssue }) {
  const say = useSay()
  const api = useApi()
  const mayEdit = useMayEdit()
  if (!mayEdit) {
    return (
      <p dir="auto" className={landingZone === '' ? styles.quiet : styles.words}>
        {landingZone || say('pane.landingZoneNone')}
      </p>
    )
  }
  return (
    <InPlaceField
      key={id}
      label={say('field.landingZone')}
      value={landingZone}
      placeholder={say('pane.landingZoneEmpty')}
      onSave={(words) => void attempt(() => api.call('issue.change', { id, landingZone: words }))}
    />
  )
}
