import { foldText, foldWithMap } from '../../../app/rules/fold-text'
import type { TextRange } from '../../../app/rules/paragraphs'
import { Button } from '../../elements/button'
import { useSay } from '../../state/application'
import { find, useReader } from '../../state/reader'
import styles from './source-reader.module.css'

const mostFound = 1_000

/** Where the words stand in the text, whatever their case or accents; at most the first thousand places. */
export function foundIn(text: string, words: string | null): TextRange[] {
  const wanted = foldText((words ?? '').trim())
  if (wanted === '') return []
  const { folded, at } = foldWithMap(text)
  const found: TextRange[] = []
  for (
    let index = folded.indexOf(wanted);
    index !== -1 && found.length < mostFound;
    index = folded.indexOf(wanted, index + wanted.length)
  ) {
    found.push({ start: at[index]!, end: at[index + wanted.length]! })
  }
  return found
}

export function FindBar({ count, onLeave }: { count: number; onLeave: () => void }) {
  const say = useSay()
  const words = useReader((state) => state.finding) ?? ''
  const at = useReader((state) => state.findAt)
  const go = (step: 1 | -1) => count > 0 && find(words, (at + step + count) % count)
  const leave = () => {
    find(null)
    onLeave()
  }
  return (
    <div className={styles.findBar} role="search">
      <input
        className={styles.findWords}
        aria-label={say('reader.find')}
        placeholder={say('reader.find')}
        autoFocus
        value={words}
        onChange={(event) => find(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') leave()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <span className={styles.findCount} role="status">
        {words.trim() !== '' &&
          (count === 0 ? say('reader.findNone') : say('reader.findCount', { at: at + 1, of: count }))}
      </span>
      <Button look="quiet" onPress={() => go(-1)}>
        {say('reader.findBefore')}
      </Button>
      <Button look="quiet" onPress={() => go(1)}>
        {say('reader.findNext')}
      </Button>
      <Button look="quiet" onPress={leave}>
        {say('reader.findClose')}
      </Button>
    </div>
  )
}
