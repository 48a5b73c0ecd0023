import { useRef, useState } from 'react'
import type { CslName } from '../../../app/model/source'
import { Button } from '../../elements/button'
import { useApi, useApplication, useDateLabel, useSay } from '../../state/application'
import { openSheet } from '../../state/compare-view'
import { base64Of } from '../../state/imports'
import { attempt, tell } from '../../state/notice'
import { goTo } from '../../state/route'
import { useQuery } from '../../state/use-query'
import { useMayEdit, useRemove } from '../compare/pane/editing'
import paneStyles from '../compare/pane/pane.module.css'
import styles from './capture-form.module.css'
import { languageName } from './language-name'
import { SourceTags } from './source-tags'
import type { Reading } from './reading'

/** The source itself: what a reference manager reads of it, its text and its document. */
export function SourceTab({ reading }: { reading: Reading }) {
  const say = useSay()
  const mayEdit = useMayEdit()
  const [isCorrecting, setCorrecting] = useState(false)
  const line = useQuery('source.overview', {}).value?.find(({ id }) => id === reading.source.id)
  if (isCorrecting) return <TextCorrection reading={reading} onDone={() => setCorrecting(false)} />
  return (
    <>
      <h2 className={paneStyles.title} dir="auto">
        {reading.source.title}
      </h2>
      {reading.source.issued === null && <p className={paneStyles.empty}>{say('capture.dateNeeded')}</p>}
      <SourceFacts reading={reading} />
      {line !== undefined && <SourceTags lines={[line]} />}
      {mayEdit && <SourceActs reading={reading} onCorrect={() => setCorrecting(true)} />}
      <Alike reading={reading} />
    </>
  )
}

function SourceFacts({ reading: { source, outlet, origin } }: { reading: Reading }) {
  const { say, locale } = useApplication()
  const dateLabel = useDateLabel()
  const grade =
    outlet === null || outlet.reliability === 'F'
      ? say('pane.notGraded')
      : `${outlet.reliability} ${say(`reliability.${outlet.reliability}`)}`
  const facts: [string, string | null][] = [
    [say('field.type'), say(`sourceType.${source.type}`)],
    [say('field.author'), source.author.map(authorName).join('; ') || null],
    [say('sourceTab.outlet'), outlet === null ? null : `${outlet.name} · ${grade}`],
    [say('field.issued'), source.issued === null ? null : dateLabel(source.issued, 'long')],
    [say('field.accessed'), source.accessed === null ? null : dateLabel(source.accessed, 'long')],
    [say('field.language'), source.language === 'und' ? null : languageName(source.language, locale)],
    [say('field.URL'), source.URL || null],
    [say('sourceTab.origin'), origin?.title ?? null],
    [
      say('sourceTab.original'),
      source.originalSha256 === null
        ? say('sourceTab.noOriginal')
        : say('sourceTab.originalOf', {
            mediaType: source.originalMediaType,
            hash: `${source.originalSha256.slice(0, 16)}…`,
          }),
    ],
    [say('field.note'), source.note || null],
  ]
  return (
    <dl className={paneStyles.facts}>
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className={paneStyles.pair}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

const authorName = (author: CslName): string =>
  'literal' in author ? author.literal : [author.given, author.family].filter(Boolean).join(' ')

function SourceActs({ reading, onCorrect }: { reading: Reading; onCorrect: () => void }) {
  const { api, say } = useApplication()
  const remove = useRemove()
  const file = useRef<HTMLInputElement>(null)
  const { id } = reading.source

  async function replace(chosen: File | undefined) {
    if (chosen === undefined) return
    const input = { name: chosen.name, bytesBase64: await base64Of(chosen) }
    const after = await attempt(() => api.call('source.replaceDocument', { id, input }))
    if (after) tell(say('sourceTab.held', { held: after.held, orphaned: after.orphaned.length }))
  }
  return (
    <div className={paneStyles.acts}>
      <Button look="link" onPress={() => openSheet({ kind: 'source', id })}>
        {say('sourceTab.edit')}
      </Button>
      <Button look="link" onPress={onCorrect}>
        {say('sourceTab.correct')}
      </Button>
      <Button look="link" onPress={() => file.current?.click()}>
        {say('sourceTab.replace')}
      </Button>
      {reading.outlet !== null && (
        <Button look="link" onPress={() => openSheet({ kind: 'outlet', id: reading.outlet!.id })}>
          {say('sourceTab.outlet')}
        </Button>
      )}
      <Button look="link" onPress={() => openSheet({ kind: 'history', recordId: id })}>
        {say('sourceTab.history')}
      </Button>
      <button
        type="button"
        className={paneStyles.lesser}
        onClick={() => void remove('source', id).then((isGone) => isGone && goTo('sources'))}
      >
        {say('sourceTab.remove')}
      </button>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={say('sourceTab.replace')}
        onChange={(event) => {
          const [chosen] = [...(event.target.files ?? [])]
          event.target.value = ''
          void replace(chosen)
        }}
      />
    </div>
  )
}

/** The text as it stands, to be corrected; its passages are looked for again by their words. */
function TextCorrection({ reading, onDone }: { reading: Reading; onDone: () => void }) {
  const say = useSay()
  const api = useApi()
  const [text, setText] = useState(reading.text)

  async function save() {
    const after = await attempt(() => api.call('source.correctText', { id: reading.source.id, text }))
    if (!after) return
    tell(say('sourceTab.held', { held: after.held, orphaned: after.orphaned.length }))
    onDone()
  }
  return (
    <>
      <h2 className={paneStyles.title}>{say('sourceTab.correct')}</h2>
      <p className={paneStyles.under}>{say('sourceTab.correctHow')}</p>
      <textarea
        className={styles.textArea}
        aria-label={say('sourceTab.correct')}
        dir="auto"
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.acts}>
        <Button look="primary" onPress={() => void save()} isDisabled={text === reading.text}>
          {say('sourceTab.saveText')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {say('editing.cancel')}
        </Button>
      </div>
    </>
  )
}

/** Sources that carry much of the same text, offered to be counted once. */
function Alike({ reading: { source } }: { reading: Reading }) {
  const say = useSay()
  const api = useApi()
  const mayEdit = useMayEdit()
  const alike = useQuery('source.alike', { id: source.id }).value ?? []
  const origins = useQuery('source.overview', {}).value ?? []
  if (alike.length === 0) return null
  const originOf = (id: string) => origins.find((line) => line.id === id)?.originTitle ?? null
  return (
    <section className={paneStyles.section}>
      <h3>{say('sourceTab.alike')}</h3>
      {alike.map(({ sourceId, title, likeness }) => (
        <p key={sourceId} className={paneStyles.quiet}>
          {say('sourceTab.alikeLine', { share: likeness, title })}{' '}
          {mayEdit && (source.originId === null || originOf(sourceId) === null) && (
            <Button
              look="link"
              onPress={() =>
                void attempt(() => api.call('source.shareOrigin', { sourceIds: [sourceId, source.id] }))
              }
            >
              {say('sources.countAsOne')}
            </Button>
          )}
        </p>
      ))}
    </section>
  )
}
