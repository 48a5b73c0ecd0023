import { workshopId } from '../../../app/model/workshop'
import { composeWorkshopSections } from '../../../app/rules/briefing/workshop-record'
import { formattingLocale } from '../../../app/messages/say'
import { BackButton } from '../../elements/back-button'
import { Button } from '../../elements/button'
import { useApplication } from '../../state/application'
import { attempt, tell } from '../../state/notice'
import { useOpened } from '../../state/opened'
import { goTo, useRoute } from '../../state/route'
import { useQuery } from '../../state/use-query'
import { useReady } from '../../state/use-ready'
import { AnnexSection } from '../briefing/annex-section'
import paperHead from '../briefing/paper-head.module.css'
import paper from '../briefing/paper.module.css'
import { PrintedSheet } from './printed-sheet'

/** What a workshop changed, agreed, counted and parked, as it prints. */
export function RecordScreen() {
  const { api, say, locale } = useApplication()
  const search = useRoute((route) => route.search)
  const id = workshopId.safeParse(search.get('workshop')).data ?? null
  const query = useQuery('workshop.record', id === null ? null : { id })
  const dossier = useOpened(({ opened }) => opened?.dossier)
  const record = query.value
  useReady(query)
  if (record === undefined || dossier === undefined || id === null) return null

  const { workshop } = record
  const time = new Intl.DateTimeFormat(formattingLocale(locale), { dateStyle: 'long', timeStyle: 'short' })
  const from = time.format(new Date(workshop.started))
  const when =
    workshop.ended === null
      ? say('record.running', { from })
      : say('record.from', { from, to: time.format(new Date(workshop.ended)) })
  const print = async () => {
    const saved = await attempt(() => api.call('presenting.printRecord', { workshopId: id, locale }))
    if (saved) tell(say('briefing.bar.saved', { pages: saved.pages ?? 0, path: saved.savedTo }))
  }
  return (
    <PrintedSheet
      label={say('record.heading')}
      title={`${workshop.name}: ${say('record.heading').toLowerCase()}`}
      running={{ title: workshop.name, marking: dossier.marking, asOf: when }}
      bar={
        <>
          <BackButton onPress={() => goTo('present')}>{say('record.back')}</BackButton>
          <Button look="primary" onPress={() => void print()}>
            {say('record.print')}
          </Button>
        </>
      }
    >
      <header className={`${paperHead.head} ${paper.head}`}>
        <div>
          <h1 dir="auto">{workshop.name}</h1>
          <p className={paperHead.question} dir="auto">
            {dossier.title}
          </p>
        </div>
        <dl>
          <div>
            <dt>{say('record.heading')}</dt>
            <dd>{[workshop.place, when].filter(Boolean).join(', ')}</dd>
          </div>
        </dl>
      </header>
      <div className={paper.annex}>
        {composeWorkshopSections(record, { say, language: dossier.language }).map((section) => (
          <AnnexSection key={section.id} section={section} />
        ))}
      </div>
    </PrintedSheet>
  )
}
