import { useCallback, useEffect, useState } from 'react'
import type { RecentDossier } from '../../../app/contract/dossier-contract'
import { createDossier, createFromJson, openDossier, openSample } from '../../actions/dossier-actions'
import { Button } from '../../elements/button'
import { useApi, useDateLabel, useSay } from '../../state/application'
import { attempt } from '../../state/notice'
import { useOpened } from '../../state/opened'
import { goTo, useRoute } from '../../state/route'
import styles from './home-screen.module.css'

/** Where a day begins: go on with a dossier, open one, begin one, or look at the sample. */
export function HomeScreen() {
  const api = useApi()
  const say = useSay()
  const opened = useOpened((state) => state.opened)
  const isNew = useRoute((route) => route.search.get('new') === 'yes')

  useEffect(() => {
    document.documentElement.dataset.ready = 'true'
  }, [])

  return (
    <main className={styles.home}>
      <header className={styles.head}>
        <h1>{say('app.name')}</h1>
        <p>{say('home.tagline')}</p>
      </header>
      <div className={styles.columns}>
        <section aria-labelledby="recent">
          <h2 id="recent">{say('home.recent')}</h2>
          <Recent />
        </section>
        <section className={styles.begin} aria-label={say('home.new')}>
          {isNew ? (
            <NewDossier />
          ) : (
            <>
              <Button look="primary" onPress={() => void openDossier(api)}>
                {say('home.open')}
              </Button>
              <Button onPress={() => goTo('home', { new: 'yes' })}>{say('action.dossier.new')}</Button>
              <Button onPress={() => void createFromJson(api)}>{say('action.dossier.fromJson')}</Button>
              <Button onPress={() => void openSample(api)}>{say('home.sample')}</Button>
              <p className={styles.note}>{say('home.sampleNote')}</p>
            </>
          )}
          {opened && (
            <Button look="link" onPress={() => goTo('compare')}>
              {say('home.back', { title: opened.dossier.title })}
            </Button>
          )}
        </section>
      </div>
      <p className={styles.promise}>{say('home.promise')}</p>
    </main>
  )
}

function Recent() {
  const api = useApi()
  const say = useSay()
  const dateLabel = useDateLabel()
  const [recent, setRecent] = useState<RecentDossier[] | null>(null)
  const read = useCallback(
    () => attempt(() => api.call('recent.list', {})).then((list) => list && setRecent(list)),
    [api],
  )
  useEffect(() => void read(), [read])

  if (recent === null) return null
  if (recent.length === 0) return <p className={styles.note}>{say('home.noRecent')}</p>
  return (
    <ul className={styles.recent}>
      {recent.map(({ path, title, openedAt, isMissing }) => (
        <li key={path}>
          <button
            type="button"
            className={styles.dossier}
            disabled={isMissing}
            onClick={() => void openDossier(api, path)}
          >
            <span className={styles.title} dir="auto">
              {title}
            </span>
            <span className={styles.path} dir="ltr">
              {path}
            </span>
          </button>
          <span className={styles.when}>
            {isMissing
              ? say('home.missing')
              : say('home.openedOn', { date: dateLabel(openedAt.slice(0, 10)) })}
          </span>
          <Button
            look="quiet"
            aria-label={`${say('home.forget')}: ${title}`}
            onPress={() => void attempt(() => api.call('recent.forget', { path })).then(read)}
          >
            <span aria-hidden="true">×</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}

function NewDossier() {
  const api = useApi()
  const say = useSay()
  const [title, setTitle] = useState('')
  const [question, setQuestion] = useState('')
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() !== '') void createDossier(api, { title, question })
      }}
      onKeyDown={(event) => event.key === 'Escape' && goTo('home')}
    >
      <h2>{say('home.new')}</h2>
      <label>
        {say('home.newTitle')}
        <input
          autoFocus
          value={title}
          maxLength={300}
          placeholder={say('home.newTitleExample')}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <label>
        {say('home.newQuestion')}
        <input
          value={question}
          maxLength={1_000}
          placeholder={say('home.newQuestionExample')}
          onChange={(event) => setQuestion(event.target.value)}
        />
      </label>
      <div className={styles.buttons}>
        <Button look="primary" type="submit" isDisabled={title.trim() === ''}>
          {say('home.create')}
        </Button>
        <Button look="quiet" onPress={() => goTo('home')}>
          {say('path.cancel')}
        </Button>
      </div>
    </form>
  )
}
