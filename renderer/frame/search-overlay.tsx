import { Fragment, useState } from 'react'
import type { SearchHit } from '../../app/contract/search-contract'
import type { IssueId } from '../../app/model/issue'
import type { PartyId } from '../../app/model/party'
import type { SpeakerId } from '../../app/model/speaker'
import type { EventId } from '../../app/model/event'
import { useSay } from '../state/application'
import { openPane, openSheet, select } from '../state/compare-view'
import { closeOverlay, useOverlay } from '../state/overlay'
import { goTo } from '../state/route'
import { useQuery } from '../state/use-query'
import { Finder } from './finder'
import { OverlayDialog } from './overlay-dialog'
import styles from './search-overlay.module.css'

/** Words looked for in the whole dossier; choosing a hit goes to where it stands. */
export function SearchOverlay() {
  const say = useSay()
  const isOpen = useOverlay((state) => state.overlay === 'search')
  return (
    <OverlayDialog label={say('action.search')} isOpen={isOpen} onClose={closeOverlay}>
      <Hits />
    </OverlayDialog>
  )
}

function Hits() {
  const say = useSay()
  const [words, setWords] = useState('')
  const hits = useQuery('search.find', words.trim() === '' ? null : { words }).value ?? []
  return (
    <Finder
      label={say('search.prompt')}
      words={words}
      onWords={setWords}
      empty={words.trim() === '' ? say('search.hint') : say('search.nothing', { words })}
      found={(words.trim() === '' ? [] : hits).map((hit) => ({
        key: hit.id,
        choose() {
          closeOverlay()
          goToHit(hit)
        },
        content: (
          <span className={styles.hit}>
            <span className={styles.kind}>{say(`record.${hit.kind}`)}</span>
            <span dir="auto">
              <Excerpt hit={hit} />
            </span>
          </span>
        ),
      }))}
    />
  )
}

function Excerpt({ hit: { excerpt, marks } }: { hit: SearchHit }) {
  return (
    <>
      {marks.map(({ from, to }, index) => (
        <Fragment key={from}>
          {excerpt.slice(marks[index - 1]?.to ?? 0, from)}
          <mark>{excerpt.slice(from, to)}</mark>
        </Fragment>
      ))}
      {excerpt.slice(marks.at(-1)?.to ?? 0)}
    </>
  )
}

function goToHit({ kind, id, issueId, partyId, sourceId }: SearchHit): void {
  if (kind === 'statement' && sourceId !== null) return goTo('sources', { id: sourceId, statement: id })
  if (kind === 'source') return goTo('sources', { id })
  goTo('compare')
  // The search contract says which kind an id is of; its type is that of any id.
  switch (kind) {
    case 'position':
      select({ kind: 'cell', issueId: issueId as IssueId, partyId: partyId as PartyId })
      openPane('cell')
      break
    case 'issue':
      select({ kind: 'issue', issueId: id as IssueId })
      openPane('row')
      break
    case 'party':
      select({ kind: 'party', partyId: id as PartyId })
      openPane()
      break
    case 'speaker':
      openSheet({ kind: 'speaker', id: id as SpeakerId })
      break
    case 'event':
      openSheet({ kind: 'event', id: id as EventId })
  }
}
