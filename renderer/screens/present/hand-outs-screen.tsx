import { runningOrderId } from '../../../app/model/running-order'
import type { HandOut } from '../../../app/rules/presenting/hand-outs'
import { BackButton } from '../../elements/back-button'
import { Button } from '../../elements/button'
import { KindMark } from '../../elements/kind-mark'
import { PartyShape } from '../../elements/party-shape'
import { StatusShape } from '../../elements/status-mark'
import { useApplication, useDateLabel, useSay } from '../../state/application'
import { attempt, tell } from '../../state/notice'
import { useOpened } from '../../state/opened'
import { goTo, useRoute } from '../../state/route'
import { useQuery } from '../../state/use-query'
import { useReady } from '../../state/use-ready'
import { PrintedSheet } from './printed-sheet'
import styles from './hand-outs.module.css'

/** One page per issue for those in the room, with room to write on. */
export function HandOutsScreen() {
  const { api, say, locale } = useApplication()
  const dateLabel = useDateLabel()
  const search = useRoute((route) => route.search)
  const orderId = runningOrderId.safeParse(search.get('order')).data ?? null
  const query = useQuery('presenting.handOuts', { runningOrderId: orderId, locale })
  const dossier = useOpened(({ opened }) => opened?.dossier)
  useReady(query)
  const handOuts = query.value
  if (handOuts === undefined || dossier === undefined) return null

  const date = dateLabel(handOuts.asOf, 'long')
  const print = async () => {
    const saved = await attempt(() =>
      api.call('presenting.printHandOuts', { runningOrderId: orderId, locale }),
    )
    if (saved) tell(say('briefing.bar.saved', { pages: saved.pages ?? 0, path: saved.savedTo }))
  }
  return (
    <PrintedSheet
      label={say('present.handOuts')}
      title={say('handOut.title', { title: dossier.title, date })}
      running={{ title: dossier.title, marking: dossier.marking, asOf: say('wall.asOf', { date }) }}
      bar={
        <>
          <BackButton onPress={() => goTo('present')}>{say('record.back')}</BackButton>
          <Button look="primary" onPress={() => void print()}>
            {say('present.handOuts.print')}
          </Button>
        </>
      }
    >
      {handOuts.issues.length === 0 && <p>{say('handOut.empty')}</p>}
      {handOuts.issues.map((issue, at) => (
        // The same issue may stand at two places.
        <HandOutPage key={`${issue.number} ${at}`} issue={issue} />
      ))}
    </PrintedSheet>
  )
}

function HandOutPage({ issue }: { issue: HandOut }) {
  const say = useSay()
  const columns = Math.min(4, Math.max(1, issue.parties.length))
  return (
    <section className={styles.page}>
      <header className={styles.head}>
        <p dir="auto">
          <b>{issue.number}</b> {issue.title}
        </p>
        <StatusShape status={issue.status}>{issue.statusWord}</StatusShape>
        <h1 dir="auto">{issue.question || issue.title}</h1>
      </header>
      <div className={styles.columns} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {issue.parties.map(({ party, blocks }) => (
          <article key={party.id} data-colour={party.colour}>
            <h2 dir="auto">
              <PartyShape column={party.shape} /> {party.name} <small>{party.role}</small>
            </h2>
            {blocks.map(({ block, quotation }) => (
              <div key={block.id} className={styles.block} data-is={block.is}>
                {block.is === 'position' && (
                  <p className={styles.lead}>
                    {block.kind && <KindMark kind={block.kind.is} />}
                    {block.lead}
                    {block.isRedLine && <b> {block.tail}</b>}
                  </p>
                )}
                <p dir="auto">
                  {block.is !== 'position' && block.lead !== '' && <b>{block.lead} </b>}
                  {block.text}
                  {block.is !== 'position' && block.tail !== '' && <small> {block.tail}</small>}
                </p>
                {quotation && (
                  <blockquote>
                    <p dir="auto">{quotation.text}</p>
                    <footer dir="auto">{quotation.who}</footer>
                  </blockquote>
                )}
              </div>
            ))}
          </article>
        ))}
      </div>
      <footer className={styles.write}>
        {(['handOut.landingZone', 'handOut.notes'] as const).map((id) => (
          <div key={id}>
            <h2>{say(id)}</h2>
            <i />
            <i />
            <i />
          </div>
        ))}
      </footer>
    </section>
  )
}
