import { useEffect, useState } from 'react'
import type { DesktopAsk, FolderEntry } from '../../app/contract/desktop-contract'
import { Button } from '../elements/button'
import { useApi, useSay } from '../state/application'
import { attempt } from '../state/notice'
import { OverlayDialog } from './overlay-dialog'
import styles from './path-dialog.module.css'

type Listing = { folder: string; parent: string | null; entries: FolderEntry[] }

/** Chooses a file where the shell has no dialog of its own and asks through the window. */
export function PathDialog() {
  const api = useApi()
  const say = useSay()
  const [ask, setAsk] = useState<DesktopAsk | null>(null)
  useEffect(() => api.listen('desktop.asked', setAsk), [api])

  const answer = (path: string | null) => {
    const askId = ask!.askId
    setAsk(null)
    void attempt(() => api.call('desktop.answer', { askId, path }))
  }
  if (ask === null) return null
  return (
    <OverlayDialog label={say(`path.${ask.purpose}`)} isOpen onClose={() => answer(null)}>
      <Choosing key={ask.askId} ask={ask} answer={answer} />
    </OverlayDialog>
  )
}

function Choosing({ ask, answer }: { ask: DesktopAsk; answer: (path: string | null) => void }) {
  const api = useApi()
  const say = useSay()
  const [listing, setListing] = useState<Listing | null>(null)
  const [folder, setFolder] = useState(ask.folder)
  const [name, setName] = useState(ask.suggestedName)

  useEffect(() => {
    let isCurrent = true
    void attempt(() => api.call('desktop.listFolder', { folder, extension: ask.extension })).then(
      (read) => isCurrent && read && setListing(read),
    )
    return () => {
      isCurrent = false
    }
  }, [api, folder, ask.extension])

  const path = wholePath(listing?.folder ?? folder, name, ask.extension)
  const isTaken = ask.purpose === 'save' && listing?.entries.some((entry) => entry.path === path)
  return (
    <form
      className={styles.dialog}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') answer(path)
      }}
    >
      <h2>{say(`path.${ask.purpose}`)}</h2>
      <p className={styles.folder} dir="ltr">
        {listing?.folder ?? folder}
      </p>
      <ul className={styles.entries} aria-label={say('path.folder')}>
        {listing?.parent != null && (
          <li>
            <button type="button" onClick={() => setFolder(listing.parent!)}>
              {say('path.up')}
            </button>
          </li>
        )}
        {listing?.entries.map((entry) => (
          <li key={entry.path}>
            <button
              type="button"
              data-folder={entry.isFolder}
              onClick={() => (entry.isFolder ? setFolder(entry.path) : setName(entry.name))}
              onDoubleClick={() => !entry.isFolder && ask.purpose === 'open' && answer(entry.path)}
            >
              {entry.name}
              {entry.isFolder && '/'}
            </button>
          </li>
        ))}
      </ul>
      <label className={styles.name}>
        {say('path.name')}
        <input value={name} onChange={(event) => setName(event.target.value)} autoFocus dir="ltr" />
      </label>
      <p className={styles.note} role="status">
        {isTaken ? say('path.taken', { name }) : ''}
      </p>
      <div className={styles.buttons}>
        <Button onPress={() => answer(null)}>{say('path.cancel')}</Button>
        <Button look="primary" type="submit" isDisabled={name.trim() === ''}>
          {say(ask.purpose === 'open' ? 'path.openIt' : 'path.saveIt')}
        </Button>
      </div>
    </form>
  )
}

/** What was typed may itself be a whole path; an ending is added where it has none. */
function wholePath(folder: string, name: string, extension: string): string {
  const typed = name.trim()
  const ended = typed.endsWith(`.${extension}`) ? typed : `${typed}.${extension}`
  const isWhole = typed.startsWith('/') || /^[A-Za-z]:[\\/]/.test(typed)
  const separator = folder.includes('\\') ? '\\' : '/'
  return isWhole ? ended : `${folder.endsWith(separator) ? folder : folder + separator}${ended}`
}
