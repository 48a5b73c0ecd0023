import { Button } from '../../elements/button'
import { useApplication, useSay } from '../../state/application'
import { putAwayImport, useImports, type Import } from '../../state/imports'
import { attempt, tell } from '../../state/notice'
import styles from './source-list.module.css'

/** Documents on their way in: how far, what went wrong, what there is to decide. */
export function ImportCards() {
  const imports = useImports((state) => state.imports)
  return (
    <div aria-live="polite">
      {imports.map((each) => (
        <Card key={each.id} each={each} />
      ))}
    </div>
  )
}

function Card({ each }: { each: Import }) {
  const { api, say } = useApplication()
  if (each.state === 'reading') {
    return (
      <div className={styles.task} data-state="reading">
        <p dir="auto">{progressWords(each, say)}</p>
        <Progress each={each} />
        <div className={styles.taskActs}>
          <Button look="link" onPress={() => void attempt(() => api.call('task.cancel', { id: each.id }))}>
            {say('sources.cancel')}
          </Button>
        </div>
      </div>
    )
  }
  const putAway = (
    <Button look="link" onPress={() => putAwayImport(each.id)}>
      {say('sources.dismiss')}
    </Button>
  )
  if (each.state === 'failed') {
    return (
      <div className={styles.task} data-state="failed">
        <p dir="auto">{say(`error.${each.error.code}`, each.error.details)}</p>
        <div className={styles.taskActs}>{putAway}</div>
      </div>
    )
  }
  const { alike, sourceId } = each
  return (
    <div className={styles.task} data-state="done">
      {each.problems.map(({ code, count, words }) => (
        <p key={code} dir="auto">
          {say(`reading.${code}`, { count, words })}
        </p>
      ))}
      {alike !== null && <p dir="auto">{say('sources.alike', { title: alike.title })}</p>}
      <div className={styles.taskActs}>
        {alike !== null && (
          <Button
            look="link"
            onPress={async () => {
              const sourceIds = [alike.sourceId, sourceId]
              const shared = await attempt(() => api.call('source.shareOrigin', { sourceIds }))
              if (shared === undefined) return
              putAwayImport(each.id)
              tell(say('sources.asOne'))
            }}
          >
            {say('sources.countAsOne')}
          </Button>
        )}
        {alike === null ? (
          putAway
        ) : (
          <Button look="link" onPress={() => putAwayImport(each.id)}>
            {say('sources.keepApart')}
          </Button>
        )}
      </div>
    </div>
  )
}

type Reading = Extract<Import, { state: 'reading' }>

function Progress({ each: { progress, name } }: { each: Reading }) {
  const say = useSay()
  const label = say('sources.reading', { name })
  if (progress === null || progress.of === 0) return <progress aria-label={label} />
  return <progress aria-label={label} max={progress.of} value={progress.done} />
}

function progressWords({ progress, name }: Reading, say: ReturnType<typeof useSay>): string {
  if (progress === null || progress.of === 0) return say('sources.reading', { name })
  const { done, of } = progress
  if (progress.what === 'pages') return say('sources.readingPages', { name, done, of })
  return say('sources.readingShare', { name, share: done / of })
}
