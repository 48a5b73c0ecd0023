import { knownMarkings } from '../../app/model/dossier'
import type { Say } from '../../app/messages/say'
import { useSay } from '../state/application'
import styles from './marking-text.module.css'

/** The handling caveat; nothing where there is none. */
export function MarkingText({ marking }: { marking: string }) {
  const say = useSay()
  if (marking === 'none') return null
  return <span className={styles.marking}>{markingWords(say, marking)}</span>
}

/** The words of one of the known markings, or the author's own. */
export function markingWords(say: Say, marking: string): string {
  const known = knownMarkings.find((candidate) => candidate === marking)
  return known ? say(`marking.${known}`) : marking
}
